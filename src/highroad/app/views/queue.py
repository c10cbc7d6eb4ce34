"""/queue: openings to apply to, from "saw it" to "sent"."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from highroad.app import clock
from highroad.app.actions import queue as act
from highroad.app.asked import Asked
from highroad.app.forms.queue import OpeningForm
from highroad.app.queries import queue as ask
from highroad.app.views.found import or_not_found
from highroad.words.content import load_toml

SECTION = {"section": "more"}
TYPED = ("text", "employer", "role", "place")


@require_GET
def queue(request: Asked) -> HttpResponse:
    """What waits, what was sent, what was let go."""
    found = ask.queue(request.owner, now=clock.now())
    return _page(request, "queue", queue=found, gone=ask.let_go(request.owner), button=_button(request))


@require_http_methods(["GET", "POST"])
def new(request: Asked) -> HttpResponse:
    """Keep one; what a button in the browser brings along only fills the form."""
    if request.method == "GET":
        url, title = request.GET.get("url", ""), request.GET.get("title", "")
        return _page(request, "new", typed=ask.brought(url, title=title, now=clock.now()))
    typed = {name: request.POST.get(name, "") for name in TYPED}
    try:
        opening_id = act.add(request.owner, typed.pop("text"), **typed, now=clock.now())
    except act.NothingToKeep as refusal:
        return _page(request, "new", typed=request.POST, refusal=refusal, code=422)
    return redirect("opening", opening_id)


@require_POST
@or_not_found
def keep(request: Asked, posting_id: int) -> HttpResponse:
    """Keep a posting of a followed board."""
    return redirect("opening", act.add_from_board(request.owner, posting_id, now=clock.now()))


@require_GET
@or_not_found
def opening(request: Asked, opening_id: int) -> HttpResponse:
    """One of them."""
    found = ask.opening(request.owner, opening_id, now=clock.now())
    names: dict[str, str] = _words()["needs"]
    needs = [(need, names[need], need in found.ready) for need in found.needs]
    return _page(request, "opening", opening=found, needs=needs)


@require_http_methods(["GET", "POST"])
@or_not_found
def change(request: Asked, opening_id: int) -> HttpResponse:
    """Put right what was read."""
    found = ask.opening(request.owner, opening_id, now=clock.now())
    names = ("employer", "role", "place", "url", "posted_on", "closes_on", "note")
    form = OpeningForm(request.POST or None, initial={name: getattr(found, name) for name in names})
    if request.method == "POST" and form.is_valid():
        act.change(request.owner, opening_id, **form.cleaned_data)
        return redirect("opening", opening_id)
    return _page(request, "change", opening=found, form=form)


@require_POST
@or_not_found
def ready(request: Asked, opening_id: int) -> HttpResponse:
    """What is ready of what it asks for."""
    act.say_ready(request.owner, opening_id, request.POST.getlist("ready"), now=clock.now())
    messages.success(request, _words()["said"]["ready"])
    return redirect("opening", opening_id)


@require_POST
@or_not_found
def sent(request: Asked, opening_id: int) -> HttpResponse:
    """The user applied, out there."""
    together = act.say_sent(request.owner, opening_id, now=clock.now())
    messages.success(request, _words()["said"]["sent"], extra_tags=together)
    return redirect("opening", opening_id)


@require_POST
@or_not_found
def not_sent(request: Asked, opening_id: int) -> HttpResponse:
    """The confirmation that came was for something else."""
    act.say_not_sent(request.owner, opening_id, request.POST.get("application", ""))
    messages.success(request, _words()["said"]["not_sent"])
    return redirect("opening", opening_id)


@require_POST
@or_not_found
def let_go(request: Asked, opening_id: int) -> HttpResponse:
    """Not this one."""
    act.let_go(request.owner, opening_id, now=clock.now())
    messages.success(request, _words()["said"]["let_go"])
    return redirect("queue")


@require_POST
@or_not_found
def put_back(request: Asked, opening_id: int) -> HttpResponse:
    """It is wanted after all."""
    act.put_back(request.owner, opening_id)
    return redirect("opening", opening_id)


def _button(request: Asked) -> str:
    """A link for the browser's bar: it opens our form with the page's address and title, and loads nothing."""
    told = "'?url='+encodeURIComponent(location.href)+'&title='+encodeURIComponent(document.title)"
    return f"javascript:void(location.href='http://{request.get_host()}/queue/new'+{told})"


def _page(request: Asked, name: str, *, code: int = 200, **context: object) -> HttpResponse:
    return render(request, f"queue/{name}.html", SECTION | context, status=code)


def _words() -> dict[str, Any]:
    return load_toml("highroad.app", "content/queue.toml")
