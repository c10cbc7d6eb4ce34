"""What is shown beside dark words, on which pages words are looked at, and what rests after them."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from highroad.app.models import OutgoingRow, OwnerRow
from highroad.app.queries.help import Help, help_card
from highroad.words.crisis import Level

STEPS_ONE_AND_FIVE = re.compile(r"(/no/[^/]+)?/(take-a-moment|dont-get-stuck|thoughts|mantras|letters|stories)(/|$)")
RESTS = re.compile(
    r"/$|/(practice|forecast|keep-going|queue|boards|plan|offer|outbox)(/|$)"
    r"|/no/[^/]+/(ask-for-feedback|dont-burn-bridges|keep-going|likely-not-you/chance)(/|$)"
    r"|/people/[^/]+/write$|/applications/[^/]+/ask-once$"
)
GOES_ON = re.compile(r".+/(save|state|skip|stop|wait|private|let-go)$")  # keeps what is typed, or takes something back

SHOWN = 20


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands above a text: the card with its lines, or one quiet line."""

    is_card: bool
    help: Help


@dataclass(frozen=True, slots=True)
class Leaving:
    """A letter that leaves by itself, to whom and when."""

    id: int
    to: str
    at: datetime


def beside(owner: OwnerRow, found: str, *, today: date) -> Beside | None:
    """What to show for a level by its name; None where there is nothing to show."""
    if found not in (Level.EXPLICIT, Level.HEAVY):
        return None
    return Beside(found == Level.EXPLICIT, help_card(owner, today=today))


def are_looked_at(path: str) -> bool:
    """Whether words typed on this page are looked at."""
    return STEPS_ONE_AND_FIVE.match(path) is not None


def rests(path: str) -> bool:
    """Whether this address rests after dark words, to look at and to post to."""
    return RESTS.match(path) is not None and GOES_ON.match(path) is None


def quiet_until(owner: OwnerRow, *, now: datetime) -> datetime | None:
    """Until when everything else rests; None when nothing does."""
    return owner.quiet_until if owner.quiet_until and owner.quiet_until > now else None


def leaving(owner: OwnerRow) -> list[Leaving]:
    """The letters that were sent on their way before and can still be stopped, the first to leave first."""
    rows = OutgoingRow.objects.filter(owner=owner, state=OutgoingRow.State.SCHEDULED)
    told = rows.order_by("leaves_at").values_list("pk", "to_name", "to_email", "leaves_at")[:SHOWN]
    return [Leaving(number, name or email, at) for number, name, email, at in told if at]
