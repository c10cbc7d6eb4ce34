"""Do the one next thing, or let it be for today."""

from datetime import datetime

from django.db import transaction

from highroad.app.actions.deeds import did
from highroad.app.actions.recoveries import done
from highroad.app.actions.take_a_moment import recovery_of
from highroad.app.models import DeedRow, OwnerRow, PlannedRow
from highroad.app.numbers import number_in
from highroad.app.queries.applications import application
from highroad.app.queries.keep_going import NOT_TODAY
from highroad.steps.keep_going.next_thing import ASKED

STEP = "keep_going"
REST = "rest"
COUNTED_AS = {"practise": "practice", "act": "action", "plan": "plan", "planned": "planned"}  # else it is a step


@transaction.atomic
def did_it(owner: OwnerRow, event_id: str | None, deed: str, *, now: datetime) -> None:
    """The thing was done; it is not offered again for a while."""
    recovery = recovery_of(owner, event_id, now=now)
    kind, _, about = deed.partition(":")
    did(owner, COUNTED_AS.get(kind, "step"), recovery=recovery, about=deed[:30], now=now)
    number = number_in(about)
    if kind == "planned" and number is not None:
        PlannedRow.objects.filter(owner=owner, pk=number, done_at=None).update(done_at=now)
    done(owner, recovery, STEP, now=now)


@transaction.atomic
def did_what_they_asked(owner: OwnerRow, event_id: str, *, now: datetime) -> None:
    """What an invitation or a test asked is done; it is not brought up again, and counts once. Raises NotThere."""
    application(owner, event_id)
    about = f"{ASKED}{event_id}"
    if not DeedRow.objects.filter(owner=owner, about=about).exists():
        did(owner, "step", about=about, now=now)


@transaction.atomic
def not_today(owner: OwnerRow, event_id: str | None, *, now: datetime) -> None:
    """Rest counts: the step is done for this no, and nothing is offered for the rest of the day."""
    about = NOT_TODAY.format(now)
    if not DeedRow.objects.filter(owner=owner, about=about).exists():
        did(owner, REST, about=about, now=now)
    done(owner, recovery_of(owner, event_id, now=now), STEP, now=now)


def after_all(owner: OwnerRow, *, now: datetime) -> None:
    """The user would like one thing today after all."""
    DeedRow.objects.filter(owner=owner, about=NOT_TODAY.format(now)).delete()
