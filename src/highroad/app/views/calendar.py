"""/calendar.ics for calendar programs, and /settings/calendar where it is opened and closed."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from highroad.app import clock
from highroad.app.actions.calendar import close_feed, open_feed
from highroad.app.asked import Asked
from highroad.app.queries.calendar import calendar, owner_of


@require_GET
def feed(request: HttpRequest) -> HttpResponse:
    """The calendar, to whoever brings its key; calendar programs have no cookie."""
    owner = owner_of(request.GET.get("key", ""))
    if owner is None:
        raise Http404
    return HttpResponse(calendar(owner, now=clock.now()), content_type="text/calendar; charset=utf-8")


@require_http_methods(["GET", "POST"])
def settings(request: Asked) -> HttpResponse:
    """Open it, close it, or make a new address for it."""
    if request.method == "POST":
        change = close_feed if request.POST.get("feed") == "close" else open_feed
        change(request.owner)
        return redirect("calendar-settings")
    key = request.owner.calendar_key
    address = request.build_absolute_uri(f"/calendar.ics?key={key}") if key else ""
    return render(request, "calendar/settings.html", {"section": "more", "address": address})
