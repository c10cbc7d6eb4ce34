"""Begin a growth story, write its parts, plan for the next no, let one go."""

from datetime import datetime

from django.db import transaction

from highroad.app.actions.deeds import did
from highroad.app.actions.dont_get_stuck import Amiss
from highroad.app.actions.let_go import let_go as gone
from highroad.app.models import ActionRow, OwnerRow, StoryRow
from highroad.app.queries.applications import NotThere
from highroad.app.queries.let_go import Kind
from highroad.steps.dont_get_stuck.story import PARTS, Part
from highroad.steps.dont_get_stuck.story import question as question_of

LONGEST_PLAN = 300


@transaction.atomic
def begin(owner: OwnerRow, *, action_id: int | None = None, about: str = "", question: str = "", now: datetime) -> int:
    """A story about something worked on, or about words of one's own; raises Amiss without either, or NotThere."""
    action = _action(owner, action_id) if action_id else None
    task = action.text if action else about.strip()
    if not task:
        raise Amiss("no_story")
    row = StoryRow.objects.create(
        owner=owner,
        action=action,
        recovery=action.recovery if action else None,
        question=question_of(question).key,
        task=task,
        done=action.first_step if action and action.done_at else "",
        begun_at=now,
        saved_at=now,
    )
    did(owner, "story", recovery=row.recovery, about=str(row.pk), now=now)
    return row.pk


def write(owner: OwnerRow, story_id: int, part: Part, text: str, *, when: str = "", now: datetime) -> None:
    """Keep one part as it is written, the plan with what it is for; raises NotThere."""
    changed: dict[str, object] = {PARTS[part]: text}
    if part is Part.PLAN:
        changed = {PARTS[part]: text[:LONGEST_PLAN], "when_no_comes": when.strip()[:LONGEST_PLAN]}
    if not StoryRow.objects.filter(owner=owner, pk=story_id).update(**changed, saved_at=now):
        raise NotThere


def let_go(owner: OwnerRow, story_id: int, *, now: datetime) -> str:
    """Let go of one story; returns the name to undo it by. Raises NotThere."""
    return gone(owner, Kind.STORY, story_id, now=now)


def _action(owner: OwnerRow, action_id: int) -> ActionRow:
    row = ActionRow.objects.filter(owner=owner, pk=action_id).select_related("recovery").first()
    if row is None:
        raise NotThere
    return row
