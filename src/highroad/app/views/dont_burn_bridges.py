"""/dont-burn-bridges: one reply, thanks to those the user talked with, and what stands open for another time."""

from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from highroad.app import clock
from highroad.app.actions import employers as act
from highroad.app.actions.recoveries import flag_unfair, looked
from highroad.app.asked import Asked
from highroad.app.queries.dont_burn_bridges import bridges
from highroad.app.queries.own_record import record_of
from highroad.app.queries.recoveries import no
from highroad.app.views.found import or_not_found
from highroad.steps import words_of

PAGE = "no-dont-burn-bridges"


@require_GET
@or_not_found
def step(request: Asked, event_id: str) -> HttpResponse:
    """Whom to answer and whom to thank, and when to knock again."""
    found = bridges(request.owner, event_id, now=clock.now())
    context = {"bridges": found, "no": found.no, "door": found.door, "words": words_of("dont_burn_bridges")}
    return render(request, "dont_burn_bridges/step.html", {"section": "today"} | context)


@require_POST
@or_not_found
def sent(request: Asked, event_id: str) -> HttpResponse:
    """The user wrote to them, in a way that no outbox knows of."""
    looked(request.owner, event_id, "dont_burn_bridges", now=clock.now())
    return redirect("no", event_id)


@require_POST
@or_not_found
def unfair(request: Asked, event_id: str) -> HttpResponse:
    """The user thinks that it broke the law, or no longer does."""
    if flag_unfair(request.owner, event_id, unfair=request.POST.get("unfair") == "yes", now=clock.now()):
        messages.success(request, words_of("dont_burn_bridges")["unfair_stays"])
    return redirect(PAGE, event_id)


@require_POST
@or_not_found
def remind(request: Asked, event_id: str) -> HttpResponse:
    """Take the reminder with one tap, or let it go."""
    if request.POST.get("remind") == "no":
        act.forget_reminder(request.owner, event_id)
        return redirect(PAGE, event_id)
    try:
        act.remind(request.owner, event_id, on=None, now=clock.now())
    except (act.DayGone, act.DayFar) as refusal:
        messages.error(request, str(refusal))
    return redirect(PAGE, event_id)


@require_POST
@or_not_found
def again(request: Asked, event_id: str) -> HttpResponse:
    """The user's own day to apply there again."""
    no(request.owner, event_id)
    words = words_of("dont_burn_bridges")
    try:
        act.apply_again(request.owner, event_id, on=date.fromisoformat(request.POST.get("on", "")), now=clock.now())
    except (act.DayGone, act.DayFar) as refusal:
        messages.error(request, str(refusal))
    except ValueError:
        messages.error(request, words["no_day"])
    else:
        messages.success(request, words["day_kept"])
    return redirect(PAGE, event_id)


@require_POST
@or_not_found
def record(request: Asked, event_id: str) -> HttpResponse:
    """Hand over the record of this one application, to show to an adviser."""
    answer = HttpResponse(record_of(request.owner, event_id, now=clock.now()), content_type="application/zip")
    answer["Content-Disposition"] = 'attachment; filename="record.zip"'
    return answer
