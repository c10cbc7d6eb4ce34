"""Practise one question aloud."""

from datetime import datetime

from highroad.app.actions.deeds import did
from highroad.app.models import OwnerRow
from highroad.app.queries.practice import DEED, practice


def said_aloud(owner: OwnerRow, question_id: str, *, now: datetime) -> None:
    """The user said their answer aloud; raises NotThere for a question we do not have."""
    question = practice(owner, now=now, question_id=question_id).question
    did(owner, "practice", about=DEED.format(question.id), now=now)
