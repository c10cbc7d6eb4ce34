"""Say what is here, breathe, guess how it will feel."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from highroad.app.actions.deeds import did
from highroad.app.actions.let_go import let_go
from highroad.app.actions.recoveries import done, open_recovery
from highroad.app.models import ComfortRow, MomentRow, OwnerRow, RecoveryRow
from highroad.app.queries.let_go import Kind
from highroad.app.queries.take_a_moment import ONE_SITTING

STEP = "take_a_moment"


@transaction.atomic
def name_feelings(
    owner: OwnerRow, event_id: str | None, feelings: Iterable[str], *, strength: int | None, now: datetime
) -> None:
    """Keep what is here: keys of the list, or the user's own words. Naming nothing keeps nothing."""
    named = [feeling.strip() for feeling in feelings if feeling.strip()]
    if not named and strength is None:
        return
    recovery = recovery_of(owner, event_id, now=now)
    MomentRow.objects.create(owner=owner, recovery=recovery, feelings=named, strength=strength, at=now)
    did(owner, "moment", recovery=recovery, now=now)
    done(owner, recovery, STEP, now=now)


@transaction.atomic
def breathe(owner: OwnerRow, event_id: str | None, *, now: datetime) -> None:
    """A few slow breaths were taken."""
    recovery = recovery_of(owner, event_id, now=now)
    did(owner, "breathing", recovery=recovery, now=now)
    done(owner, recovery, STEP, now=now)


@transaction.atomic
def guess(owner: OwnerRow, event_id: str | None, *, tomorrow: int | None, week: int | None, now: datetime) -> None:
    """Keep the user's guess, 0 much lighter to 10 just as heavy, with what they named in this sitting; none is none."""
    if tomorrow is None and week is None:
        return
    recovery = recovery_of(owner, event_id, now=now)
    moments = MomentRow.objects.filter(owner=owner, recovery=recovery, at__gte=now - ONE_SITTING)
    moment = moments.order_by("-at").first() or MomentRow(owner=owner, recovery=recovery, at=now)
    moment.guess_tomorrow, moment.guess_week = tomorrow, week
    moment.save()


def add_comfort(owner: OwnerRow, text: str, *, now: datetime) -> None:
    """Put something kind on the user's own list."""
    ComfortRow.objects.create(owner=owner, text=text.strip(), added_at=now)


def let_comfort_go(owner: OwnerRow, comfort_id: int, *, now: datetime) -> str:
    """Take it off the list; returns the name to undo it by. Raises NotThere."""
    return let_go(owner, Kind.COMFORT, comfort_id, now=now)


def recovery_of(owner: OwnerRow, event_id: str | None, *, now: datetime) -> RecoveryRow | None:
    """The recovery of this no, opened if it was not; None when there is no rejection."""
    return open_recovery(owner, event_id, now=now) if event_id else None
