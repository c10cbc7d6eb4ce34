"""Step three: whom to answer and whom to thank, and what was written to them already."""

from dataclasses import dataclass
from datetime import datetime

from highroad.app.models import OutgoingRow, OwnerRow
from highroad.app.queries.employers import Door, door
from highroad.app.queries.recoveries import No, no
from highroad.events.event import Person
from highroad.steps.dont_burn_bridges.reply import answered, whom_to_answer
from highroad.steps.dont_burn_bridges.thanks import Note, notes


@dataclass(frozen=True, slots=True)
class Thanks:
    """A note to one interviewer; `number` names its page."""

    number: int
    note: Note
    drafted: bool


@dataclass(frozen=True, slots=True)
class Bridges:
    """The page of the step."""

    no: No
    reply_to: Person | None
    replied: bool
    reply_drafted: bool
    thanks: tuple[Thanks, ...]
    door: Door | None


def bridges(owner: OwnerRow, event_id: str, *, now: datetime) -> Bridges:
    """A reply, one note for each interviewer met, and what stands open; raises NotThere or NotConfirmed."""
    found = no(owner, event_id)
    drafts = OutgoingRow.objects.filter(recovery=found.recovery) if found.recovery else []
    drafted = {(draft.purpose, draft.to_name, draft.to_email) for draft in drafts}
    return Bridges(
        no=found,
        reply_to=whom_to_answer(found.rejection),
        replied=answered(found.rejection),
        reply_drafted=any(purpose == "reply" for purpose, _, _ in drafted),
        thanks=tuple(
            Thanks(number, note, ("thank_you", note.person.name, note.person.email) in drafted)
            for number, note in enumerate(notes(found.rejection.application), start=1)
        ),
        door=door(owner, found, now=now),
    )
