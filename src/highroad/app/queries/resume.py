"""The résumé, and what a posting asks for beside it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet, Value

from highroad.app.models import ActionRow, AdvertRow, OpeningRow, OwnerRow, ResumeRow
from highroad.app.models.private import PrivateList
from highroad.app.private import unseal
from highroad.app.queries.applications import application, as_value
from highroad.applications.application import Application
from highroad.applications.course import asked_in
from highroad.events.event import Reason, Stage
from highroad.words.content import load_toml
from highroad.words.skills import Covered, Wanted, covered, skills

LONGEST_GAP = 500  # characters of something to work on
WORKED_ON = 2  # the place of actions among the texts that are asked for together
RESUME, UNSAID, POSTING = "resume", "unsaid", "posting"  # what else may be asked for together
Rows = QuerySet[Any, Any]


@dataclass(frozen=True, slots=True)
class Resume:
    """The résumé as it is kept, the skills of our list that it names, and those the user has beside them."""

    text: str
    skills: tuple[str, ...]
    unsaid: tuple[str, ...]

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
    unsaid: frozenset[str]  # skills the user has, though the résumé does not say so

    @property
    def open(self) -> tuple[Wanted, ...]:
        """What was not found, and is not worked on yet."""
        return tuple(one for one in self.lacking if one.skill not in self.worked_on)

    @property
    def lacking(self) -> tuple[Wanted, ...]:
        """What was not found, and the user has not said they have."""
        missing = self.compared.not_found if self.compared else ()
        return tuple(one for one in missing if one.skill not in self.unsaid)


def resume(owner: OwnerRow) -> Resume | None:
    """The résumé; None when there is none."""
    row = _row(owner)
    return Resume(row.text, skills(row.text), tuple(row.unsaid)) if row else None


def resume_text(owner: OwnerRow) -> str:
    """Its words; empty when there is none."""
    row = _row(owner)
    return row.text if row else ""


def paper(owner: OwnerRow, some_id: str) -> Paper:
    """The posting of the application of this id or event beside the résumé; raises NotThere."""
    return paper_of(owner, as_value(application(owner, some_id)))


def paper_of(owner: OwnerRow, one: Application) -> Paper:
    """The posting of this application beside the résumé."""
    (posting, worked_on), mine = _kept(owner, one), _row(owner)
    return Paper(
        id=one.id,
        employer=one.employer or "",
        role=one.role or "",
        posting=posting,
        has_resume=mine is not None,
        compared=covered(posting, mine.text) if posting and mine else None,
        asked_in=asked_in(one),
        tested=one.furthest_stage is Stage.ASSESSMENT,
        named=gap_named(one),
        worked_on=worked_on,
        unsaid=frozenset(mine.unsaid if mine else ()),
    )


def gap_named(one: Application) -> str:
    """What they themselves wrote of missing experience, in their words; empty when they named none."""
    readings = (event.reading for event in one.events)
    quotes = (reading.reason_quote for reading in readings if reading.reason is Reason.EXPERIENCE)
    return next(filter(None, quotes), "")


def as_gap(key: str, **named: str) -> str:
    """What a gap is called among the things to work on; by the keys of content/resume.toml."""
    words: dict[str, str] = load_toml("highroad.app", "content/resume.toml")
    return words[key].format(**named)[:LONGEST_GAP].strip()


def rows_beside(owner: OwnerRow, one: Application) -> tuple[Rows, ...]:
    """The résumé as it is sealed, and the posting, each as (name, text, day): to be asked for together with others."""
    resume = ResumeRow.objects.filter(owner=owner)
    kept = {RESUME: (resume, "text"), UNSAID: (resume, "unsaid")}
    kept |= {f"{POSTING}{place}": (rows, "text") for place, rows in enumerate(_postings(owner, one))}
    return tuple(
        rows.order_by().annotate(name=Value(name)).values_list("name", text, "added_at")
        for name, (rows, text) in kept.items()
    )


def lacking_among(found: Mapping[str, str]) -> tuple[Wanted, ...]:
    """What the posting names and the résumé does not, unless the user has it; from rows_beside by their names."""
    posting = next((found[name] for name in sorted(found) if name.startswith(POSTING)), "")
    if not posting or RESUME not in found:
        return ()
    unsaid = PrivateList().from_db_value(found.get(UNSAID))
    missing = covered(posting, unseal(found[RESUME])).not_found
    return tuple(one for one in missing if one.skill not in unsaid)


def _row(owner: OwnerRow) -> ResumeRow | None:
    return ResumeRow.objects.filter(owner=owner).first()


def _kept(owner: OwnerRow, one: Application) -> tuple[str, frozenset[str]]:
    """The posting, pasted or else as it lay in the queue before, and the things worked on; in one question."""
    actions = ActionRow.objects.filter(owner=owner)
    first, *rest = (
        rows.order_by().annotate(sort=Value(place)).values_list("sort", "text")
        for place, rows in enumerate((*_postings(owner, one), actions))
    )
    found = sorted(first.union(*rest, all=True))
    posting = next((text for place, text in found if place < WORKED_ON), "")
    return posting, _bare(text for place, text in found if place == WORKED_ON)


def _postings(owner: OwnerRow, one: Application) -> tuple[Rows, Rows]:
    """Pasted, and else as it lay in the queue before."""
    ids = {one.id, *(event.id for event in one.events)}
    pasted = AdvertRow.objects.filter(owner=owner, event_id__in=ids)
    return pasted, OpeningRow.objects.filter(owner=owner, sent_as__in=ids).exclude(text="")


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
