"""The résumé, and what a posting asks for beside it."""

from dataclasses import dataclass

from highroad.app.models import ActionRow, AdvertRow, ApplicationRow, OpeningRow, OwnerRow, ResumeRow
from highroad.app.queries.applications import application, as_value
from highroad.applications.course import met_someone
from highroad.events.event import Reason, Stage
from highroad.words.content import load_toml
from highroad.words.skills import Covered, Wanted, covered, skills


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
    """The posting of one application beside the résumé; raises NotThere."""
    row = application(owner, some_id)
    value = as_value(row)
    posting, text = posting_of(owner, row), resume_text(owner)
    return Paper(
        id=row.application_id,
        employer=row.employer,
        role=row.role,
        posting=posting,
        has_resume=bool(text),
        compared=covered(posting, text) if posting and text else None,
        asked_in=met_someone(value),
        tested=value.furthest_stage is Stage.ASSESSMENT,
        named=gap_named(row),
        worked_on=_worked_on(owner),
    )


def posting_of(owner: OwnerRow, row: ApplicationRow) -> str:
    """The posting's text: as it was pasted to this application, or as it lay in the queue before."""
    ids = {row.application_id, *(event.event_id for event in row.events.all())}
    pasted = (
        AdvertRow.objects.filter(owner=owner, event_id__in=ids).order_by("-added_at").values_list("text", flat=True)
    )
    queued = OpeningRow.objects.filter(owner=owner, sent_as__in=ids).exclude(text="").values_list("text", flat=True)
    return pasted.first() or queued.first() or ""


def gap_named(row: ApplicationRow) -> str:
    """What they themselves wrote of missing experience, in their words; empty when they named none."""
    readings = (event.reading for event in as_value(row).events)
    quotes = (one.reason_quote for one in readings if one.reason is Reason.EXPERIENCE and one.reason_quote)
    return next(quotes, "")


def _worked_on(owner: OwnerRow) -> frozenset[str]:
    """What stands among the things to work on, without the words we put around it."""
    words = load_toml("highroad.app", "content/resume.toml")
    texts = list(ActionRow.objects.filter(owner=owner).values_list("text", flat=True))
    around = (words["skill"].split("{skill}"), words["said"].split("{words}"))
    return frozenset(
        text.removeprefix(start).removesuffix(end)
        for start, end in around
        for text in texts
        if text.startswith(start) and text.endswith(end)
    )
