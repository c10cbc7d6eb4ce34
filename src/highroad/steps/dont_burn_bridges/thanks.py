"""One thank-you note for each interviewer met, each with one detail of its own."""

from dataclasses import dataclass
from datetime import date

from highroad.applications.application import Application
from highroad.applications.course import thanked
from highroad.applications.talks import people_met
from highroad.events.event import Person
from highroad.recovery.letter import BLANK, Letter, Tone, language_for, written
from highroad.recovery.slots import slots_of
from highroad.words.content import load_toml


@dataclass(frozen=True, slots=True)
class Note:
    """Thanks owed to one person; `sent_on` is when the user already thanked them."""

    person: Person
    sent_on: date | None


def notes(application: Application) -> tuple[Note, ...]:
    """One for each interviewer of the application, those already thanked included."""
    return tuple(_note(application, person) for person in people_met(application))


def _note(application: Application, person: Person) -> Note:
    sent = thanked(application, person)
    return Note(person, sent.at.date() if sent and sent.at else None)


def thank_you_draft(
    application: Application, person: Person, *, tone: Tone, language: str | None, signed: str = ""
) -> Letter:
    """A note to one person. Its blank is for something only the user remembers of that talk."""
    templates = load_toml("highroad.steps.dont_burn_bridges", "content/letters.toml")
    language = language_for(language, templates)
    template = templates[language]["thanks"][tone]
    slots = slots_of(application, person, tone=tone, language=language, signed=signed) | {"blank": BLANK}
    return written(template, slots, to=person)
