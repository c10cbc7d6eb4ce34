"""Private writing: the page it is written on, and /letters. No address field anywhere."""

import secrets
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from highroad.app import clock
from highroad.app.actions import writing as act
from highroad.app.asked import Asked
from highroad.app.forms.take_a_moment import WritingForm
from highroad.app.numbers import number_in
from highroad.app.queries import take_a_moment
from highroad.app.queries import writing as ask
from highroad.app.views.found import or_not_found
from highroad.steps import words_of
from highroad.steps.take_a_moment.writing import BEST, MOST_VALUES, Felt, stop

ENDS = {"keep": act.keep, "seal": act.seal}
SAID = {"keep": "kept", "seal": "sealed", "burn": "burned"}


@require_http_methods(["GET", "POST"])
@or_not_found
def write(request: Asked, event_id: str | None = None) -> HttpResponse:
    """Write, and then keep it, seal it or burn it; a save without an end goes on writing."""
    room = take_a_moment.room(request.owner, event_id, "writing", now=clock.now())
    if request.method == "GET":
        about, row_id = request.GET.get("about", ""), number_in(request.GET.get("row", ""))
        page = ask.page(request.owner, room.no, about, row_id=row_id, fresh=secrets.token_hex(8), now=clock.now())
        words = words_of("take_a_moment")
        context = {"section": "today", "room": room, "page": page, "words": words, "end": words["ending"]}
        return render(request, f"take_a_moment/{'write' if page.prompt else 'what'}.html", context)
    end, told = request.POST.get("end", ""), _told(request)
    if end == "burn":
        _burn(request, event_id, told)
    else:
        try:
            row_id = _save(request, event_id, told)
        except act.Ended:
            return render(request, "take_a_moment/ended.html", {"section": "today", "text": told["text"]}, status=410)
        if end not in ENDS:
            return redirect(f"{room.url}/write")
        if len(told["value"]) > MOST_VALUES and "many" not in request.POST:  # said once, then it is the user's choice
            return redirect(f"{room.url}/write?about={BEST}")
        if row_id is None:
            return redirect(room.onward)
        ENDS[end](request.owner, row_id, now=clock.now())
    messages.success(request, words_of("take_a_moment")["ending"][SAID[end]])
    return redirect(f"{room.url}/write/after")


@require_POST
@or_not_found
def save(request: Asked, event_id: str | None = None) -> HttpResponse:
    """Save the page while it is written; a page that was ended is gone, and says so."""
    try:
        _save(request, event_id, _told(request))
    except act.Ended:
        return JsonResponse({"ended": words_of("take_a_moment")["ending"]["ended"]}, status=410)
    return JsonResponse({"saved": True})


@require_http_methods(["GET", "POST"])
@or_not_found
def after(request: Asked, event_id: str | None = None) -> HttpResponse:
    """How is it now? One tap, or none; after some answers plainer words are offered next time."""
    room = take_a_moment.room(request.owner, event_id, "writing", now=clock.now())
    ended = ask.just_ended(request.owner, room.no, now=clock.now())
    felt = request.POST.get("felt", "")
    if ended is None or felt in list(Felt):
        if ended and felt:
            act.say_felt(request.owner, ended, Felt(felt))
        return redirect(f"{room.url}/write/heavier" if ended and felt == Felt.HEAVIER else room.onward)
    stopped = stop(ask.sittings(request.owner, room.no, now=clock.now()), today=clock.now().date())
    words = words_of("take_a_moment")
    context = {"section": "today", "room": room, "words": words, "end": words["ending"], "stopped": stopped or ""}
    return render(request, "take_a_moment/after.html", context)


@require_GET
@or_not_found
def heavier(request: Asked, event_id: str | None = None) -> HttpResponse:
    """Writing left it heavier: enough of it for today, and what eases sooner."""
    room = take_a_moment.room(request.owner, event_id, "writing", now=clock.now())
    context = {"section": "today", "room": room, "words": words_of("take_a_moment")["heavier"]}
    return render(request, "take_a_moment/heavier.html", context)


@require_GET
def letters(request: Asked) -> HttpResponse:
    """What was kept; a sealed one shows its date and nothing else."""
    found = ask.letters(request.owner, now=clock.now())
    return render(request, "writing/letters.html", {"section": "more", "letters": found})


@require_http_methods(["GET", "POST"])
@or_not_found
def letter(request: Asked, row_id: int) -> HttpResponse:
    """One letter; a post burns it, or ends one that is not ended."""
    found = ask.letter(request.owner, row_id, now=clock.now())
    words, end = words_of("take_a_moment")["ending"], request.POST.get("end", "")
    ends = {"burn": act.burn} | (ENDS if found.unfinished else {})
    if end not in ends:
        return render(request, "writing/letter.html", {"section": "more", "letter": found, "end": words})
    ends[end](request.owner, row_id, now=clock.now())
    messages.success(request, words[SAID[end]])
    return redirect("letters")


def _told(request: Asked) -> dict[str, Any]:
    """What the page holds; whatever is missing or odd is left to what an empty page has."""
    form = WritingForm(request.POST)
    form.is_valid()
    told = {"text": "", "about": "free", "page": secrets.token_hex(8), "value": []}
    return told | {name: value for name, value in form.cleaned_data.items() if value}


def _save(request: Asked, event_id: str | None, told: dict[str, Any]) -> int | None:
    """The number of what was saved; raises act.Ended."""
    page, about, values = told["page"], told["about"], told["value"]
    return act.save(request.owner, event_id, told["text"], page=page, about=about, values=values, now=clock.now())


def _burn(request: Asked, event_id: str | None, told: dict[str, Any]) -> None:
    """What is to be burned is not saved once more before."""
    row_id = ask.row_of(request.owner, told["page"])
    if row_id is not None:
        act.burn(request.owner, row_id, now=clock.now())
    elif told["text"].strip():
        act.burn_unsaved(request.owner, event_id, page=told["page"], about=told["about"], now=clock.now())
