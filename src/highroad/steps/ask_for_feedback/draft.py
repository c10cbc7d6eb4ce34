"""The question itself: short, one thing, with an easy way out."""

from highroad.applications.application import Application
from highroad.events.event import Person
from highroad.recovery.letter import Letter, Tone, language_for, written
from highroad.recovery.slots import slots_of
from highroad.words.content import load_toml

LONGEST = 90  # words


def draft(application: Application, person: Person, *, tone: Tone, language: str | None, signed: str = "") -> Letter:
    """A request for feedback made from the timeline, at most 90 words; `signed` is the user's name."""
    language = language_for(language)
    template = load_toml("highroad.steps.ask_for_feedback", "content/letters.toml")[language][tone]
    slots = slots_of(application, person, tone=tone, language=language, signed=signed)
    letter = written(template, slots, to=person)
    return letter if len(letter.body.split()) <= LONGEST else written(template, slots | SHORTER, to=person)


# What is left out when names and roles are long.
SHORTER = {"quote": "", "others": ""}
