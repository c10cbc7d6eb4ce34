"""What the whole record offers to weigh a thought by: facts about one no, counts, and what others wrote."""

from dataclasses import dataclass

from django.db.models import Count, Max, OuterRef, Q, Subquery

from highroad.app.models import ActionRow, ApplicationRow, FeedbackRow, OwnerRow
from highroad.app.queries.applications import NotThere
from highroad.app.queries.recoveries import NotConfirmed, no
from highroad.events.event import STAGES, Stage
from highroad.rejections.rejection import Rejection
from highroad.steps.ask_for_feedback.answer import Sort, sentences
from highroad.steps.dont_get_stuck.facts import Counts, Fact, Heard, facts

TALKS = STAGES[STAGES.index(Stage.SCREEN) :]
ANSWERS = 3  # the latest; more would be a page to read


@dataclass(frozen=True, slots=True)
class Weighed:
    """The facts, those about this no first, and what the user works on."""

    facts: tuple[Fact, ...]
    works_on: str


def weighed(owner: OwnerRow, event_id: str) -> Weighed:
    """What there is on record; `event_id` is the no the thought came after, or empty."""
    counts, works_on = _counted(owner)
    return Weighed(facts(rejection_of(owner, event_id), counts=counts, heard=_heard(owner)), works_on)


def rejection_of(owner: OwnerRow, event_id: str) -> Rejection | None:
    """The no of this id; None also where the user has said since that it was not a no."""
    try:
        return no(owner, event_id).rejection if event_id else None
    except (NotThere, NotConfirmed):
        return None


def _counted(owner: OwnerRow) -> tuple[Counts, str]:
    """All in one question."""
    open_ones = ActionRow.objects.filter(owner=OuterRef("owner"), done_at=None).order_by("-created_at")
    told = ApplicationRow.objects.filter(owner=owner).aggregate(
        every=Count("pk"),
        talks=Count("pk", filter=Q(furthest_stage__in=TALKS)),
        works_on=Max(Subquery(open_ones.values("text")[:1])),
    )
    return Counts(told["every"], told["talks"]), told["works_on"] or ""


def _heard(owner: OwnerRow) -> tuple[Heard, ...]:
    """What those who answered said to keep doing, one sentence an answer."""
    rows = FeedbackRow.objects.filter(owner=owner).exclude(answer="").order_by("-answered_at", "-pk")[:ANSWERS]
    return tuple(one for row in rows if (one := _kept(row)))


def _kept(row: FeedbackRow) -> Heard | None:
    told = sentences(row.answer, moved=row.moved)
    kept = next((one for one in told if one.sort is Sort.KEEP_DOING), None)
    return Heard(row.asked_name or "Someone", kept.text) if kept else None
