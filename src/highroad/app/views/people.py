"""/people: everyone met, and one of them: how to keep in touch, whether two are one, a note to write."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from highroad.app import clock
from highroad.app.actions import people as act
from highroad.app.asked import Asked
from highroad.app.queries import people as ask
from highroad.app.queries.contacts import due
from highroad.app.queries.doors import doors
from highroad.app.views.found import or_not_found
from highroad.applications.contact import Keep
from highroad.words.content import load_toml

SECTION = {"section": "people"}


@require_GET
def people(request: Asked) -> HttpResponse:
    """Everyone met, last heard of first; before them those the user wanted to write to by now."""
    page, met = ask.people(request.owner, number=request.GET.get("page", ""))
    first = page.number == 1
    context = {
        "page": page,
        "people": met,
        "due": due(request.owner, on=clock.now().date()) if first else [],
        "doors": doors(request.owner) if first else [],
    }
    return render(request, "people/people.html", SECTION | context)


@require_GET
@or_not_found
def person(request: Asked, person_id: str) -> HttpResponse:
    """One person; an earlier id leads to the one they go by now."""
    found = ask.page_of(request.owner, person_id)
    if found.person.id != person_id:
        return redirect("person", found.person.id)
    words = _words()
    choices = [(keep, words["keep"][keep], words["keep_small"][keep]) for keep in Keep]
    return render(request, "people/person.html", SECTION | {"page": found, "person": found.person, "choices": choices})


@require_POST
@or_not_found
def keep(request: Asked, person_id: str) -> HttpResponse:
    """How often to keep in touch, and a line of one's own."""
    ask.person(request.owner, person_id)
    chosen = request.POST.get("keep", "")
    if chosen in set(Keep):
        note = request.POST.get("note", "")
        act.keep_in_touch(request.owner, person_id, Keep(chosen), note=note, now=clock.now())
        messages.success(request, _words()["said"]["kept"])
    return redirect("person", person_id)


@require_POST
@or_not_found
def snooze(request: Asked, person_id: str) -> HttpResponse:
    """Not now: four weeks later."""
    until = act.snooze(request.owner, person_id, now=clock.now())
    messages.success(request, _words()["said"]["snoozed"].format(day=_spoken(until)))
    return redirect("person", person_id)


@require_POST
@or_not_found
def in_touch(request: Asked, person_id: str) -> HttpResponse:
    """They talked, in a way that no mail knows of."""
    act.was_in_touch(request.owner, person_id, now=clock.now())
    messages.success(request, _words()["said"]["in_touch"])
    return redirect("person", person_id)


@require_POST
@or_not_found
def same(request: Asked, person_id: str) -> HttpResponse:
    """Whether someone else of this name is the same person."""
    yes = request.POST.get("same") == "yes"
    goes_by = act.say_same(request.owner, person_id, request.POST.get("other", ""), same=yes, now=clock.now())
    messages.success(request, _words()["said"]["same" if yes else "apart"])
    return redirect("person", goes_by)


@require_POST
@or_not_found
def write(request: Asked, person_id: str) -> HttpResponse:
    """Begin a note to them; it waits in the outbox as a draft, and nothing leaves."""
    try:
        row = act.write_to(request.owner, person_id, now=clock.now())
    except act.NoWay:
        messages.info(request, _words()["said"]["no_address"])
        return redirect("person", person_id)
    return redirect(f"/outbox/{row.pk}")


def _words() -> dict[str, Any]:
    return load_toml("highroad.app", "content/people.toml")


def _spoken(day: date) -> str:
    return f"{day.day} {day:%B}"
