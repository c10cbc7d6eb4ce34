"""/boards: employers' boards the user follows; each look is the user's own press."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from highroad.app import clock
from highroad.app.actions import boards as act
from highroad.app.asked import Asked
from highroad.app.queries import boards as ask
from highroad.app.views.found import or_not_found
from highroad.steps.keep_going.openings.feed import NeverRead, NoFeed, feed_of
from highroad.words.content import load_toml

SECTION = {"section": "more"}


@require_GET
def boards(request: Asked) -> HttpResponse:
    """What is new, and the boards it is from."""
    return _page(request, "boards", boards=ask.boards(request.owner), new=ask.new_ones(request.owner, now=clock.now()))


@require_http_methods(["GET", "POST"])
def new(request: Asked) -> HttpResponse:
    """Follow one: its address first, then a yes to the very hosts that will be asked."""
    if request.method == "GET":
        return _page(request, "new")
    address, employer = request.POST.get("address", ""), request.POST.get("employer", "")
    typed = {"address": address, "employer": employer}
    try:
        feed = feed_of(address)
        if request.POST.get("yes"):
            return redirect("board", act.follow(request.owner, address, employer=employer, now=clock.now()))
    except (NoFeed, NeverRead) as refusal:
        return _page(request, "new", typed=typed, refusal=refusal, code=422)
    return _page(request, "allow", typed=typed, feed=feed)


@require_GET
@or_not_found
def board(request: Asked, board_id: int) -> HttpResponse:
    """One board and what stands on it."""
    found, postings = ask.board(request.owner, board_id, now=clock.now())
    return _page(request, "board", board=found, postings=postings)


@require_POST
@or_not_found
def look(request: Asked, board_id: int) -> HttpResponse:
    """Ask one board what is new."""
    try:
        _say(request, [act.look(request.owner, board_id, now=clock.now())])
    except act.REFUSALS as refusal:
        messages.info(request, str(refusal))
    return redirect("board", board_id)


@require_POST
def look_at_all(request: Asked) -> HttpResponse:
    """Ask every board that may be asked by now."""
    try:
        _say(request, act.look_at_all(request.owner, now=clock.now()))
    except act.REFUSALS as refusal:
        messages.info(request, str(refusal))
    return redirect("boards")


@require_http_methods(["GET", "POST"])
def search(request: Asked) -> HttpResponse:
    """By words and place; posted, so that neither stays in an address."""
    words, place = request.POST.get("words", "")[:200], request.POST.get("place", "")[:100]
    found = ask.search(request.owner, words, place, now=clock.now())
    return _page(request, "search", words=words, place=place, found=found)


@require_POST
@or_not_found
def stop(request: Asked, board_id: int) -> HttpResponse:
    """Follow it no more."""
    act.stop(request.owner, board_id, now=clock.now())
    messages.success(request, _words()["said"]["stopped"])
    return redirect("boards")


@require_GET
@or_not_found
def posting(request: Asked, posting_id: int) -> HttpResponse:
    """One posting."""
    return _page(request, "posting", one=ask.posting(request.owner, posting_id, now=clock.now()))


def _say(request: Asked, looked: list[act.Looked]) -> None:
    words = _words()
    new, well = sum(one.new for one in looked), [one for one in looked if not one.trouble]
    if well:
        messages.success(request, words["said"]["new" if new else "nothing_new"].format(new=new))
    for why in dict.fromkeys(one.trouble for one in looked if one.trouble):
        messages.info(request, words["trouble"][why])
    if not looked:
        messages.info(request, words["said"]["none_due"])


def _page(request: Asked, name: str, *, code: int = 200, **context: object) -> HttpResponse:
    return render(request, f"boards/{name}.html", SECTION | context, status=code)


def _words() -> dict[str, Any]:
    return load_toml("highroad.app", "content/boards.toml")
