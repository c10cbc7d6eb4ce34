"""/likely-not-you: what this no can tell, and what it can't."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from highroad.app import clock
from highroad.app.actions.recoveries import looked
from highroad.app.asked import Asked
from highroad.app.queries.likely_not_you import likely
from highroad.app.views.found import or_not_found
from highroad.steps import words_of

STEP = "likely_not_you"


@require_http_methods(["GET", "POST"])
@or_not_found
def step(request: Asked, event_id: str) -> HttpResponse:
    """How far it went, what they stated, the signs, and what cannot be known."""
    if request.method == "POST":
        looked(request.owner, event_id, STEP, now=clock.now())
        return redirect("no", event_id)
    found = likely(request.owner, event_id)
    context = {"section": "today", "likely": found, "no": found.no, "words": words_of(STEP)}
    return render(request, "likely_not_you/step.html", context)
