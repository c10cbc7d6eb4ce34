"""A short gracious reply to the no."""

from highroad.applications.application import Application
from highroad.applications.people import INTERVIEWERS, same_person
from highroad.applications.reach import everyone_reached, signers, wrote
from highroad.events.event import Kind, Person
from highroad.recovery.letter import Letter, Tone, language_for, written
from highroad.recovery.slots import slots_of
from highroad.rejections.rejection import Rejection
from highroad.words.content import load_toml

ANSWERS = frozenset({Kind.FOLLOW_UP, Kind.THANK_YOU})


def reply_draft(
    application: Application,
    rejection: Rejection,
    *,
    tone: Tone,
    language: str | None,
    signed: str = "",
    to: Person | None = None,
) -> Letter:
    """Thanks, the decision accepted, the door open. It asks for nothing. Without `to` it answers the no."""
    templates = load_toml("highroad.steps.dont_burn_bridges", "content/letters.toml")
    language = language_for(language, templates)
    person = to or whom_to_answer(rejection)
    template = templates[language]["reply"][tone]
    return written(template, slots_of(application, person, tone=tone, language=language, signed=signed), to=person)


def whom_to_answer(rejection: Rejection) -> Person | None:
    """Who sent the no, else who is named in it, else whoever was met; last who signed one pasted without its head.

    None after a mail from a machine or an office with nobody behind it.
    """
    event, application = rejection.event, rejection.application
    people = everyone_reached(application)
    sent = [one for one in people if wrote(event, one)]
    named = [one for one in people if any(same_person(one, other) for other in event.reading.people)]
    met = [one for one in people if one.part not in INTERVIEWERS]
    return next(iter((*sent, *named, *signers(event, application), *met, *people)), None)


def answered(rejection: Rejection) -> bool:
    """Whether the user has written to them since the no."""
    sent = (event.at for event in rejection.application.events if event.kind in ANSWERS)
    return any(at and rejection.at and at > rejection.at for at in sent)
