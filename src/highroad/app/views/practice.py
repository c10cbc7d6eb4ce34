"""/practice: one question at a time, aloud."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from highroad.app import clock
from highroad.app.actions.practice import said_aloud
from highroad.app.asked import Asked
from highroad.app.queries.practice import practice as one_question
from highroad.app.views.found import or_not_found
from highroad.steps import words_of


@require_http_methods(["GET", "POST"])
@or_not_found
def practice(request: Asked) -> HttpResponse:
    """One question, and what to listen for once it was said aloud."""
    if request.method == "POST":
        said_aloud(request.owner, request.POST.get("question", ""), now=clock.now())
        return redirect("practice")
    asked = one_question(request.owner, now=clock.now(), question_id=request.GET.get("question"))
    context = {"section": "practice", "practice": asked, "words": words_of("keep_going")}
    return render(request, "practice/practice.html", context)
