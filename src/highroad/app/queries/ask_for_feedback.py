"""Step two: whom to ask, what was asked, what came back, and what it turned into."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from highroad.app.models import ActionRow, FeedbackRow, OwnerRow
from highroad.app.queries.applications import NotThere
from highroad.app.queries.recoveries import No, no
from highroad.applications.course import met_someone
from highroad.steps.ask_for_feedback import CLOSES
from highroad.steps.ask_for_feedback.whom import Candidate, whom
from highroad.words.sentences import split

REVIEW_AFTER = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Asked:
    """One request. It closes quietly three weeks later; an answer can be kept at any time."""

    id: int
    name: str
    asked_at: datetime | None
    closes_on: date | None
    closed: bool
    answer: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ask:
    """The page of the step: `early` when nobody met the user yet."""

    no: No
    early: bool
    candidates: tuple[Candidate, ...]
    asked: Asked | None


def ask(owner: OwnerRow, event_id: str, *, now: datetime) -> Ask:
    """Whom to ask after this no, or what came of asking; raises NotThere or NotConfirmed."""
    found = no(owner, event_id)
    application = found.rejection.application
    rows = FeedbackRow.objects.filter(recovery=found.recovery).order_by("-asked_at") if found.recovery else []
    return Ask(
        no=found,
        early=not met_someone(application),
        candidates=whom(application),
        asked=next((_asked(row, now) for row in rows), None),
    )


def feedback(owner: OwnerRow, *, now: datetime) -> list[Asked]:
    """Every request, the latest first."""
    return [_asked(row, now) for row in FeedbackRow.objects.filter(owner=owner).order_by("-asked_at", "-pk")]


def one_feedback(owner: OwnerRow, feedback_id: int, *, now: datetime) -> Asked:
    """One request; raises NotThere."""
    row = FeedbackRow.objects.filter(owner=owner, pk=feedback_id).first()
    if row is None:
        raise NotThere
    return _asked(row, now)


def sentence_of(owner: OwnerRow, feedback_id: int, number: int, *, now: datetime) -> str:
    """One sentence of an answer, counted from 1; raises NotThere."""
    sentences = one_feedback(owner, feedback_id, now=now).sentences
    if not 1 <= number <= len(sentences):
        raise NotThere
    return sentences[number - 1]


def actions(owner: OwnerRow) -> list[ActionRow]:
    """What the user works on, open ones first, by the day to look again."""
    rows = ActionRow.objects.filter(owner=owner).order_by("review_on", "pk")
    return sorted(rows, key=lambda row: row.done_at is not None)


def works_on(owner: OwnerRow) -> str:
    """What the user chose last to work on, for the blank in a mantra; empty when nothing."""
    row = ActionRow.objects.filter(owner=owner, done_at=None).order_by("-created_at").first()
    return row.text if row else ""


def _asked(row: FeedbackRow, now: datetime) -> Asked:
    closes = (row.asked_at + CLOSES).astimezone(now.tzinfo).date() if row.asked_at else None
    return Asked(
        id=row.pk,
        name=row.asked_name,
        asked_at=row.asked_at,
        closes_on=closes,
        closed=closes is not None and closes < now.date() and not row.answer,
        answer=row.answer,
        sentences=split(row.answer) if row.answer else (),
    )
