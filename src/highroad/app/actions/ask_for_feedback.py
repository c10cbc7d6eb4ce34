"""Ask once, keep the answer, make something of it."""

from datetime import date, datetime

from django.db import transaction

from highroad.app.actions.deeds import did
from highroad.app.actions.recoveries import done, open_recovery
from highroad.app.models import ActionRow, FeedbackRow, OwnerRow
from highroad.app.queries.applications import NotThere
from highroad.app.queries.drafts import draft

STEP = "ask_for_feedback"


class NothingWritten(ValueError):
    """The box was empty."""

    def __init__(self) -> None:
        super().__init__("There is nothing in the box yet.")


@transaction.atomic
def asked(owner: OwnerRow, event_id: str, number: int, *, now: datetime) -> FeedbackRow:
    """The user asked this person, in their own mail program or on the phone. One no is asked about once."""
    person = draft(owner, event_id, "feedback", number).person
    recovery = open_recovery(owner, event_id, now=now)
    row, is_new = FeedbackRow.objects.get_or_create(
        owner=owner, recovery=recovery, defaults={"asked_name": person.name or person.email, "asked_at": now}
    )
    if is_new:
        did(owner, "asked", recovery=recovery, now=now)
        done(owner, recovery, STEP, now=now)
    return row


@transaction.atomic
def keep_answer(owner: OwnerRow, feedback_id: int, answer: str, *, now: datetime) -> None:
    """Keep what they answered; raises NotThere or NothingWritten."""
    row = FeedbackRow.objects.filter(owner=owner, pk=feedback_id).select_related("recovery").first()
    if row is None:
        raise NotThere
    if not answer.strip():
        raise NothingWritten
    FeedbackRow.objects.filter(pk=row.pk).update(answer=answer.strip(), answered_at=now)
    did(owner, "feedback", recovery=row.recovery, now=now)


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
    source = FeedbackRow.objects.filter(owner=owner, pk=feedback_id).first() if feedback_id else None
    if feedback_id and source is None:
        raise NotThere
    return ActionRow.objects.create(
        owner=owner,
        recovery=source.recovery if source else None,
        text=text.strip(),
        first_step=first_step.strip(),
        review_on=review_on,
        created_at=now,
    )


@transaction.atomic
def finish(owner: OwnerRow, action_id: int, *, now: datetime) -> None:
    """The user worked on it and is done; raises NotThere."""
    if not ActionRow.objects.filter(owner=owner, pk=action_id, done_at=None).update(done_at=now):
        raise NotThere
    did(owner, "action", about=str(action_id), now=now)
