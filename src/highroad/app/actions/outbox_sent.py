"""What follows a text that left: it joins the record, a copy joins the Sent folder, and an unsure one is looked for."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Q
from django.db.models.query import QuerySet

from highroad.app.actions.ask_for_feedback import asked_by_mail
from highroad.app.actions.corrections import say
from highroad.app.actions.mail import store_message
from highroad.app.actions.outbox_bytes import letter_of
from highroad.app.actions.outbox_sending import PAUSES, Clock, Post, came_through
from highroad.app.actions.record import rebuild_touched
from highroad.app.actions.recoveries import done
from highroad.app.log import broke
from highroad.app.models import AccountRow, MessageRow, OutgoingRow
from highroad.app.queries.addresses import mine
from highroad.app.queries.outbox import trouble
from highroad.applications.correction import KindIs
from highroad.events.event import Kind
from highroad.events.recognise import read

log = logging.getLogger(__name__)

State = OutgoingRow.State
Turn = Callable[[OutgoingRow], None]
PAUSE = timedelta(minutes=10)
MOST_LOOKS = 144  # a day of looking for an unsure one
LOOKED_AT = {"feedback": "ask_for_feedback", "nudge": "ask_for_feedback"}  # all other purposes keep a door open
ELSE = "dont_burn_bridges"
# what a text is once it left; all others follow up what was there
KINDS = {"thank_you": Kind.THANK_YOU, "withdrawal": Kind.WITHDRAWAL, "decline": Kind.WITHDRAWAL}


class Unreadable(ValueError):
    """The bytes of a sent text do not hold it any more."""


class NotFiled(ValueError):
    """The Sent folder did not take the copy."""


def follow_up(post: Post, *, clock: Clock) -> None:
    """All that is left to do for texts that left, each in its own time; what fails here never sends anything again."""
    for row in _rows(State.UNKNOWN).filter(_free(clock()), attempts__lt=MOST_LOOKS):
        _in_turn(row, lambda row: _look_for(row, post, clock), pause=PAUSE, now=clock())
    left = _rows(State.SENT).filter(raw__isnull=False, attempts__lte=len(PAUSES))
    for row in left.filter(_free(clock()), recorded_at=None):
        _in_turn(row, lambda row: record(row, now=clock()), give_up=_leave_out, now=clock())
    to_copy = left.filter(recorded_at__isnull=False, copied_at=None, account__isnull=False)
    for row in to_copy.filter(_free(clock())):
        _in_turn(row, lambda row: _copy(row, post, clock), give_up=_leave_uncopied, now=clock())


def _in_turn(
    row: OutgoingRow, do: Turn, *, now: datetime, pause: timedelta | None = None, give_up: Turn | None = None
) -> None:
    """Do it if it is ours; one that breaks is logged and holds up no other. Without a `pause` it grows, for a day."""
    if not _claimed(row, pause=pause or PAUSES[min(row.attempts, len(PAUSES) - 1)], now=now):
        return
    try:
        do(row)
    except Exception as error:
        log.error("what follows text %s broke: %s", row.pk, broke(error))
        if give_up and row.attempts >= len(PAUSES):
            give_up(row)


@transaction.atomic
def record(row: OutgoingRow, *, now: datetime) -> None:
    """Make a sent text part of the record, so that the timeline knows of it at once; a second time changes nothing.

    Raises Unreadable.
    """
    recorded = {"recorded_at": now, "leased_until": None, "attempts": 0}
    if not OutgoingRow.objects.filter(pk=row.pk, recorded_at=None).update(**recorded):
        return
    message = letter_of(row)
    if message is None:
        raise Unreadable
    own = mine(row.owner) | ({message.sender.email} if message.sender else set())
    reading = read(message, mine=own, in_thread=True)  # whatever it says, it is about what it was written for
    stored = store_message(row.owner, message, mine=own, reading=reading, in_thread=True)
    kind = KINDS.get(row.purpose, Kind.FOLLOW_UP)
    if reading.kind is kind:
        rebuild_touched(row.owner, [stored.event_id])
    else:  # what it was written for is the user's own word on it
        say(row.owner, KindIs(stored.event_id, kind), now=now)
    _count(row, now=now)


def _count(row: OutgoingRow, *, now: datetime) -> None:
    done(row.owner, row.recovery, LOOKED_AT.get(row.purpose, ELSE), now=now)
    asked_by_mail(row.owner, row, now)


@transaction.atomic
def _leave_out(row: OutgoingRow) -> None:
    """It cannot join the record, which is told; that it was sent counts all the same."""
    left = row.sent_at or row.saved_at
    told = {"recorded_at": left, "trouble": trouble("left_out"), "leased_until": None}
    tries_of_copy = 0 if letter_of(row) else len(PAUSES) + 1  # there is nothing to copy any more
    OutgoingRow.objects.filter(pk=row.pk).update(**told, attempts=tries_of_copy)
    _count(row, now=left)


def _leave_uncopied(row: OutgoingRow) -> None:
    """No copy stands in the Sent folder, which is told once."""
    OutgoingRow.objects.filter(pk=row.pk, trouble="").update(trouble=trouble("no_copy"))


def _look_for(row: OutgoingRow, post: Post, clock: Clock) -> None:
    """Found in the Sent folder, or answered: it left. Not found proves nothing, so it stays unsure."""
    if _is_in_the_record(row) or (row.account and post.find_in_sent(row.account, row.message_id)):
        came_through(row, now=row.leaves_at or clock())


def _is_in_the_record(row: OutgoingRow) -> bool:
    """Mail that was read since may be the text itself, or the answer to it."""
    itself_or_answer = Q(message__message_id=row.message_id) | Q(message__in_reply_to=row.message_id)
    read_since = MessageRow.objects.filter(owner=row.owner, unreadable=False, sent_at__gte=row.saved_at)
    return read_since.filter(itself_or_answer).exists()


def _copy(row: OutgoingRow, post: Post, clock: Clock) -> None:
    """A copy for the Sent folder, unless it stands there, or the provider files one itself."""
    if row.account is None:
        return
    if not (row.account.keeps_sent or post.find_in_sent(row.account, row.message_id) or _filed(row, row.account, post)):
        raise NotFiled
    OutgoingRow.objects.filter(pk=row.pk).update(copied_at=clock(), leased_until=None, attempts=0)


def _filed(row: OutgoingRow, account: AccountRow, post: Post) -> bool:
    return letter_of(row) is not None and post.append_to_sent(account, bytes(row.raw or b""))


def _rows(state: State) -> QuerySet[OutgoingRow]:
    return OutgoingRow.objects.filter(state=state).select_related("owner", "account", "recovery").order_by("pk")


def _free(now: datetime) -> Q:
    return Q(leased_until=None) | Q(leased_until__lt=now)


def _claimed(row: OutgoingRow, *, pause: timedelta, now: datetime) -> bool:
    """Ours for so long, which is also the pause before the next time."""
    free = OutgoingRow.objects.filter(_free(now), pk=row.pk, state=row.state)
    return bool(free.update(leased_until=now + pause, attempts=F("attempts") + 1))
