"""What names no day: write the day down once it stands, or say that what was asked is done."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localtime
from django.views.decorators.http import require_http_methods, require_POST

from highroad.app import clock
from highroad.app.actions.by_hand import write_day
from highroad.app.actions.keep_going import did_what_they_asked
from highroad.app.asked import Asked
from highroad.app.forms.applications import DayForm
from highroad.app.queries.application_pages import story
from highroad.app.queries.slots import slots_left
from highroad.app.says import says
from highroad.app.views.found import or_not_found


@require_http_methods(["GET", "POST"])
@or_not_found
def day(request: Asked, event_id: str) -> HttpResponse:
    """The day of a talk, or the last one of a test or an offer, written by hand."""
    now = clock.now()
    found = story(request.owner, event_id, now=now)
    before = found.entry(event_id).happens_at
    at = localtime(before) if before else None
    form = DayForm(request.POST or None, initial={"on": (at or now).date(), "at": at and at.time()})
    if request.method == "POST" and form.is_valid():
        together = write_day(request.owner, event_id, **form.cleaned_data, now=now)
        messages.success(request, says("undated.kept"), extra_tags=together)
        return redirect("application", found.id)
    context = {"section": "applications", "form": form, "title": says("undated.when"), "button": says("undated.keep")}
    context |= {"where": found.employer or says("undated.unknown"), "back": f"/applications/{found.id}"}
    context["slots"] = [] if before else slots_left(request.owner, event_id, now=now)
    return render(request, "applications/day.html", context, status=422 if form.errors else 200)


@require_POST
@or_not_found
def asked_done(request: Asked, event_id: str) -> HttpResponse:
    """They were answered, or the test was done, in a way that no mail here knows of."""
    did_what_they_asked(request.owner, event_id, now=clock.now())
    messages.success(request, says("undated.done"))
    return redirect("application", event_id)
