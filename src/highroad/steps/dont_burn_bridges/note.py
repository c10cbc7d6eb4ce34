"""A few lines to someone the user wants to keep in touch with."""

from highroad.applications.application import Application
from highroad.events.event import Person
from highroad.recovery.letter import BLANK, Letter, Tone, language_for, written
from highroad.recovery.slots import slots_of
from highroad.words.content import load_toml


def note_draft(
    application: Application, person: Person, *, tone: Tone, language: str | None, signed: str = ""
) -> Letter:
    """Where they met, and a blank for the reason to write, without which such a note says nothing."""
    templates = load_toml("highroad.steps.dont_burn_bridges", "content/notes.toml")
    language = language_for(language, templates)
    slots = slots_of(application, person, tone=tone, language=language, signed=signed) | {"blank": BLANK}
    return written(templates[language][tone], slots, to=person)
