"""One question to practise at a time; no count of what is due."""

from dataclasses import dataclass
from datetime import datetime

from highroad.app.models import DeedRow, OwnerRow
from highroad.app.queries.applications import NotThere
from highroad.steps.keep_going.practice import Question, questions

DEED = "practise:{}"
ENOUGH = 5  # questions a day


@dataclass(frozen=True, slots=True)
class Practice:
    """One question, how many were said aloud today, and the one after it."""

    question: Question
    said_today: int
    another: str

    @property
    def enough(self) -> bool:
        """Whether that is plenty for one day; more is allowed."""
        return self.said_today >= ENOUGH


def practice(owner: OwnerRow, *, now: datetime, question_id: str | None = None) -> Practice:
    """The question asked for, else the one longest not said; raises NotThere for one we do not have."""
    ordered = _longest_not_said(owner)
    wanted = next((one for one in ordered if one.id == question_id), None) if question_id else ordered[0]
    if wanted is None:
        raise NotThere
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    said_today = DeedRow.objects.filter(owner=owner, kind="practice", at__gte=midnight).count()
    place = ordered.index(wanted)
    return Practice(wanted, said_today, ordered[(place + 1) % len(ordered)].id)


def _longest_not_said(owner: OwnerRow) -> list[Question]:
    """Never said first, in our order; then by when each was said last."""
    deeds = DeedRow.objects.filter(owner=owner, kind="practice").order_by("at", "pk").values_list("about", flat=True)
    said = {about: place for place, about in enumerate(deeds)}
    return sorted(questions(), key=lambda question: said.get(DEED.format(question.id), -1))
