"""/dont-burn-bridges: one reply, and thanks to those the user talked with."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from highroad.app import clock
from highroad.app.actions.recoveries import flag_unfair
from highroad.app.asked import Asked
from highroad.app.queries.dont_burn_bridges import bridges
from highroad.app.views.found import or_not_found
from highroad.steps import words_of


@require_GET
@or_not_found
def step(request: Asked, event_id: str) -> HttpResponse:
    """Whom to answer and whom to thank."""
    found = bridges(request.owner, event_id)
    context = {"section": "today", "bridges": found, "no": found.no, "words": words_of("dont_burn_bridges")}
    return render(request, "dont_burn_bridges/step.html", context)


@require_POST
@or_not_found
def unfair(request: Asked, event_id: str) -> HttpResponse:
    """The user thinks that it broke the law, or no longer does."""
    flag_unfair(request.owner, event_id, unfair=request.POST.get("unfair") == "yes", now=clock.now())
    return redirect("no-dont-burn-bridges", event_id)
