"""What the clock does to waiting texts: a rest that is over makes one ready, an hour that came makes one due."""

from collections.abc import Callable
from datetime import datetime

from django.db.models import F

from highroad.app.actions.outbox import NOT_FIXED, NOT_NOTED
from highroad.app.actions.outbox_bytes import dated_anew
from highroad.app.actions.outbox_taken_back import draft_again
from highroad.app.models import OutgoingRow
from highroad.app.queries.outbox import trouble, words_of
from highroad.app.queries.outbox_asks import ASK, ask_lacks
from highroad.app.queries.outbox_nudges import NUDGE, nudge_lacks
from highroad.recovery.cooldown import Beat, Turn, Wait, rest_until, turn

State = OutgoingRow.State
UNCOUNTED = Beat("", 0.0)  # where a system does not tell how long it has been running


def due(*, now: datetime, beat: Beat | None) -> list[OutgoingRow]:
    """Move every waiting text to where it stands by now, and give those whose hour to leave has come."""
    hold_through_rests(now=now)
    hold_overtaken(now=now)
    waiting = OutgoingRow.objects.filter(state__in=(State.RESTING, State.SCHEDULED)).order_by("leaves_at", "pk")
    return [row for row in waiting.select_related("owner", "account", "recovery") if _came(row, now, beat) == Turn.OVER]


def hold_through_rests(*, now: datetime) -> None:
    """What would leave while its owner rests after dark words waits for the end of the rest.

    Also one that is being handed over: whoever does that has lost their turn before the first byte.
    """
    rows = OutgoingRow.objects.filter(state=State.SCHEDULED, owner__quiet_until__gt=now)
    for row in rows.filter(leaves_at__lt=F("owner__quiet_until")).select_related("owner", "account", "recovery"):
        _set(row, **_held(row, now) | NOT_NOTED)


def hold_overtaken(*, now: datetime) -> None:
    """A nudge that the answer overtook, or whose days are over, is a draft again, and its review says why.

    So is a question that the user asked in their own way meanwhile; each also while it is being handed over.
    """
    rows = OutgoingRow.objects.filter(state=State.SCHEDULED, purpose__in=(ASK, NUDGE))
    for row in rows.select_related("owner", "recovery"):
        if ask_lacks(row) or nudge_lacks(row, on=now):
            draft_again(row, why=trouble("overtaken"), now=now)


def hold_restored() -> None:
    """A backup may be older than what left since: nothing of it leaves before the user has read it again."""
    for row in OutgoingRow.objects.filter(state=State.SCHEDULED):
        _set(row, **_read_once_more("restored")(row, row.saved_at))
    unsure = {"state": State.UNKNOWN, "trouble": trouble("unknown"), "leased_until": None, "attempts": 0}
    OutgoingRow.objects.filter(state=State.SENDING).update(**unsure)


def _came(row: OutgoingRow, now: datetime, beat: Beat | None) -> Turn:
    """What its wait has come to, after the row was moved to where that puts it; over only for what may leave."""
    found = turn(_wait(row, now, beat), now=now, beat=beat)
    move = MOVES.get((State(row.state), found))
    if move:
        _set(row, **move(row, now), **NOT_NOTED)
        return Turn.WAITS
    if (found is Turn.WAITS and row.noted_boot != (beat or UNCOUNTED).boot) or row.noted_at is None:
        seen = beat or UNCOUNTED
        _set(row, noted_at=now, noted_beat=seen.seconds, noted_boot=seen.boot)
    return found


def _wait(row: OutgoingRow, now: datetime, beat: Beat | None) -> Wait:
    until = row.rests_until if row.state == State.RESTING else row.leaves_at
    assert until, "a resting text has an end of its rest, a scheduled one its hour"
    if row.noted_at is None or row.noted_beat is None:
        return Wait(now, beat or UNCOUNTED, until)
    return Wait(row.noted_at, Beat(row.noted_boot, row.noted_beat), until)


def _held(row: OutgoingRow, now: datetime) -> dict[str, object]:
    until = row.owner.quiet_until
    assert until, "only who rests is asked about"
    held: dict[str, object] = {"leaves_at": until, "leased_until": None, "trouble": trouble("held")}
    if row.account is None or not row.raw:
        return held
    return held | {"raw": dated_anew(row, row.account, leaves_at=until.astimezone(now.tzinfo))}


def _rested(row: OutgoingRow, now: datetime) -> dict[str, object]:  # noqa: ARG001
    return {"state": State.READY, "rested_body": words_of(row)}


def _rests_anew(row: OutgoingRow, now: datetime) -> dict[str, object]:  # noqa: ARG001
    return {"rests_until": rest_until(now)}


def _read_once_more(why: str) -> Callable[[OutgoingRow, datetime], dict[str, object]]:
    def moved(row: OutgoingRow, now: datetime) -> dict[str, object]:
        return _rested(row, now) | NOT_FIXED | {"trouble": trouble(why)}

    return moved


MOVES: dict[tuple[State, Turn], Callable[[OutgoingRow, datetime], dict[str, object]]] = {
    (State.RESTING, Turn.OVER): _rested,
    (State.RESTING, Turn.TOO_LATE): _rested,
    (State.RESTING, Turn.SET_BACK): _rests_anew,
    (State.SCHEDULED, Turn.TOO_LATE): _read_once_more("late"),
    (State.SCHEDULED, Turn.SET_BACK): _read_once_more("set_back"),
}


def _set(row: OutgoingRow, **changes: object) -> None:
    """Only while nobody else moved it, and nobody is sending it."""
    same = {"state": row.state, "leased_until": row.leased_until, "saved_at": row.saved_at}
    OutgoingRow.objects.filter(pk=row.pk, **same).update(**changes)
