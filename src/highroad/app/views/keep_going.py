"""/keep-going: one next thing."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from highroad.app import clock
from highroad.app.actions import keep_going as act
from highroad.app.asked import Asked
from highroad.app.queries.keep_going import one_next_thing, rest_now
from highroad.app.queries.recoveries import confirmed
from highroad.app.queries.today import near
from highroad.app.views.found import or_not_found
from highroad.steps import words_of
from highroad.steps.keep_going.next_thing import Size

STEP = "keep_going"
AFTER_ALL = "after_all"


@require_http_methods(["GET", "POST"])
@or_not_found
def step(request: Asked, event_id: str | None = None) -> HttpResponse:
    """Five minutes, half an hour, or not today: each offers exactly one thing."""
    if event_id:
        confirmed(request.owner, event_id)
    home = f"/no/{event_id}" if event_id else "/"
    if request.method == "POST":
        _did(request, event_id)
        return redirect(request.path if request.POST.get("deed") == AFTER_ALL else home)
    context = {"section": "today", "words": words_of(STEP), "home": home, "has_no": bool(event_id)}
    now, size, passed_over = clock.now(), request.GET.get("size", ""), request.GET.getlist("not")
    found = rest_now(request.owner, now=now)
    if found:
        context["near"] = near(request.owner, now=now)
    elif size in set(Size):
        found = one_next_thing(request.owner, Size(size), now=now, passed_over=passed_over)
    if found:
        context |= {"size": size, "found": found, "thing": found.thing, "passed_over": [*passed_over, found.thing.deed]}
    return render(request, "keep_going/step.html", context)


def _did(request: Asked, event_id: str | None) -> None:
    deed, now = request.POST.get("deed", ""), clock.now()
    if deed == AFTER_ALL:
        act.after_all(request.owner, now=now)
    elif deed:
        act.did_it(request.owner, event_id, deed, now=now)
    elif request.POST.get("size") == Size.NOT_TODAY:
        act.not_today(request.owner, event_id, now=now)
