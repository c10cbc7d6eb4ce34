"""Step three: whom to answer and whom to thank, and what was written to them already."""

from dataclasses import dataclass
from datetime import date, datetime

from highroad.app.models import OutgoingRow, OwnerRow
from highroad.app.queries.employers import Door, door
from highroad.app.queries.fields import field_of
from highroad.app.queries.recoveries import No, no
from highroad.applications.reopening import Reopening
from highroad.applications.talks import met_someone
from highroad.events.event import Person
from highroad.steps import words_of
from highroad.steps.ask_for_feedback.law import Right, from_the_no, rights
from highroad.steps.dont_burn_bridges.nobody import signed_by, why_nobody
from highroad.steps.dont_burn_bridges.reply import answered, whom_to_answer
from highroad.steps.dont_burn_bridges.thanks import Note, notes


@dataclass(frozen=True, slots=True)
class Thanks:
    """A note to one interviewer; `number` names its page."""

    number: int
    note: Note
    drafted: bool


@dataclass(frozen=True, slots=True)
class Reopens:
    """A door of the user's line of work, and from when it is open; `on` is None when nothing tells."""

    door: Reopening
    on: date | None
    already: bool


@dataclass(frozen=True, slots=True)
class Ahead:
    """What the line of work that the user chose tells about another time."""

    field: str
    doors: tuple[Reopens, ...]


@dataclass(frozen=True, slots=True)
class Bridges:
    """The page of the step."""

    no: No
    reply_to: Person | None
    nobody: str  # why there is none, in a sentence; empty when there is one
    office: str  # an address that is read there, when no person has it
    known: tuple[str, ...]  # names of others at the employer
    replied: bool
    reply_drafted: bool
    thanks: tuple[Thanks, ...]
    talked: bool  # as far as the mail tells, with whomever
    door: Door | None
    ahead: Ahead | None
    rights: tuple[Right, ...]  # whose time runs from the no


def bridges(owner: OwnerRow, event_id: str, *, now: datetime) -> Bridges:
    """A reply, one note for each interviewer met, and what stands open; raises NotThere or NotConfirmed."""
    found = no(owner, event_id)
    drafts = OutgoingRow.objects.filter(recovery=found.recovery) if found.recovery else []
    reply_to, thanked = whom_to_answer(found.rejection), notes(found.rejection.application)
    drafted = {(draft.purpose, draft.to_name, draft.to_email) for draft in drafts}
    return Bridges(
        no=found,
        reply_to=reply_to,
        nobody="" if reply_to else _nobody(found),
        office="" if reply_to else found.rejection.event.answers_at,
        known=_known(found, thanked),
        replied=answered(found.rejection),
        reply_drafted=any(purpose == "reply" for purpose, _, _ in drafted),
        thanks=tuple(
            Thanks(number, note, ("thank_you", note.person.name, note.person.email) in drafted)
            for number, note in enumerate(thanked, start=1)
        ),
        talked=met_someone(found.rejection.application),
        door=door(owner, found, now=now),
        ahead=_ahead(owner, found, now=now),
        rights=from_the_no(rights(found.rejection, country=owner.country, in_ontario=False, now=now)),
    )


def _ahead(owner: OwnerRow, found: No, *, now: datetime) -> Ahead | None:
    """None until the user has chosen a line of work, and for one that tells of no doors."""
    field = field_of(owner)
    if field is None or not field.reopens:
        return None
    at, today = found.rejection.at, now.date()
    no_on = at.astimezone(now.tzinfo).date() if at else None
    days = [(door, door.opens_on(no_on=no_on, today=today)) for door in field.reopens]
    return Ahead(field.name, tuple(Reopens(door, on, on is not None and on <= today) for door, on in days))


def _nobody(found: No) -> str:
    sentence: str = words_of("dont_burn_bridges")["nobody"][why_nobody(found.rejection)]
    return sentence.format(name=signed_by(found.rejection))


def _known(found: No, thanked: tuple[Note, ...]) -> tuple[str, ...]:
    told = {signed_by(found.rejection), *(note.person.name for note in thanked)}
    return tuple(one.name for one in found.rejection.application.people if one.name and one.name not in told)
