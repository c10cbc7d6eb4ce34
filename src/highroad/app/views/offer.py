"""/offer: "I got one", weighing two, declining politely; and one polite question after a silence."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from highroad.app import clock
from highroad.app.actions import offer as act
from highroad.app.asked import Asked
from highroad.app.queries import offer as ask
from highroad.app.says import says
from highroad.app.views.found import or_not_found
from highroad.steps.keep_going.letters import Purpose

SECTION = {"section": "today"}


@require_GET
def offer(request: Asked) -> HttpResponse:
    """Which one it is; once the user said yes to one, its page."""
    if taken := ask.taken(request.owner):
        return redirect("offer-got", taken)
    return render(request, "offer/which.html", SECTION | {"choices": ask.choices(request.owner), "now": clock.now()})


@require_GET
def weigh(request: Asked) -> HttpResponse:
    """The offers side by side, with their dates and what was said."""
    return render(request, "offer/weigh.html", SECTION | {"offers": ask.offers(request.owner), "now": clock.now()})


@require_http_methods(["GET", "POST"])
@or_not_found
def got(request: Asked, some_id: str) -> HttpResponse:
    """Say yes to this one, and what follows from it."""
    if request.method == "POST":
        together = act.got_it(request.owner, some_id, now=clock.now())
        messages.success(request, says("offer.kept"), extra_tags=together)
        return redirect("offer-got", some_id)
    try:
        found = ask.got(request.owner, some_id)
    except ask.NoYes:
        return redirect("offer")
    return render(request, "offer/got.html", SECTION | {"got": found})


@require_POST
@or_not_found
def tell(request: Asked, some_id: str, person_id: str) -> HttpResponse:
    """A letter with the news to one person."""
    return redirect("outbox-text", act.tell(request.owner, some_id, person_id, now=clock.now()).pk)


@require_POST
@or_not_found
def write(request: Asked, some_id: str, purpose: Purpose) -> HttpResponse:
    """A letter about one application."""
    return redirect("outbox-text", act.write_about(request.owner, some_id, purpose, now=clock.now()).pk)


@require_POST
@or_not_found
def withdraw_everywhere(request: Asked, some_id: str) -> HttpResponse:
    """A draft for each that is still open."""
    if act.withdraw_everywhere(request.owner, some_id, now=clock.now()):
        messages.success(request, says("offer.drafts"))
    return redirect("offer-got", some_id)


@require_POST
@or_not_found
def withdrawn(request: Asked, some_id: str) -> HttpResponse:
    """Let one go without a letter."""
    together = act.withdrawn(request.owner, some_id, now=clock.now())
    messages.success(request, says("offer.closed"), extra_tags=together)
    return redirect("offer")


@require_POST
@or_not_found
def close_others(request: Asked, some_id: str) -> HttpResponse:
    """Let go of all where nobody was met."""
    if together := act.close_others(request.owner, some_id, now=clock.now()):
        messages.success(request, says("offer.all_closed"), extra_tags=together)
    return redirect("offer-got", some_id)


@require_POST
def put_away(request: Asked) -> HttpResponse:
    """Put the search away, or take it up again."""
    if request.POST.get("again"):
        act.take_up(request.owner)
    else:
        act.put_away(request.owner, now=clock.now())
    return redirect("today")
