"""/dont-get-stuck, /thoughts and /mantras: catch one thought, keep the words one half believes."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from highroad.app import clock
from highroad.app.actions import dont_get_stuck as act
from highroad.app.asked import Asked
from highroad.app.forms.dont_get_stuck import BeliefForm, CatchForm, LookForm
from highroad.app.queries import dont_get_stuck as ask
from highroad.app.views.found import or_not_found
from highroad.steps import words_of

STEP = "dont_get_stuck"


@require_http_methods(["GET", "POST"])
@or_not_found
def catch(request: Asked, event_id: str | None = None) -> HttpResponse:
    """What went through your mind?"""
    now = clock.now()
    begin = ask.begin(request.owner, event_id, now=now)
    if request.method == "GET":
        return _page(request, "catch", {"begin": begin})
    form = CatchForm(request.POST)
    form.is_valid()
    told = form.cleaned_data
    try:
        belief = told.get("belief")
        thought_id = act.catch(request.owner, event_id, told.get("thought", ""), belief=belief, now=now)
    except act.Amiss as refusal:
        return _page(request, "catch", {"begin": begin, "refusal": refusal})
    return redirect("thought", thought_id)


@require_http_methods(["GET", "POST"])
@or_not_found
def thought(request: Asked, thought_id: int) -> HttpResponse:
    """One thought, pinned, and what can be written about it."""
    context: dict[str, Any] = {}
    if request.method == "POST":
        try:
            act.look_at(request.owner, thought_id, **_looked(request))
        except act.Amiss as refusal:
            context["refusal"] = refusal
        else:
            return redirect("thought", thought_id)
    context["thought"] = ask.thought(request.owner, thought_id)
    return _page(request, "thought", context)


@require_POST
@or_not_found
def save(request: Asked, thought_id: int) -> HttpResponse:
    """Keep what is typed about a thought, as it is typed."""
    try:
        act.look_at(request.owner, thought_id, **_looked(request))
    except act.Amiss as refusal:
        return JsonResponse({"row": thought_id, "amiss": str(refusal)})
    return JsonResponse({"row": thought_id})


@require_POST
@or_not_found
def believe(request: Asked, thought_id: int) -> HttpResponse:
    """How true does the first one feel now?"""
    form = BeliefForm(request.POST)
    if form.is_valid():
        try:
            act.believe_now(request.owner, thought_id, form.cleaned_data["belief"])
        except act.Amiss as refusal:
            messages.info(request, str(refusal))
    return redirect("thought", thought_id)


@require_POST
@or_not_found
def let_go(request: Asked, thought_id: int) -> HttpResponse:
    """Delete one thought."""
    act.let_go(request.owner, thought_id)
    messages.success(request, "Deleted.")
    return redirect("thoughts")


@require_GET
def thoughts(request: Asked) -> HttpResponse:
    """The ones that were caught."""
    return _page(request, "thoughts", {"thoughts": ask.thoughts(request.owner), "section": "more"})


@require_http_methods(["GET", "POST"])
def mantras(request: Asked) -> HttpResponse:
    """Ours and the user's own; a post adds one of their own."""
    if request.method == "POST":
        try:
            return redirect("mantra", act.write_own(request.owner, request.POST.get("text", ""), now=clock.now()))
        except act.Amiss:
            messages.info(request, "Write a few words first.")
    found = ask.shown_mantras(request.owner)
    return _page(request, "mantras", {"mantras": found, "section": "more"})


@require_http_methods(["GET", "POST"])
@or_not_found
def mantra(request: Asked, name: str) -> HttpResponse:
    """How true does this one feel?"""
    form = BeliefForm(request.POST)
    if request.method == "POST" and form.is_valid():
        act.rate(request.owner, name, form.cleaned_data["belief"], now=clock.now())
        return redirect("mantra", name)
    return _page(request, "mantra", {"mantra": ask.mantra(request.owner, name), "section": "more"})


def _looked(request: Asked) -> dict[str, str]:
    form = LookForm(request.POST)
    form.is_valid()
    return {name: form.cleaned_data.get(name, "") for name in LookForm.base_fields}


def _page(request: Asked, name: str, context: dict[str, Any]) -> HttpResponse:
    whole = {"section": "today", "words": words_of(STEP)} | context
    return render(request, f"dont_get_stuck/{name}.html", whole, status=422 if "refusal" in context else 200)
