"""What follows a text that left: it joins the record, a copy joins the Sent folder, and an unsure one is looked for."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Q
from django.db.models.query import QuerySet

from highroad.app.actions.ask_for_feedback import asked_by_mail
from highroad.app.actions.corrections import say
from highroad.app.actions.mail import store_message
from highroad.app.actions.outbox_sending import Clock, Post, came_through
from highroad.app.actions.record import rebuild_touched
from highroad.app.actions.recoveries import done
from highroad.app.models import MessageRow, OutgoingRow
from highroad.app.queries.addresses import mine
from highroad.applications.correction import KindIs
from highroad.events.event import Kind
from highroad.events.recognise import read
from highroad.mail.parse import parse

State = OutgoingRow.State
PAUSE = timedelta(minutes=10)
MOST_LOOKS = 144  # a day of looking for an unsure one
MOST_COPIES = 6
LOOKED_AT = {"feedback": "ask_for_feedback", "nudge": "ask_for_feedback"}  # all other purposes keep a door open
ELSE = "dont_burn_bridges"
# what a text is once it left; all others follow up what was there
KINDS = {"thank_you": Kind.THANK_YOU, "withdrawal": Kind.WITHDRAWAL, "decline": Kind.WITHDRAWAL}


def follow_up(post: Post, *, clock: Clock) -> None:
    """All that is left to do for texts that left, each in its own time; what fails here never sends anything again."""
    for row in _rows(State.UNKNOWN).filter(_free(clock()), attempts__lt=MOST_LOOKS):
        _look_for(row, post, clock)
    for row in _rows(State.SENT).filter(recorded_at=None, raw__isnull=False):
        record(row, now=clock())
    copied = Q(copied_at=None, attempts__lt=MOST_COPIES, account__isnull=False, raw__isnull=False)
    for row in _rows(State.SENT).filter(copied & _free(clock())):
        _copy(row, post, clock)


@transaction.atomic
def record(row: OutgoingRow, *, now: datetime) -> None:
    """Make a sent text part of the record, so that the timeline knows of it at once; a second time changes nothing."""
    if not OutgoingRow.objects.filter(pk=row.pk, recorded_at=None).update(recorded_at=now):
        return
    message = parse(bytes(row.raw or b""))
    own = mine(row.owner) | ({message.sender.email} if message.sender else set())
    reading = read(message, mine=own, in_thread=True)  # whatever it says, it is about what it was written for
    stored = store_message(row.owner, message, mine=own, reading=reading, in_thread=True)
    kind = KINDS.get(row.purpose, Kind.FOLLOW_UP)
    if reading.kind is kind:
        rebuild_touched(row.owner, [stored.event_id])
    else:  # what it was written for is the user's own word on it
        say(row.owner, KindIs(stored.event_id, kind), now=now)
    done(row.owner, row.recovery, LOOKED_AT.get(row.purpose, ELSE), now=now)
    asked_by_mail(row.owner, row, now)


def _look_for(row: OutgoingRow, post: Post, clock: Clock) -> None:
    """Found in the Sent folder, or answered: it left. Not found proves nothing, so it stays unsure."""
    if not _claimed(row, now=clock()):
        return
    if _is_in_the_record(row) or (row.account and post.find_in_sent(row.account, row.message_id)):
        came_through(row, now=row.leaves_at or clock())


def _is_in_the_record(row: OutgoingRow) -> bool:
    """Mail that was read since may be the text itself, or the answer to it."""
    itself_or_answer = Q(message__message_id=row.message_id) | Q(message__in_reply_to=row.message_id)
    read_since = MessageRow.objects.filter(owner=row.owner, unreadable=False, sent_at__gte=row.saved_at)
    return read_since.filter(itself_or_answer).exists()


def _copy(row: OutgoingRow, post: Post, clock: Clock) -> None:
    """A copy for the Sent folder, unless it stands there, or the provider files one itself."""
    if row.account is None or not _claimed(row, now=clock()):
        return
    stands_there = row.account.keeps_sent or post.find_in_sent(row.account, row.message_id)
    if stands_there or post.append_to_sent(row.account, bytes(row.raw or b"")):
        OutgoingRow.objects.filter(pk=row.pk).update(copied_at=clock(), leased_until=None, attempts=0)


def _rows(state: State) -> QuerySet[OutgoingRow]:
    return OutgoingRow.objects.filter(state=state).select_related("owner", "account", "recovery").order_by("pk")


def _free(now: datetime) -> Q:
    return Q(leased_until=None) | Q(leased_until__lt=now)


def _claimed(row: OutgoingRow, *, now: datetime) -> bool:
    """Ours for ten minutes, which is also the pause before the next time."""
    free = OutgoingRow.objects.filter(_free(now), pk=row.pk, state=row.state)
    return bool(free.update(leased_until=now + PAUSE, attempts=F("attempts") + 1))
