"""/dont-get-stuck and /thoughts: catch one thought and look at it, one question a screen."""

import secrets
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from highroad.app import clock
from highroad.app.actions import dont_get_stuck as act
from highroad.app.asked import Asked
from highroad.app.forms.dont_get_stuck import BeliefForm, CatchForm
from highroad.app.queries import dont_get_stuck as ask
from highroad.app.says import says
from highroad.app.views.found import or_not_found
from highroad.steps import words_of
from highroad.steps.dont_get_stuck.fairer import begun
from highroad.steps.dont_get_stuck.thought import Answer, Screen
from highroad.words.distortions import Distortion

STEP = "dont_get_stuck"


@require_http_methods(["GET", "POST"])
@or_not_found
def catch(request: Asked, event_id: str | None = None) -> HttpResponse:
    """What went through your mind?"""
    now = clock.now()
    if request.method == "GET":
        return _catch_page(request, event_id)
    told = _caught(request)
    try:
        number = act.catch(request.owner, event_id, told.pop("thought"), **told, now=now)
    except act.Amiss as refusal:
        return _catch_page(request, event_id, refusal=refusal)
    return redirect("thought-screen", number, Screen.BELIEF)


@require_POST
@or_not_found
def note(request: Asked, event_id: str | None = None) -> HttpResponse:
    """Keep the thought while it is typed; answers with the number to keep it under next time."""
    told = _caught(request)
    row = act.note(request.owner, event_id, told.pop("thought"), **told, now=clock.now())
    return JsonResponse({"row": row})


@require_http_methods(["GET", "POST"])
@or_not_found
def screen(request: Asked, thought_id: int, screen: str) -> HttpResponse:
    """One question about one thought: answered, passed by, or left for now."""
    here = ask.screen_named(screen)
    if request.method == "GET":
        return _screen_page(request, thought_id, screen)
    end = request.POST.get("end", "")
    if here is Screen.HINTS and end not in ("skip", "stop"):
        told = request.POST.get("distortion", "")
        ahead = act.settle(request.owner, thought_id, told, fits="fits" in request.POST)
        return _go_on(thought_id, Screen.DONE if "whole" in request.POST else ahead)
    if end == "skip":
        return _go_on(thought_id, act.pass_by(request.owner, thought_id, here))
    try:
        if end == "stop" and here is Screen.HINTS:
            return redirect("today")
        if end == "stop" or "begin" in request.POST:
            act.keep(request.owner, thought_id, here, _answer(request, here))
            return redirect("today") if end == "stop" else redirect("thought-screen", thought_id, here)
        return _go_on(thought_id, act.answer(request.owner, thought_id, here, _answer(request, here)))
    except act.Amiss as refusal:
        return _screen_page(request, thought_id, screen, refusal=refusal)


@require_POST
@or_not_found
def save(request: Asked, thought_id: int, screen: str) -> HttpResponse:
    """Keep what is typed, as it is typed."""
    here = ask.screen_named(screen)
    try:
        act.keep(request.owner, thought_id, here, _answer(request, here))
    except act.Amiss as refusal:
        return JsonResponse({"row": thought_id, "amiss": str(refusal)})
    return JsonResponse({"row": thought_id})


@require_GET
@or_not_found
def thought(request: Asked, thought_id: int) -> HttpResponse:
    """One record as a whole, as far as it goes."""
    found = ask.thought(request.owner, thought_id)
    return _page(request, "thought", {"thought": found, "fitting": ask.fitting(request.owner, found.record)})


@require_POST
@or_not_found
def let_go(request: Asked, thought_id: int) -> HttpResponse:
    """Delete one thought."""
    undo = act.let_go(request.owner, thought_id, now=clock.now())
    messages.success(request, says("let_go.gone"), extra_tags=undo)
    return redirect("thoughts")


@require_GET
def thoughts(request: Asked) -> HttpResponse:
    """The ones that were caught."""
    return _page(request, "thoughts", {"thoughts": ask.thoughts(request.owner), "section": "more"})


@require_http_methods(["GET", "POST"])
def week(request: Asked) -> HttpResponse:
    """The last seven days; a post says whether to look back each week."""
    if request.method == "POST":
        act.look_back(request.owner, wanted="wanted" in request.POST, now=clock.now())
        return redirect("thoughts-week")
    found = ask.last_week(request.owner, now=clock.now())
    return _page(request, "week", {"thoughts": found, "section": "more"})


@require_http_methods(["GET", "POST"])
def hints(request: Asked) -> HttpResponse:
    """Which distortions may be asked about; a post hides some, or adds one of the user's own."""
    context: dict[str, Any] = {"section": "more"}
    if request.method == "POST":
        try:
            if "name" in request.POST:
                act.add_own(request.owner, request.POST["name"], cues=request.POST.get("cues", ""))
            else:
                asked = request.POST.getlist("asked")
                act.hide(request.owner, hidden={str(one) for one in Distortion} - set(asked))
            return redirect("thoughts-hints")
        except act.Amiss as refusal:
            context["refusal"] = refusal
    return _page(request, "hints", context | {"known": ask.distortions(request.owner)})


@require_POST
@or_not_found
def drop_hint(request: Asked, number: int) -> HttpResponse:
    """Delete a distortion of the user's own."""
    undo = act.drop_own(request.owner, number, now=clock.now())
    messages.success(request, says("let_go.gone"), extra_tags=undo)
    return redirect("thoughts-hints")


def _go_on(thought_id: int, ahead: Screen) -> HttpResponse:
    return redirect("thought", thought_id) if ahead is Screen.DONE else redirect("thought-screen", thought_id, ahead)


def _caught(request: Asked) -> dict[str, Any]:
    form = CatchForm(request.POST)
    form.is_valid()
    told = {"thought": "", "row": None, "about": "", "page": ""} | form.cleaned_data
    return told | {"row_id": told.pop("row")}


def _answer(request: Asked, screen: Screen) -> Answer:
    """What was said on this screen, with a sentence begun at its end when one was asked for."""
    if screen in (Screen.BELIEF, Screen.AFTER):
        form = BeliefForm(request.POST)
        return form.cleaned_data["belief"] if form.is_valid() else None
    if screen is Screen.FEELINGS:
        named = [*request.POST.getlist("feel"), request.POST.get("own", "")]
        return tuple(one.strip()[:80] for one in named if one.strip())
    said = request.POST.get("said", "")
    return begun(said, request.POST["begin"]) if "begin" in request.POST else said


def _catch_page(request: Asked, event_id: str | None, **context: object) -> HttpResponse:
    about = request.GET.get("about", "")
    begin = ask.begin(request.owner, event_id, about=about, now=clock.now())
    return _page(request, "catch", {"begin": begin, "fresh": secrets.token_hex(8)} | context)


def _screen_page(request: Asked, thought_id: int, screen: str, **context: object) -> HttpResponse:
    found = ask.page(request.owner, thought_id, screen, now=clock.now())
    if found.screen is Screen.HINTS and found.hint is None:
        return redirect("thought-screen", thought_id, Screen.SPEAKS_FOR)
    words = words_of(STEP)["screens"][found.screen]
    return _page(request, "screen", {"page": found, "thought": found.thought, "screen_words": words} | context)


def _page(request: Asked, name: str, context: dict[str, Any]) -> HttpResponse:
    whole = {"section": "today", "words": words_of(STEP)} | context
    return render(request, f"dont_get_stuck/{name}.html", whole, status=422 if "refusal" in context else 200)
