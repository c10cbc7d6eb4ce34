"""Catch a thought, look at it, say how true it feels; rate a mantra, write one."""

from dataclasses import asdict, replace
from datetime import datetime

from django.db import transaction

from highroad.app.actions.deeds import did
from highroad.app.actions.recoveries import done
from highroad.app.actions.take_a_moment import recovery_of
from highroad.app.models import MantraRow, OwnerRow, ThoughtRow
from highroad.app.queries.applications import NotThere
from highroad.app.queries.dont_get_stuck import mantra, thought
from highroad.steps import words_of
from highroad.steps.dont_get_stuck.thought import ThoughtRecord, amiss

STEP = "dont_get_stuck"


class Amiss(ValueError):
    """Something keeps the record from making sense; the text says what, and everything typed is kept."""

    def __init__(self, key: str) -> None:
        super().__init__(words_of(STEP)["amiss"][key])


@transaction.atomic
def catch(owner: OwnerRow, event_id: str | None, text: str, *, belief: int | None, now: datetime) -> int:
    """Write down one thought and how true it feels, 0 to 10; returns its number. Raises Amiss."""
    record = ThoughtRecord(text.strip(), belief)
    _check(record)
    recovery = recovery_of(owner, event_id, now=now)
    row = ThoughtRow.objects.create(
        owner=owner, recovery=recovery, thought=record.thought, belief_before=belief, at=now
    )
    did(owner, "thought", recovery=recovery, about=str(row.pk), now=now)
    done(owner, recovery, STEP, now=now)
    return row.pk


def look_at(
    owner: OwnerRow, thought_id: int, *, speaks_for: str, speaks_against: str, to_a_friend: str, fairer: str
) -> None:
    """Keep what was written about a thought, even when something is amiss; then raises Amiss."""
    record = replace(
        thought(owner, thought_id).record,
        speaks_for=speaks_for,
        speaks_against=speaks_against,
        to_a_friend=to_a_friend,
        fairer=fairer,
    )
    ThoughtRow.objects.filter(owner=owner, pk=thought_id).update(**asdict(record))
    _check(record)


def believe_now(owner: OwnerRow, thought_id: int, belief: int) -> None:
    """How true the first thought feels after looking at it; raises Amiss."""
    record = replace(thought(owner, thought_id).record, belief_after=belief)
    _check(record)
    ThoughtRow.objects.filter(owner=owner, pk=thought_id).update(belief_after=belief)


def let_go(owner: OwnerRow, thought_id: int) -> None:
    """Delete one thought; raises NotThere."""
    if not ThoughtRow.objects.filter(owner=owner, pk=thought_id).delete()[0]:
        raise NotThere


@transaction.atomic
def rate(owner: OwnerRow, name: str, belief: int, *, now: datetime) -> None:
    """How true a mantra feels, 0 to 10; one believed enough is shown from then on. Raises NotThere."""
    found = mantra(owner, name)
    values = {"belief": belief, "shown": belief >= 4, "rated_at": now}
    if found.own:
        MantraRow.objects.filter(owner=owner, pk=int(name)).update(**values)
    else:
        MantraRow.objects.update_or_create(owner=owner, key=name, defaults=values)
    if belief >= 4:
        did(owner, "mantra", about=name, now=now)


@transaction.atomic
def write_own(owner: OwnerRow, text: str, *, now: datetime) -> str:
    """A mantra in the user's own words; returns its name. Raises Amiss when there are none."""
    if not text.strip():
        raise Amiss("no_thought")
    return str(MantraRow.objects.create(owner=owner, text=text.strip()[:300], rated_at=now).pk)


def _check(record: ThoughtRecord) -> None:
    for key in amiss(record):
        raise Amiss(key)
