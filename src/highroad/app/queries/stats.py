"""The search in counts: how far applications went, how they stand, how long answers took. Counts, never a score."""

import csv
import io
from collections import Counter
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from statistics import median

from django.db.models import Exists, OuterRef, Q

from highroad.app.models import ApplicationRow, EventRow, OwnerRow
from highroad.app.queries.came import stage_now
from highroad.app.queries.silence import silences
from highroad.app.queries.undated import SETTLED
from highroad.applications.application import Channel, Outcome
from highroad.applications.talks import is_met
from highroad.events.event import STAGES, Kind, Stage


@dataclass(frozen=True, slots=True)
class Way:
    """What came of the applications sent one way."""

    applications: int
    first_talks: int
    offers: int


@dataclass(frozen=True, slots=True)
class Stats:
    """Counts on one day; `answer_days` is the median over `answered`, None when nobody answered yet."""

    on: date
    applications: int
    stages: dict[str, int]  # how many came at least so far
    outcomes: dict[str, int]
    channels: dict[str, Way]
    months: dict[str, int]  # "2026-11" -> applications sent
    answered: int
    answer_days: float | None


def stats(owner: OwnerRow, *, now: datetime) -> Stats:
    """The whole record, counted, a talk once it took place; ways, stages and endings without any are left out."""
    rows, today = list(ApplicationRow.objects.filter(owner=owner)), now.date()
    answers = [row.answer_days for row in rows if row.answer_days is not None]
    outcomes = Counter(map(silences(owner, today=today).outcome_of, rows))
    ways = {channel: [row for row in rows if row.channel == channel] for channel in Channel}
    return Stats(
        on=today,
        applications=len(rows),
        stages=reached(rows, tested=with_a_test(owner), now=now),
        outcomes={str(outcome): outcomes[outcome] for outcome in Outcome if outcomes[outcome]},
        channels={str(channel): _way(found, now) for channel, found in ways.items() if found},
        months=dict(sorted(Counter(f"{row.applied_on:%Y-%m}" for row in rows if row.applied_on).items())),
        answered=len(answers),
        answer_days=median(answers) if answers else None,
    )


def as_csv(found: Stats) -> str:
    """One count a line: of what, which, how many."""
    text = io.StringIO()
    csv.writer(text).writerows([("count", "of", "number"), *table(found)])
    return text.getvalue()


def table(found: Stats) -> Iterator[tuple[str, str, float]]:
    """The counts as lines (count, of, number); an unknown median has no line."""
    yield "applications", "all", found.applications
    yield from (("reached", stage, number) for stage, number in found.stages.items())
    yield from (("outcome", outcome, number) for outcome, number in found.outcomes.items())
    for channel, way in found.channels.items():
        yield "applications", channel, way.applications
        yield "first_talks", channel, way.first_talks
        yield "offers", channel, way.offers
    yield from (("sent", month, number) for month, number in found.months.items())
    yield "answered", "all", found.answered
    if found.answer_days is not None:
        yield "answer_days", "median", found.answer_days


def with_a_test(owner: OwnerRow) -> frozenset[int]:
    """The row numbers of the applications that have a test on record, or of which the user said that it came so far."""
    return frozenset(ApplicationRow.objects.filter(tested(), owner=owner).values_list("pk", flat=True))


def tested() -> Q:
    """Whether a test took place in an application: one rule for every strip and picture."""
    tests = EventRow.objects.filter(SETTLED, application=OuterRef("pk"), kind=Kind.ASSESSMENT)
    return Exists(tests) | Q(furthest_stage=Stage.ASSESSMENT)


def reached(rows: Iterable[ApplicationRow], *, tested: Container[int], now: datetime) -> dict[str, int]:
    """How many came at least so far, by stage; a stage nobody came to is left out.

    Many employers set no test, so that it counts only where one took place.
    """
    rows = list(rows)
    far = [STAGES.index(stage_now(row.came, now=now)) for row in rows]
    came = {str(stage): sum(one >= place for one in far) for place, stage in enumerate(STAGES)}
    came[Stage.ASSESSMENT] = sum(row.pk in tested for row in rows)
    return {stage: number for stage, number in came.items() if number}


def _way(rows: list[ApplicationRow], now: datetime) -> Way:
    return Way(
        applications=len(rows),
        first_talks=sum(is_met(stage_now(row.came, now=now)) for row in rows),
        offers=sum(row.furthest_stage == STAGES[-1] for row in rows),
    )
