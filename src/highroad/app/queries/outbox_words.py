"""A text of the outbox without its hot words, and the last seconds before it leaves."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from highroad.app.models import OutgoingRow, OwnerRow
from highroad.app.queries.outbox import Outgoing, outgoing
from highroad.words.calmer import Taken, calmer

COUNTED_DOWN = timedelta(seconds=90)


@dataclass(frozen=True, slots=True)
class Calmer:
    """One text as it stands, and the same without what reads hot."""

    outgoing: Outgoing
    subject: str
    body: str
    taken: tuple[Taken, ...]


def calmer_version(owner: OwnerRow, outgoing_id: int, *, now: datetime) -> Calmer:
    """The text with its hot words taken out; raises NotThere."""
    one = outgoing(owner, outgoing_id, now=now)
    subject, body = calmer(one.subject), calmer(one.body)
    return Calmer(one, " ".join(subject.text.split()), body.text, (*subject.taken, *body.taken))


def seconds_left(one: Outgoing, *, now: datetime) -> int | None:
    """The last seconds in which it can be stopped, for a countdown; None when there is more time, or none."""
    if one.state != OutgoingRow.State.SCHEDULED or one.leaves_at is None or one.leaves_at - now > COUNTED_DOWN:
        return None
    return max(0, round((one.leaves_at - now).total_seconds()))
