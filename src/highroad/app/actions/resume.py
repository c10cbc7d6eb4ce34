"""Keep the résumé and a posting as text, take them out again, and make a gap something one has or works on."""

from datetime import datetime

from django.db import transaction

from highroad.app.actions.ask_for_feedback import work_on
from highroad.app.models import ActionRow, AdvertRow, ApplicationRow, OwnerRow, RecoveryRow, ResumeRow
from highroad.app.queries.applications import NotThere, application, as_value
from highroad.app.queries.ask_for_feedback import REVIEW_AFTER
from highroad.app.queries.resume import as_gap, gap_named, paper
from highroad.edges.resume_file import LARGEST as LARGEST
from highroad.edges.resume_file import MOST_LETTERS, NoText, TooLarge, text_of
from highroad.edges.resume_file import NotReadable as NotReadable  # for the page, which asks no edge
from highroad.words.content import load_toml


class Amiss(ValueError):
    """A posting that is empty, or too long to be one."""

    def __init__(self, key: str) -> None:
        super().__init__(_words()[key])


def keep_file(owner: OwnerRow, raw: bytes, *, now: datetime) -> None:
    """Keep the words of a file, and nothing else of it; raises resume_file.NotReadable."""
    keep(owner, text_of(raw), now=now)


def keep(owner: OwnerRow, text: str, *, now: datetime) -> None:
    """Keep these words as the résumé, in place of those before; raises NoText or TooLarge, and changes nothing."""
    if not text.strip():
        raise NoText
    if len(text) > MOST_LETTERS:
        raise TooLarge
    ResumeRow.objects.update_or_create(owner=owner, defaults={"text": text.strip(), "added_at": now})


def remove(owner: OwnerRow) -> None:
    """Take the résumé out; gone already is fine."""
    ResumeRow.objects.filter(owner=owner).delete()


@transaction.atomic
def keep_posting(owner: OwnerRow, some_id: str, text: str, *, now: datetime) -> None:
    """Keep the posting of an application, in place of the one before; an empty one takes it out."""
    row = application(owner, some_id)
    if len(text) > MOST_LETTERS:
        raise Amiss("too_long")
    AdvertRow.objects.filter(owner=owner, event_id__in=_ids(row)).delete()
    if text.strip():
        AdvertRow.objects.create(owner=owner, event_id=row.application_id, text=text.strip(), added_at=now)


@transaction.atomic
def have(owner: OwnerRow, some_id: str, skill: str) -> None:
    """The user has a skill their résumé does not say; raises NotThere for one this posting does not miss."""
    if skill not in {one.skill for one in paper(owner, some_id).lacking}:
        raise NotThere
    row = ResumeRow.objects.get(owner=owner)
    row.unsaid = [*row.unsaid, skill]
    row.save(update_fields=["unsaid"])


@transaction.atomic
def have_not(owner: OwnerRow, skill: str) -> None:
    """Take that back; gone already is fine."""
    row = ResumeRow.objects.filter(owner=owner).first()
    if row and skill in row.unsaid:
        row.unsaid = [one for one in row.unsaid if one != skill]
        row.save(update_fields=["unsaid"])


@transaction.atomic
def work_on_skill(owner: OwnerRow, some_id: str, skill: str, *, now: datetime) -> ActionRow:
    """A skill the posting names and the résumé does not becomes something to work on; raises NotThere for another."""
    if skill not in {one.skill for one in paper(owner, some_id).open}:
        raise NotThere
    recovery = _recovery(owner, application(owner, some_id))
    first = as_gap("skill_first", skill=skill)
    return begin(owner, as_gap("skill", skill=skill), first_step=first, recovery=recovery, now=now)


@transaction.atomic
def work_on_said(owner: OwnerRow, some_id: str, *, now: datetime) -> ActionRow:
    """What they named themselves becomes something to work on; raises NotThere when they named nothing."""
    row = application(owner, some_id)
    words = gap_named(as_value(row))
    if not words:
        raise NotThere
    first, recovery = as_gap("said_first"), _recovery(owner, row)
    return begin(owner, as_gap("said", words=words), first_step=first, recovery=recovery, now=now)


def begin(owner: OwnerRow, gap: str, *, first_step: str, recovery: RecoveryRow | None, now: datetime) -> ActionRow:
    """A gap becomes something to work on, to be looked at again after a while."""
    action = work_on(owner, gap, first_step=first_step, review_on=(now + REVIEW_AFTER).date(), now=now)
    action.recovery = recovery
    action.save(update_fields=["recovery"])
    return action


def _recovery(owner: OwnerRow, row: ApplicationRow) -> RecoveryRow | None:
    return RecoveryRow.objects.filter(owner=owner, event_id__in=_ids(row)).order_by("opened_at").first()


def _ids(row: ApplicationRow) -> set[str]:
    return {row.application_id, *(event.event_id for event in row.events.all())}


def _words() -> dict[str, str]:
    return load_toml("highroad.app", "content/resume.toml")
