"""/take-a-moment: one decision a screen; under /no/{id} it belongs to that no, alone it belongs to nothing."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from highroad.app import clock
from highroad.app.actions import recoveries, take_a_moment
from highroad.app.asked import Asked
from highroad.app.forms.take_a_moment import STRENGTHS, ComfortForm, FeelingsForm, GuessForm
from highroad.app.queries import take_a_moment as ask
from highroad.app.views.found import or_not_found
from highroad.steps import words_of
from highroad.steps.take_a_moment.breathing import LENGTHS, breathing
from highroad.steps.take_a_moment.feelings import feelings as all_feelings


@require_http_methods(["GET", "POST"])
@or_not_found
def feelings(request: Asked, event_id: str | None = None) -> HttpResponse:
    """What is here? Several at once, or none."""
    room = ask.room(request.owner, event_id, "feelings", now=clock.now())
    form = FeelingsForm(request.POST)
    if request.method == "POST" and form.is_valid():
        strength = form.cleaned_data["strength"]
        take_a_moment.name_feelings(request.owner, event_id, form.named(), strength=strength, now=clock.now())
        return redirect(room.onward)
    return _screen(request, "feelings", room, feelings=all_feelings(), strengths=STRENGTHS)


@require_http_methods(["GET", "POST"])
@or_not_found
def breathe(request: Asked, event_id: str | None = None) -> HttpResponse:
    """Three quiet minutes, after a line for each feeling that was named."""
    now = clock.now()
    room = ask.room(request.owner, event_id, "breathing", now=now)
    if request.method == "POST":
        take_a_moment.breathe(request.owner, event_id, now=now)
        return redirect(room.onward)
    named = ask.named_in(ask.latest_moment(request.owner, room.no, now=now))
    minutes = _minutes(request)
    more = {"named": named, "minutes": minutes, "lengths": LENGTHS, "breathing": breathing(minutes)}
    return _screen(
        request, "breathe", room, title=words_of(take_a_moment.STEP)["breathing"]["titles"][str(minutes)], **more
    )


@require_http_methods(["GET", "POST"])
@or_not_found
def relax(request: Asked, event_id: str | None = None) -> HttpResponse:
    """The same few minutes, letting go part by part; it stands where breathing does."""
    room = ask.room(request.owner, event_id, "breathing", now=clock.now())
    if request.method == "POST":
        take_a_moment.breathe(request.owner, event_id, now=clock.now())
        return redirect(room.onward)
    return _screen(request, "relax", room, minutes=_minutes(request), lengths=LENGTHS)


@require_http_methods(["GET", "POST"])
@or_not_found
def tomorrow(request: Asked, event_id: str | None = None) -> HttpResponse:
    """How will it feel later? Shown back when later has come."""
    room = ask.room(request.owner, event_id, "guess", now=clock.now())
    form = GuessForm(request.POST)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        take_a_moment.guess(request.owner, event_id, tomorrow=told["tomorrow"], week=told["week"], now=clock.now())
        return redirect(room.onward)
    return _screen(request, "tomorrow", room)


@require_http_methods(["GET", "POST"])
@or_not_found
def kind(request: Asked, event_id: str | None = None) -> HttpResponse:
    """Something kind for the next hour: permission, never a remedy; the user's own stand below ours."""
    room = ask.room(request.owner, event_id, "comfort", now=clock.now())
    form = ComfortForm(request.POST)
    if request.method == "POST" and form.is_valid():
        take_a_moment.add_comfort(request.owner, form.cleaned_data["text"], now=clock.now())
        messages.success(request, words_of("take_a_moment")["comfort"]["added"])
        return redirect(request.path)
    return _screen(request, "kind", room, own=ask.comforts(request.owner))


@require_POST
@or_not_found
def comfort_gone(request: Asked, comfort_id: int) -> HttpResponse:
    """Take one of the user's own off their list."""
    undo = take_a_moment.let_comfort_go(request.owner, comfort_id, now=clock.now())
    messages.success(request, words_of("take_a_moment")["comfort"]["gone"], extra_tags=undo)
    return redirect("/take-a-moment/kind")


@require_http_methods(["GET", "POST"])
@or_not_found
def rest(request: Asked, event_id: str | None = None) -> HttpResponse:
    """The next steps rest until tomorrow, or longer, or not at all."""
    room = ask.room(request.owner, event_id, "rest", now=clock.now())
    if request.method == "GET" or event_id is None:
        return _screen(request, "rest", room)
    chosen = request.POST.get("until", "")
    if chosen == "now":
        recoveries.go_on(request.owner, event_id, now=clock.now())
        return redirect(room.home)
    recoveries.rest(request.owner, event_id, longer=chosen == "longer", now=clock.now())
    return redirect("today")


def _minutes(request: Asked) -> int:
    asked = request.GET.get("minutes", "")
    return int(asked) if asked in map(str, LENGTHS) else LENGTHS[0]


def _screen(request: Asked, name: str, room: ask.Room, **more: object) -> HttpResponse:
    context = {"section": "today", "room": room, "words": words_of("take_a_moment"), **more}
    return render(request, f"take_a_moment/{name}.html", context)
