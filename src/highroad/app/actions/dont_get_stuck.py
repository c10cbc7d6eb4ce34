"""Catch a thought, look at it one question at a time, say how true it feels."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.db import transaction

from highroad.app.actions.deeds import did
from highroad.app.actions.let_go import let_go as gone
from highroad.app.actions.recoveries import done
from highroad.app.actions.take_a_moment import recovery_of
from highroad.app.models import DistortionRow, LookBackRow, OwnerRow, ThoughtRow
from highroad.app.queries.applications import NotThere
from highroad.app.queries.dont_get_stuck import hints_for, thought
from highroad.app.queries.let_go import Kind
from highroad.app.queries.recoveries import confirmed
from highroad.steps import words_of
from highroad.steps.dont_get_stuck.thought import (
    FIELDS,
    Answer,
    Screen,
    ThoughtRecord,
    amiss,
    answered,
    following,
    settled,
)
from highroad.words.distortions import Distortion

STEP = "dont_get_stuck"


class Amiss(ValueError):
    """Something keeps the record from making sense; the text says what, and everything typed is kept."""

    def __init__(self, key: str) -> None:
        super().__init__(words_of(STEP)["amiss"][key])


@transaction.atomic
def note(
    owner: OwnerRow,
    event_id: str | None,
    text: str,
    *,
    row_id: int | None,
    about: str = "",
    page: str = "",
    now: datetime,
) -> int | None:
    """Keep the words of a thought as they are typed; gives the number of its row, None while there are none.

    What comes twice from one page is one thought. Raises NotThere for a row or a no that is not the user's,
    NotConfirmed for a no that is none yet.
    """
    if event_id:
        confirmed(owner, event_id)
    if row_id is None and page:
        row_id = ThoughtRow.objects.filter(owner=owner, page=page).values_list("pk", flat=True).first()
    if row_id is None:
        return _begin(owner, event_id, text, about=about, page=page, now=now) if text.strip() else None
    if not ThoughtRow.objects.filter(owner=owner, pk=row_id).update(thought=text):
        raise NotThere
    return row_id


@transaction.atomic
def catch(
    owner: OwnerRow,
    event_id: str | None,
    text: str,
    *,
    belief: int | None = None,
    row_id: int | None = None,
    about: str = "",
    page: str = "",
    now: datetime,
) -> int:
    """One thought was written down: it counts from now on. Returns its number; raises Amiss."""
    _check(ThoughtRecord(text, belief), Screen.THOUGHT, Screen.BELIEF)
    number = note(owner, event_id, text.strip(), row_id=row_id, about=about, page=page, now=now)
    row = ThoughtRow.objects.select_related("recovery").get(owner=owner, pk=number or 0)
    if row.screen == Screen.THOUGHT:
        did(owner, "thought", recovery=row.recovery, about=str(row.pk), now=now)
        done(owner, row.recovery, STEP, now=now)
        ThoughtRow.objects.filter(pk=row.pk).update(screen=Screen.BELIEF, belief_before=belief, at=now)
    return row.pk


def keep(owner: OwnerRow, thought_id: int, screen: Screen, answer: Answer) -> None:
    """Keep one answer as it is typed, even when something is amiss; then raises Amiss."""
    record = answered(thought(owner, thought_id).record, screen, answer)
    if screen is Screen.THOUGHT and not record.thought.strip():
        raise Amiss("no_thought")
    ThoughtRow.objects.filter(owner=owner, pk=thought_id).update(**asdict(record))
    _check(record, screen)


def answer(owner: OwnerRow, thought_id: int, screen: Screen, answer: Answer) -> Screen:
    """Keep one answer and go on; gives what comes next. Raises Amiss."""
    keep(owner, thought_id, screen, answer)
    return pass_by(owner, thought_id, screen)


def pass_by(owner: OwnerRow, thought_id: int, screen: Screen) -> Screen:
    """Go on to what comes next without an answer; a record that is ended stays so. Raises NotThere."""
    found = thought(owner, thought_id)
    hinted = screen.comes_before(Screen.HINTS) and bool(hints_for(owner, found.record))
    ahead = Screen.DONE if found.screen is Screen.DONE else following(screen, found.record, hinted=hinted)
    ThoughtRow.objects.filter(owner=owner, pk=thought_id).update(screen=ahead)
    return ahead


@transaction.atomic
def settle(owner: OwnerRow, thought_id: int, distortion: str, *, fits: bool) -> Screen:
    """The user says that a hint fits, or not this time; gives what comes next: the other hint, or the next question.

    It can be said anew, and the record stays where it was. Raises NotThere for what was never asked.
    """
    found = thought(owner, thought_id)
    if distortion not in {*found.record.settled, *(one.about.key for one in hints_for(owner, found.record))}:
        raise NotThere
    record = settled(found.record, distortion, fits=fits)
    ThoughtRow.objects.filter(owner=owner, pk=thought_id).update(**asdict(record))
    if distortion in found.record.settled:
        return found.screen
    return Screen.HINTS if hints_for(owner, record) else pass_by(owner, thought_id, Screen.HINTS)


def hide(owner: OwnerRow, *, hidden: Iterable[str]) -> None:
    """Never ask about these of the usual distortions; about all others again."""
    DistortionRow.objects.filter(owner=owner).exclude(key="").delete()
    keys = {str(one) for one in Distortion} & set(hidden)
    DistortionRow.objects.bulk_create(DistortionRow(owner=owner, key=key) for key in sorted(keys))


def add_own(owner: OwnerRow, name: str, *, cues: str) -> None:
    """A distortion of the user's own, asked about where its words are; raises Amiss without name or words."""
    if not name.strip() or not cues.strip(" ,"):
        raise Amiss("no_distortion")
    DistortionRow.objects.create(owner=owner, name=name.strip()[:80], cues=cues.strip()[:300])


def drop_own(owner: OwnerRow, number: int, *, now: datetime) -> str:
    """Let go of one of the user's own; returns the name to undo it by. Raises NotThere."""
    if not DistortionRow.objects.filter(owner=owner, pk=number, key="").exists():
        raise NotThere
    return gone(owner, Kind.DISTORTION, number, now=now)


def look_at(owner: OwnerRow, thought_id: int, **said: Any) -> None:
    """Keep several answers at once, by the names of the record's fields; raises Amiss after keeping them."""
    record = thought(owner, thought_id).record
    screens = [screen for screen, field in FIELDS.items() if field in said]
    for screen in screens:
        record = answered(record, screen, said[FIELDS[screen]])
    ThoughtRow.objects.filter(owner=owner, pk=thought_id).update(**asdict(record))
    _check(record, *screens)


def believe_now(owner: OwnerRow, thought_id: int, belief: int) -> None:
    """How true the first thought feels after looking at it; that ends the record. Raises Amiss."""
    _check(answered(thought(owner, thought_id).record, Screen.AFTER, belief), Screen.AFTER)
    answer(owner, thought_id, Screen.AFTER, belief)


def let_go(owner: OwnerRow, thought_id: int, *, now: datetime) -> str:
    """Let go of one thought; returns the name to undo it by. Raises NotThere."""
    return gone(owner, Kind.THOUGHT, thought_id, now=now)


def look_back(owner: OwnerRow, *, wanted: bool, now: datetime) -> None:
    """The user wants to look back each week, just did, or no longer wants to."""
    if wanted:
        LookBackRow.objects.update_or_create(owner=owner, defaults={"looked_at": now})
    else:
        LookBackRow.objects.filter(owner=owner).delete()


def _begin(owner: OwnerRow, event_id: str | None, text: str, *, about: str, page: str, now: datetime) -> int:
    recovery = recovery_of(owner, event_id, now=now)
    return ThoughtRow.objects.create(owner=owner, recovery=recovery, thought=text, worry=about, page=page, at=now).pk


def _check(record: ThoughtRecord, *screens: Screen) -> None:
    for key in amiss(record, *screens):
        raise Amiss(key)
