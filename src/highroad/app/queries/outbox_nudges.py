"""The one nudge: whether it may still leave. It is not when they answered, nor outside its few days."""

from datetime import date, datetime, timedelta

from highroad.app.models import FeedbackRow, OutgoingRow
from highroad.app.queries.ask_for_feedback_mail import possible_answers
from highroad.steps.ask_for_feedback import NUDGE_FROM, NUDGE_TO

NUDGE = "nudge"


def nudge_lacks(row: OutgoingRow, *, on: datetime) -> str:
    """Why a nudge may not leave at this hour: a key of the outbox's words, or nothing; other texts lack nothing."""
    if row.purpose != NUDGE:
        return ""
    asked = _question(row)
    if asked is None or asked.asked_at is None:
        return "early"
    days = (on.date() - asked.asked_at.astimezone(on.tzinfo).date()).days
    lacks = {
        "twice": asked.nudged_at is not None,
        "answered": bool(asked.answer),
        "maybe": bool(possible_answers(row.owner, [asked])),
        "early": days < NUDGE_FROM,
        "late": days > NUDGE_TO,
    }
    return next((name for name, lack in lacks.items() if lack), "")


def last_day(row: OutgoingRow, *, now: datetime) -> date | None:
    """The last day on which a nudge may leave, where the user is; None for other texts, which have no such day."""
    asked = _question(row) if row.purpose == NUDGE else None
    if asked is None or asked.asked_at is None:
        return None
    return asked.asked_at.astimezone(now.tzinfo).date() + timedelta(days=NUDGE_TO)


def _question(row: OutgoingRow) -> FeedbackRow | None:
    """What it reminds of: a question that was asked in writing after the same no."""
    rows = FeedbackRow.objects.filter(recovery=row.recovery, in_talk=False).exclude(asked_at=None)
    return rows.select_related("recovery").first()
