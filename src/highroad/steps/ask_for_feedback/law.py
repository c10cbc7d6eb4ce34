"""Where law gives the user a right after a no: by which day, with what caution, from where."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from highroad.applications.application import Application
from highroad.applications.contact import in_months
from highroad.applications.course import held_at, rounds
from highroad.rejections.rejection import Rejection
from highroad.words.content import load_toml


class Counts(StrEnum):
    """What the days or months of a right run from."""

    NO = "no"
    LAST_INTERVIEW = "last_interview"
    TODAY = "today"


@dataclass(frozen=True, slots=True)
class Right:
    """One right with its day, the caution that goes with it, and where it is from."""

    key: str
    counts: Counts
    title: str
    says: str
    caution: str
    source: str
    as_of: date
    until: date
    over: bool  # that day has passed


def rights(rejection: Rejection, *, country: str, in_ontario: bool, now: datetime) -> tuple[Right, ...]:
    """What holds in the country the user chose; nothing for others, and nothing whose first day nobody knows."""
    content = load_toml("highroad.steps.ask_for_feedback", "content/law.toml")
    laws = {key: law for key, law in content.items() if isinstance(law, dict)}
    return tuple(_rights(laws, rejection, country=country, in_ontario=in_ontario, now=now))


def from_the_no(held: Iterable[Right]) -> tuple[Right, ...]:
    """Those whose time runs whether or not anyone was met or asked."""
    return tuple(right for right in held if right.counts is Counts.NO)


def _rights(
    laws: Mapping[str, Any], rejection: Rejection, *, country: str, in_ontario: bool, now: datetime
) -> Iterator[Right]:
    first_days = {
        Counts.LAST_INTERVIEW: last_interview(rejection.application, by=rejection.at or now),
        Counts.NO: rejection.at.astimezone(now.tzinfo).date() if rejection.at else None,
        Counts.TODAY: now.date(),
    }
    for key, law in laws.items():
        counts = Counts(law["counts"])
        first = first_days[counts]
        if country not in law["countries"] or first is None or (law.get("in_ontario") and not in_ontario):
            continue
        until = in_months(first, law.get("months", 0)) + timedelta(days=law.get("days", 0))
        said = {name: law[name].format(date=f"{until.day} {until:%B %Y}") for name in ("title", "says", "caution")}
        yield Right(key, counts, **said, source=law["source"], as_of=law["as_of"], until=until, over=until < now.date())


def last_interview(application: Application, *, by: datetime) -> date | None:
    """The day of the last talk held by then; of one without a known hour, the day its mail came."""
    talks = (held_at(talk) or talk.at for talk in rounds(application))
    return max((at.date() for at in talks if at and at <= by), default=None)
