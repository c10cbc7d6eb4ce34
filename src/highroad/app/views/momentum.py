"""/momentum: how it moves, in a word and a picture of what the user did."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from highroad.app import clock
from highroad.app.asked import Asked
from highroad.app.queries.effort import momentum as all_of_it


@require_GET
def momentum(request: Asked) -> HttpResponse:
    """The last twelve weeks; there is no arrow, and nothing to beat."""
    context = {"section": "today", "momentum": all_of_it(request.owner, now=clock.now())}
    return render(request, "momentum/momentum.html", context)
