"""Open a no that the user confirmed, say how hard it landed, file it, skip a step, rest."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction

from highroad.app.actions.by_hand import Told, made_by_hand
from highroad.app.actions.corrections import say
from highroad.app.actions.deeds import did
from highroad.app.actions.outbox_taken_back import take_back
from highroad.app.models import OwnerRow, RecoveryRow, StepRow
from highroad.app.queries.applications import NotThere
from highroad.app.queries.recoveries import NAMES, light, no
from highroad.app.says import says
from highroad.applications.correction import ConfirmedNo, EventAdded, NotANo
from highroad.events.event import Kind, Stage
from highroad.recovery.sting import Sting
from highroad.steps import words_of
from highroad.steps.take_a_moment.pacing import pace
from highroad.steps.take_a_moment.rest import a_day_longer, rest_until


class NothingTold(ValueError):
    """Neither who said no nor for what was typed."""

    def __init__(self) -> None:
        super().__init__(says("recoveries.nothing"))


class NoneTicked(ValueError):
    """None of the short ones was ticked."""

    def __init__(self) -> None:
        super().__init__(says("recoveries.none_ticked"))


def open_recovery(owner: OwnerRow, event_id: str, *, now: datetime) -> RecoveryRow:
    """The recovery of a confirmed no, opened now if it was not; raises NotThere or NotConfirmed."""
    found = no(owner, event_id)
    if found.recovery:
        return found.recovery
    return RecoveryRow.objects.get_or_create(owner=owner, event_id=found.rejection.id, defaults={"opened_at": now})[0]


def add_by_hand(
    owner: OwnerRow, *, employer: str, role: str, stage: Stage | None, on: date | None, now: datetime
) -> str:
    """A no that came by phone, or not by mail at all; returns its event id. Raises NothingTold."""
    if not employer.strip() and not role.strip():
        raise NothingTold
    event = made_by_hand(Told(Kind.REJECTION, on, employer=employer, role=role, stage=stage), now=now)
    say(owner, EventAdded(event), now=now)
    return event.id


@transaction.atomic
def say_how_hard(owner: OwnerRow, event_id: str, sting: Sting | None, *, now: datetime) -> None:
    """Take the user's word for how hard it landed: barely files it, hard and punch let the next steps rest."""
    recovery = open_recovery(owner, event_id, now=now)
    recovery.sting = sting or ""
    recovery.filed_at = now if sting is Sting.BARELY else None
    recovery.rests_until = rest_until(now) if sting and pace(sting).rests else None
    recovery.save(update_fields=["sting", "filed_at", "rests_until"])
    if sting is Sting.BARELY:
        did(owner, "filed", recovery=recovery, now=now)


@transaction.atomic
def file_together(owner: OwnerRow, event_ids: Iterable[str], *, now: datetime) -> tuple[int, str]:
    """Confirm and file several light ones in one act; gives their number and the name to undo it by.

    Only those on the list of light ones are taken. Raises NoneTicked.
    """
    ticked = set(event_ids)
    chosen = [one.event_id for one in light(owner) if one.event_id in ticked]
    if not chosen:
        raise NoneTicked
    together = say(owner, *(ConfirmedNo(event_id) for event_id in chosen), now=now)
    for event_id in chosen:
        say_how_hard(owner, event_id, Sting.BARELY, now=now)
    return len(chosen), together


def not_a_no(owner: OwnerRow, event_id: str, *, now: datetime) -> str:
    """It was not a no after all; returns the name to undo it by."""
    found = no(owner, event_id)
    return say(owner, NotANo(found.rejection.id), now=now)


def skip(owner: OwnerRow, event_id: str, step: str, *, now: datetime) -> None:
    """Leave one step out; it can still be opened later. Raises NotThere for a step that is none."""
    if step not in NAMES:
        raise NotThere
    recovery = open_recovery(owner, event_id, now=now)
    StepRow.objects.get_or_create(owner=owner, recovery=recovery, step=step, defaults={"skipped_at": now})


def done(owner: OwnerRow, recovery: RecoveryRow | None, step: str, *, now: datetime) -> None:
    """Something of this step was done; without a no there is nothing to mark."""
    if recovery:
        StepRow.objects.update_or_create(
            owner=owner, recovery=recovery, step=step, defaults={"done_at": now, "skipped_at": None}
        )


def looked(owner: OwnerRow, event_id: str, step: str, *, now: datetime) -> None:
    """A step that is only read was read."""
    done(owner, open_recovery(owner, event_id, now=now), step, now=now)


def rest(owner: OwnerRow, event_id: str, *, longer: bool = False, now: datetime) -> None:
    """Let the next steps rest until the morning, or a day longer than they rest by now."""
    recovery = open_recovery(owner, event_id, now=now)
    morning, rests = rest_until(now), recovery.rests_until
    ends = rests.astimezone(now.tzinfo) if rests and rests > now else morning
    recovery.rests_until = a_day_longer(ends) if longer else morning
    recovery.save(update_fields=["rests_until"])


def go_on(owner: OwnerRow, event_id: str, *, now: datetime) -> None:
    """No rest: the next steps are open, of this no and of any other that rested."""
    open_recovery(owner, event_id, now=now)
    RecoveryRow.objects.filter(owner=owner, rests_until__gt=now).update(rests_until=None)


@transaction.atomic
def flag_unfair(owner: OwnerRow, event_id: str, *, unfair: bool, now: datetime) -> int:
    """The user thinks it broke the law, or no longer does; gives how many letters to them do not leave now."""
    recovery = open_recovery(owner, event_id, now=now)
    recovery.unfair_at = now if unfair else None
    recovery.save(update_fields=["unfair_at"])
    return take_back(recovery, why=words_of("dont_burn_bridges")["unfair_kept"], now=now) if unfair else 0
