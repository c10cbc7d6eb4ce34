"""/settings/private: the key to private writing, and the page shown wherever it is missing."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from highroad.app import clock
from highroad.app.actions import private as act
from highroad.app.asked import Asked
from highroad.app.private import KeyMissing, NotAPhrase
from highroad.app.queries import private as ask
from highroad.steps import words_of


class WhenLocked:
    """Answers with the page that says what can be done, wherever a page needed words whose key is not here."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass it on."""
        return self.answer(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The calm page for a missing key; None leaves every other error to others."""
        if not isinstance(exception, KeyMissing):
            return None
        return render(request, "private/locked.html", {"section": "more"}, status=423)


@require_GET
def private(request: Asked) -> HttpResponse:
    """Where the key lies, and what the phrase is for."""
    return render(request, "private/private.html", {"section": "more", "keys": ask.keys()})


@require_POST
def phrase(request: Asked) -> HttpResponse:
    """Show the phrase on a page for printing; a post, so that no address leads to it."""
    return render(request, "private/phrase.html", {"section": "more", "phrase": act.phrase()})


@require_POST
def bring_back(request: Asked) -> HttpResponse:
    """Take the phrase from paper."""
    try:
        act.bring_key_back(request.POST.get("phrase", ""))
    except NotAPhrase as refusal:
        messages.error(request, str(refusal))
        return redirect("private")
    messages.success(request, words_of("take_a_moment")["key"]["back"])
    return redirect("letters")


@require_POST
def put_aside(request: Asked) -> HttpResponse:
    """Go on without what is locked, once the word was typed; a copy keeps it."""
    words = words_of("take_a_moment")["key"]
    if request.POST.get("word", "").strip().lower() != "aside":
        messages.error(request, words["not_aside"])
        return redirect("private")
    kept = act.put_aside(now=clock.now())
    messages.success(request, words["aside"].format(copy=kept.name))
    return redirect("private")
