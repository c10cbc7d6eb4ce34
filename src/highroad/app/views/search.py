"""/search: a POST, so that words stay out of addresses and history."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from highroad.app import clock
from highroad.app.asked import Asked
from highroad.app.queries.application_pages import lines
from highroad.app.queries.search import search as find


@require_http_methods(["GET", "POST"])
def search(request: Asked) -> HttpResponse:
    """What was found, with a few words around it."""
    if request.method == "GET":
        return redirect("applications")
    words = request.POST.get("words", "")[:200]
    found = find(request.owner, words)
    shown = lines(request.owner, [one.application for one in found], now=clock.now())
    hits = [{"line": line, "around": one.words} for line, one in zip(shown, found, strict=True)]
    return render(request, "search/search.html", {"section": "applications", "words": words, "hits": hits})
