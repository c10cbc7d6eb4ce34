"""What the mail tells about asking: what people wrote, and which mail may be the answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q
from django.db.models.fields.json import KT
from django.utils.timezone import localtime

from highroad.app.codec import from_json
from highroad.app.models import FeedbackRow, MessageRow, OutgoingRow, OwnerRow
from highroad.app.queries.applications import NotThere
from highroad.applications.application import Application
from highroad.events.event import Kind, Person
from highroad.mail.body import own_words
from highroad.mail.message import Message

PURPOSES = ("feedback", "nudge")
LOOKED_FOR = timedelta(days=90)  # after asking; a later mail of theirs is about something else
MOST_ASKED = 30  # requests looked at together
NO_ANSWER = frozenset({Kind.INTERVIEW, Kind.ASSESSMENT, Kind.OFFER, Kind.CONFIRMATION, Kind.ALERT})


@dataclass(frozen=True, slots=True)
class PossibleAnswer:
    """A mail that came after the question, in its thread or from the one who was asked; only the user knows."""

    event_id: str
    sent_at: datetime
    text: str


def texts_of(owner: OwnerRow, application: Application) -> dict[str, str]:
    """What each mail of the employer says in its own words, by the id of its event."""
    mails = MessageRow.objects.filter(owner=owner, outgoing=False, unreadable=False)
    told = mails.filter(event_id__in=[event.id for event in application.events if not event.by_user])
    return {event_id: own_words(text or "").new for event_id, text in told.values_list("event_id", KT("message__text"))}


def asked_on_day(owner: OwnerRow, no_id: str, person: Person) -> date:
    """The day this person was asked after this no; raises NotThere when they were not, or not by mail."""
    rows = FeedbackRow.objects.filter(owner=owner, recovery__event_id=no_id, asked_email=person.email, in_talk=False)
    asked_at = rows.exclude(asked_at=None).values_list("asked_at", flat=True).first()
    if asked_at is None:
        raise NotThere
    return localtime(asked_at).date()


def possible_answers(owner: OwnerRow, rows: Iterable[FeedbackRow]) -> dict[int, PossibleAnswer]:
    """For each request that waits the first mail that may answer it, in two questions whatever their number."""
    waiting = [row for row in rows if row.asked_at and not row.answer][:MOST_ASKED]
    if not waiting:
        return {}
    threads = _threads(waiting)
    messages = _messages(owner, waiting, threads)
    found = {row.pk: _first(row, threads.get(row.recovery_id, set()), messages) for row in waiting}
    return {number: answer for number, answer in found.items() if answer}


def _threads(rows: list[FeedbackRow]) -> dict[int | None, set[str]]:
    """The ids of the questions that left from here, by recovery."""
    threads: dict[int | None, set[str]] = {}
    sent = OutgoingRow.objects.filter(recovery__in=[row.recovery_id for row in rows if row.recovery_id])
    questions = sent.filter(purpose__in=PURPOSES, state=OutgoingRow.State.SENT).exclude(message_id="")
    for recovery, message_id in questions.values_list("recovery_id", "message_id"):
        threads.setdefault(recovery, set()).add(message_id)
    return threads


def _messages(owner: OwnerRow, rows: list[FeedbackRow], threads: dict[int | None, set[str]]) -> list[MessageRow]:
    """Mail that came after the first question, from those who were asked or in a thread of a question."""
    concerned = Q(message__in_reply_to__in=[one for ids in threads.values() for one in ids])
    for email in {row.asked_email for row in rows if row.asked_email}:
        concerned |= Q(sender__iendswith=email)
    since = min(row.asked_at for row in rows if row.asked_at)
    came = MessageRow.objects.filter(owner=owner, outgoing=False, unreadable=False, sent_at__gt=since)
    return list(came.filter(concerned).order_by("sent_at"))


def _first(row: FeedbackRow, thread: set[str], messages: list[MessageRow]) -> PossibleAnswer | None:
    return next(
        (
            PossibleAnswer(mail.event_id, mail.sent_at, own_words(message.text).new.strip())
            for mail in messages
            if mail.sent_at and row.asked_at and row.asked_at < mail.sent_at <= row.asked_at + LOOKED_FOR
            if mail.event_id not in (row.recovery.event_id if row.recovery else "", *row.not_answers)
            if _may_answer(row, mail, message := from_json(mail.message, Message), thread)
        ),
        None,
    )


def _may_answer(row: FeedbackRow, mail: MessageRow, message: Message, thread: set[str]) -> bool:
    if message.automatic or not message.text.strip():
        return False
    if message.in_reply_to in thread or thread & set(message.references):
        return True
    wrote = message.sender is not None and message.sender.email == row.asked_email.casefold()
    return wrote and bool(row.asked_email) and (mail.reading or {}).get("kind") not in NO_ANSWER
