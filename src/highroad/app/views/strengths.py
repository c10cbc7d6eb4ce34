"""/strengths: what others did and wrote, from the record."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from highroad.app.asked import Asked
from highroad.app.queries import strengths as ask
from highroad.steps import words_of


@require_GET
def strengths(request: Asked) -> HttpResponse:
    """The list, each line with where it comes from."""
    found = ask.on_record(request.owner)
    context = {"section": "more", "words": words_of("dont_get_stuck")["strengths"], "strengths": found}
    return render(request, "strengths/strengths.html", context)
