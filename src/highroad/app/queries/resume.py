"""The résumé, and what a posting asks for beside it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Value

from highroad.app.models import ActionRow, AdvertRow, OpeningRow, OwnerRow, ResumeRow
from highroad.app.queries.applications import application, as_value
from highroad.applications.application import Application
from highroad.applications.course import met_someone
from highroad.events.event import Reason, Stage
from highroad.words.content import load_toml
from highroad.words.skills import Covered, Wanted, covered, skills

WORKED_ON = 2  # the place of actions among the texts that are asked for together


@dataclass(frozen=True, slots=True)
class Resume:
    """The résumé as it is kept, and the skills of our list that it names."""

    text: str
    skills: tuple[str, ...]

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())


@dataclass(frozen=True, slots=True)
class Paper:
    """One posting beside the résumé; `compared` is None while one of the two is missing."""

    id: str  # of the application
    employer: str
    role: str
    posting: str
    has_resume: bool
    compared: Covered | None
    asked_in: bool
    tested: bool
    named: str  # what they wrote of experience or skill, quoted
    worked_on: frozenset[str]  # what became something to work on: skills, and their words

    @property
    def open(self) -> tuple[Wanted, ...]:
        """What was not found, and is not worked on yet."""
        missing = self.compared.not_found if self.compared else ()
        return tuple(one for one in missing if one.skill not in self.worked_on)


def resume(owner: OwnerRow) -> Resume | None:
    """The résumé; None when there is none."""
    text = resume_text(owner)
    return Resume(text, skills(text)) if text else None


def resume_text(owner: OwnerRow) -> str:
    """Its words; empty when there is none."""
    row = ResumeRow.objects.filter(owner=owner).first()
    return row.text if row else ""


def paper(owner: OwnerRow, some_id: str) -> Paper:
    """The posting of the application of this id or event beside the résumé; raises NotThere."""
    return paper_of(owner, as_value(application(owner, some_id)))


def paper_of(owner: OwnerRow, one: Application) -> Paper:
    """The posting of this application beside the résumé."""
    (posting, worked_on), text = _kept(owner, one), resume_text(owner)
    return Paper(
        id=one.id,
        employer=one.employer or "",
        role=one.role or "",
        posting=posting,
        has_resume=bool(text),
        compared=covered(posting, text) if posting and text else None,
        asked_in=met_someone(one),
        tested=one.furthest_stage is Stage.ASSESSMENT,
        named=gap_named(one),
        worked_on=worked_on,
    )


def gap_named(one: Application) -> str:
    """What they themselves wrote of missing experience, in their words; empty when they named none."""
    readings = (event.reading for event in one.events)
    quotes = (reading.reason_quote for reading in readings if reading.reason is Reason.EXPERIENCE)
    return next(filter(None, quotes), "")


def _kept(owner: OwnerRow, one: Application) -> tuple[str, frozenset[str]]:
    """The posting, pasted or else as it lay in the queue before, and the things worked on; in one question."""
    ids = {one.id, *(event.id for event in one.events)}
    pasted = AdvertRow.objects.filter(owner=owner, event_id__in=ids)
    queued = OpeningRow.objects.filter(owner=owner, sent_as__in=ids).exclude(text="")
    actions = ActionRow.objects.filter(owner=owner)
    first, *rest = (
        rows.order_by().annotate(sort=Value(place)).values_list("sort", "text")
        for place, rows in enumerate((pasted, queued, actions))
    )
    found = sorted(first.union(*rest, all=True))
    posting = next((text for place, text in found if place < WORKED_ON), "")
    return posting, _bare(text for place, text in found if place == WORKED_ON)


def _bare(texts: Iterable[str]) -> frozenset[str]:
    """Things to work on without the words we put around a skill, or around what they said."""
    words = load_toml("highroad.app", "content/resume.toml")
    around = (words["skill"].split("{skill}"), words["said"].split("{words}"))
    return frozenset(
        text.removeprefix(start).removesuffix(end)
        for text in texts
        for start, end in around
        if text.startswith(start) and text.endswith(end)
    )
