"""Do the one next thing."""

from datetime import datetime

from highroad.app.actions.deeds import did
from highroad.app.actions.recoveries import done
from highroad.app.actions.take_a_moment import recovery_of
from highroad.app.models import OwnerRow

STEP = "keep_going"
COUNTED_AS = {"practise": "practice", "act": "action"}  # what Today calls it; anything else is a step


def did_it(owner: OwnerRow, event_id: str | None, deed: str, *, now: datetime) -> None:
    """The thing was done; it is not offered again for a while."""
    recovery = recovery_of(owner, event_id, now=now)
    kind = COUNTED_AS.get(deed.partition(":")[0], "step")
    did(owner, kind, recovery=recovery, about=deed[:30], now=now)
    done(owner, recovery, STEP, now=now)


def not_today(owner: OwnerRow, event_id: str | None, *, now: datetime) -> None:
    """Rest counts: the step is done for this no."""
    done(owner, recovery_of(owner, event_id, now=now), STEP, now=now)
