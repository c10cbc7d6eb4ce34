"""Letters on the way on: one polite question after a silence, withdrawing, declining, and telling the news."""

from enum import StrEnum

from highroad.applications.application import Application
from highroad.applications.people import INTERVIEWERS
from highroad.events.event import Person
from highroad.recovery.letter import BLANK, Letter, Tone, language_for, written
from highroad.recovery.slots import slots_of
from highroad.words.content import load_toml


class Purpose(StrEnum):
    """What a letter is for."""

    FOLLOW_UP = "follow_up"
    WITHDRAWAL = "withdrawal"
    DECLINE = "decline"
    NEWS = "news"


def letter_for(
    application: Application, purpose: Purpose, *, to: Person | None, language: str | None, signed: str = ""
) -> Letter:
    """A short letter, the news with a blank for what they helped with; none of them asks for anything more."""
    templates = load_toml("highroad.steps.keep_going", "content/letters.toml")
    language = language_for(language, templates)
    slots = slots_of(application, to, tone=Tone.WARM, language=language, signed=signed) | {"blank": BLANK}
    return written(templates[language][purpose], slots, to=to)


def whom_to_write(application: Application) -> Person | None:
    """Who runs it rather than who interviewed; None where nobody has an address."""
    people = [person for person in application.people if person.email]
    return next((person for person in people if person.part not in INTERVIEWERS), next(iter(people), None))
