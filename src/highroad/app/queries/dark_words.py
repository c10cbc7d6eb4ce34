"""What is shown beside dark words, on which pages words are looked at, and what rests after them."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from highroad.app.models import OwnerRow
from highroad.app.queries.help import Help, help_card
from highroad.words.crisis import Level

STEPS_ONE_AND_FIVE = re.compile(r"(/no/[^/]+)?/(take-a-moment|dont-get-stuck|thoughts|mantras|letters|stories)(/|$)")
RESTS = re.compile(
    r"/$|/(practice|forecast|keep-going|queue|boards|plan)(/|$)"
    r"|/no/[^/]+/(ask-for-feedback|dont-burn-bridges|keep-going|likely-not-you/chance)(/|$)"
)


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands above a text: the card with its lines, or one quiet line."""

    is_card: bool
    help: Help


def beside(owner: OwnerRow, found: str, *, today: date) -> Beside | None:
    """What to show for a level by its name; None where there is nothing to show."""
    if found not in (Level.EXPLICIT, Level.HEAVY):
        return None
    return Beside(found == Level.EXPLICIT, help_card(owner, today=today))


def are_looked_at(path: str) -> bool:
    """Whether words typed on this page are looked at."""
    return STEPS_ONE_AND_FIVE.match(path) is not None


def rests(path: str) -> bool:
    """Whether this page rests after dark words."""
    return RESTS.match(path) is not None


def quiet_until(owner: OwnerRow, *, now: datetime) -> datetime | None:
    """Until when everything else rests; None when nothing does."""
    return owner.quiet_until if owner.quiet_until and owner.quiet_until > now else None
