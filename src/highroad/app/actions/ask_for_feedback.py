"""Ask once, nudge once at most, keep the answer, make something of it."""

from datetime import date, datetime

from django.db import transaction

from highroad.app.actions.deeds import did
from highroad.app.actions.recoveries import done, open_recovery
from highroad.app.models import ActionRow, FeedbackRow, OutgoingRow, OwnerRow, RecoveryRow
from highroad.app.queries.applications import NotThere
from highroad.app.queries.ask_for_feedback import sentence_of
from highroad.app.queries.ask_for_feedback_mail import possible_answers
from highroad.app.queries.drafts import draft
from highroad.app.says import says
from highroad.steps import words_of
from highroad.steps.ask_for_feedback.answer import Sort

STEP = "ask_for_feedback"


class NothingWritten(ValueError):
    """The box was empty."""

    def __init__(self) -> None:
        super().__init__(says("ask_for_feedback.nothing"))


@transaction.atomic
def asked(owner: OwnerRow, event_id: str, number: int, *, now: datetime) -> FeedbackRow:
    """The user asked this person, in their own mail program or on the phone. One no is asked about once."""
    person = draft(owner, event_id, "feedback", number).person
    recovery = open_recovery(owner, event_id, now=now)
    return _asked(owner, recovery, name=person.name or person.email, email=person.email, at=now)


@transaction.atomic
def asked_for_talk(owner: OwnerRow, event_id: str, name: str, *, now: datetime) -> FeedbackRow:
    """The user works there already and asked somebody for a conversation instead."""
    recovery = open_recovery(owner, event_id, now=now)
    return _asked(owner, recovery, name=name.strip() or words_of(STEP)["manager"], email="", at=now, in_talk=True)


@transaction.atomic
def asked_by_mail(owner: OwnerRow, outgoing: OutgoingRow, now: datetime) -> None:
    """A question or a nudge left through the outbox; a second call changes nothing, and other mail is none of ours."""
    at = outgoing.sent_at or now
    if outgoing.recovery is None:
        return
    if outgoing.purpose == "nudge":
        FeedbackRow.objects.filter(owner=owner, recovery=outgoing.recovery, nudged_at=None).update(nudged_at=at)
    if outgoing.purpose == "feedback":
        name = outgoing.to_name or outgoing.to_email
        _asked(owner, outgoing.recovery, name=name, email=outgoing.to_email, at=at)


@transaction.atomic
def nudged(owner: OwnerRow, event_id: str, number: int, *, now: datetime) -> None:
    """The user asked this person once more; raises NotThere for someone who was not asked, or a second time."""
    draft(owner, event_id, "nudge", number)
    recovery = open_recovery(owner, event_id, now=now)
    if not FeedbackRow.objects.filter(owner=owner, recovery=recovery, nudged_at=None).update(nudged_at=now):
        raise NotThere


def _asked(
    owner: OwnerRow, recovery: RecoveryRow, *, name: str, email: str, at: datetime, in_talk: bool = False
) -> FeedbackRow:
    told = {"asked_name": name, "asked_email": email, "asked_at": at, "in_talk": in_talk}
    row, is_new = FeedbackRow.objects.get_or_create(owner=owner, recovery=recovery, defaults=told)
    if is_new:
        did(owner, "asked", recovery=recovery, now=at)
        done(owner, recovery, STEP, now=at)
    return row


@transaction.atomic
def keep_answer(owner: OwnerRow, feedback_id: int, answer: str, *, now: datetime) -> None:
    """Keep what they answered; raises NotThere or NothingWritten."""
    row = _own(owner, feedback_id)
    if not answer.strip():
        raise NothingWritten
    _keep(row, answer, event_id="", at=now, now=now)


@transaction.atomic
def is_answer(owner: OwnerRow, feedback_id: int, event_id: str, *, yes: bool, now: datetime) -> None:
    """The user's word on a mail that may be the answer; raises NotThere for any other mail."""
    row = _own(owner, feedback_id)
    mail = possible_answers(owner, [row]).get(row.pk)
    if mail is None or mail.event_id != event_id:
        raise NotThere
    if yes:
        _keep(row, mail.text, event_id=event_id, at=mail.sent_at, now=now)
    else:
        FeedbackRow.objects.filter(pk=row.pk).update(not_answers=[*row.not_answers, event_id])


def _keep(row: FeedbackRow, answer: str, *, event_id: str, at: datetime, now: datetime) -> None:
    kept = {"answer": answer.strip(), "answered_at": at, "answer_event_id": event_id, "moved": {}}
    FeedbackRow.objects.filter(pk=row.pk).update(**kept)
    did(row.owner, "feedback", recovery=row.recovery, now=now)


@transaction.atomic
def move(owner: OwnerRow, feedback_id: int, number: int, sort: Sort, *, now: datetime) -> None:
    """Sort one sentence as the user reads it; raises NotThere."""
    sentence_of(owner, feedback_id, number, now=now)
    row = _own(owner, feedback_id)
    FeedbackRow.objects.filter(pk=row.pk).update(moved=row.moved | {str(number): sort})


def say_internal(owner: OwnerRow, event_id: str, *, internal: bool, now: datetime) -> None:
    """The user says whether they work there already; that wins over what the mail tells."""
    recovery = open_recovery(owner, event_id, now=now)
    RecoveryRow.objects.filter(pk=recovery.pk).update(internal=internal)


def say_ontario(owner: OwnerRow, event_id: str, *, in_ontario: bool, now: datetime) -> None:
    """The user says whether the job is in Ontario."""
    recovery = open_recovery(owner, event_id, now=now)
    RecoveryRow.objects.filter(pk=recovery.pk).update(in_ontario=in_ontario)


def work_on(
    owner: OwnerRow,
    text: str,
    *,
    first_step: str,
    review_on: date | None,
    feedback_id: int | None = None,
    now: datetime,
) -> ActionRow:
    """Something to get better at, with a small first step; raises NothingWritten, or NotThere for the feedback."""
    if not text.strip():
        raise NothingWritten
    source = _own(owner, feedback_id) if feedback_id else None
    return ActionRow.objects.create(
        owner=owner,
        recovery=source.recovery if source else None,
        feedback=source,
        text=text.strip(),
        first_step=first_step.strip(),
        review_on=review_on,
        created_at=now,
    )


def look_again(owner: OwnerRow, action_id: int, on: date) -> None:
    """Not done yet: look again on another day; raises NotThere."""
    if not ActionRow.objects.filter(owner=owner, pk=action_id, done_at=None).update(review_on=on):
        raise NotThere


@transaction.atomic
def finish(owner: OwnerRow, action_id: int, *, now: datetime) -> None:
    """The user worked on it and is done; raises NotThere."""
    if not ActionRow.objects.filter(owner=owner, pk=action_id, done_at=None).update(done_at=now):
        raise NotThere
    did(owner, "action", about=str(action_id), now=now)


def _own(owner: OwnerRow, feedback_id: int) -> FeedbackRow:
    row = FeedbackRow.objects.filter(owner=owner, pk=feedback_id).select_related("owner", "recovery").first()
    if row is None:
        raise NotThere
    return row
