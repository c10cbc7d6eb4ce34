"""A text of the outbox without its hot words, or a gracious one in its place; and the last seconds before it leaves."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from highroad.app.models import OutgoingRow, OwnerRow
from highroad.app.queries.applications import NotThere
from highroad.app.queries.drafts import standard
from highroad.app.queries.outbox import Outgoing, outgoing, row_of
from highroad.app.queries.recoveries import NotConfirmed
from highroad.recovery.letter import Letter
from highroad.words.calmer import Taken, calmer

COUNTED_DOWN = timedelta(seconds=90)


@dataclass(frozen=True, slots=True)
class Calmer:
    """One text as it stands, and the same without what reads hot.

    `ours` when too little of it stayed to be a letter, and the one we would write stands in its place.
    """

    outgoing: Outgoing
    subject: str
    body: str
    taken: tuple[Taken, ...]
    ours: bool = False


def calmer_version(owner: OwnerRow, outgoing_id: int, *, now: datetime) -> Calmer:
    """The text with its hot words taken out; raises NotThere."""
    one = outgoing(owner, outgoing_id, now=now)
    subject, body = calmer(one.subject), calmer(one.body)
    taken = (*subject.taken, *body.taken)
    ours = None if body.stands else _ours(owner, outgoing_id)
    if ours:
        return Calmer(one, ours.subject, ours.body, taken, ours=True)
    return Calmer(one, " ".join(subject.text.split()), body.text, taken)


def _ours(owner: OwnerRow, outgoing_id: int) -> Letter | None:
    """What we would write to the same person after the same no; None for a text that is about none."""
    row = row_of(owner, outgoing_id)
    if row.recovery is None:
        return None
    try:
        return standard(owner, row.recovery.event_id, row.purpose, name=row.to_name, email=row.to_email, tone=row.tone)
    except (NotThere, NotConfirmed):
        return None


def seconds_left(one: Outgoing, *, now: datetime) -> int | None:
    """The last seconds in which it can be stopped, for a countdown; None when there is more time, or none."""
    if one.state != OutgoingRow.State.SCHEDULED or one.leaves_at is None or one.leaves_at - now > COUNTED_DOWN:
        return None
    return max(0, round((one.leaves_at - now).total_seconds()))
