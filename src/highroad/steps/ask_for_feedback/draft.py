"""The question itself: short, one thing, with an easy way out; and the one nudge, shorter still."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from highroad.applications.application import Application
from highroad.events.event import Person
from highroad.recovery.letter import Letter, Tone, language_for, spoken_date, written
from highroad.recovery.slots import slots_of
from highroad.words.content import load_toml

LONGEST = 90  # words

# What is left out, one after the other, while names and roles make a letter too long.
LEFT_OUT = ("quote", "gap", "others", "role")


def draft(application: Application, person: Person, *, tone: Tone, language: str | None, signed: str = "") -> Letter:
    """A request for feedback made from the timeline, at most 90 words; `signed` is the user's name."""
    templates = load_toml("highroad.steps.ask_for_feedback", "content/letters.toml")
    tongue = language_for(language, templates)
    slots = slots_of(application, person, tone=tone, language=tongue, signed=signed)
    return _short(templates[tongue][tone], slots, to=person)


def nudge(
    application: Application, person: Person, *, asked_on: date, tone: Tone, language: str | None, signed: str = ""
) -> Letter:
    """The same question once more, in two sentences, in the thread of the first."""
    templates = load_toml("highroad.steps.ask_for_feedback", "content/nudges.toml")
    tongue = language_for(language, templates)
    first = draft(application, person, tone=tone, language=language)
    slots = slots_of(application, person, tone=tone, language=tongue, signed=signed)
    slots |= {"asked": first.subject, "asked_on": spoken_date(asked_on, tongue)}
    return written({"subject": templates[tongue]["subject"]} | templates[tongue][tone], slots, to=person)


def _short(template: dict[str, Any], slots: dict[str, str], *, to: Person) -> Letter:
    """The longest version that keeps to the bound; the shortest there is when none does."""
    *longer, shortest = (written(template, version, to=to) for version in _versions(slots))
    return next((letter for letter in longer if len(letter.body.split()) <= LONGEST), shortest)


def _versions(slots: dict[str, str]) -> Iterator[dict[str, str]]:
    yield slots
    for name in LEFT_OUT:
        slots = slots | {name: ""}
        yield slots
