"""The whole search as pictures: how applications flowed, when each was open, and what the user did."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from highroad.app.models import ApplicationRow, OwnerRow
from highroad.app.pictures_flow import Flow, flow_of
from highroad.app.queries.came import is_ahead, is_maybe_only, stage_now
from highroad.app.queries.effort import Momentum, momentum
from highroad.app.queries.fields import field_of, stage_names
from highroad.app.queries.silence import Silences, silences
from highroad.app.queries.stats import reached, with_a_test
from highroad.applications.application import Outcome
from highroad.events.event import STAGES, Stage

LATEST = 24  # applications on the timeline; more would be a wall
LINE, LEFT, RIGHT = 22, 118, 332  # in the picture's own units: a line's height, and where its days begin and end


@dataclass(frozen=True, slots=True)
class Lived:
    """One application on the timeline; `number` stands for its employer, whose name is empty unless asked for."""

    number: int
    employer: str
    first: date
    last: date
    stage: str
    outcome: str
    x1: int
    x2: int
    y: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """The latest applications, the first sent on top."""

    lines: tuple[Lived, ...]
    first: date
    last: date

    @property
    def height(self) -> int:
        """In the picture's own units, with a line for the days."""
        return LINE * (len(self.lines) + 1)


@dataclass(frozen=True, slots=True)
class Pictures:
    """All that /picture draws; no timeline when no application has a day."""

    total: int
    until: date  # the day on which they were counted
    ahead: int  # how many have a talk that was not held yet, and stand where they stood before it
    stages: dict[str, int]
    names: Mapping[Stage, str]  # of stages that the user's line of work calls otherwise
    flow: Flow
    timeline: Timeline | None
    effort: Momentum


def pictures(owner: OwnerRow, *, now: datetime, named: bool) -> Pictures:
    """The pictures of today; employers are numbers unless `named`."""
    today = now.date()
    rows = list(ApplicationRow.objects.filter(owner=owner).order_by("applied_on", "application_id"))
    stages, silent = reached(rows, tested=with_a_test(owner), now=now), silences(owner, today=today)
    maybe = frozenset(ApplicationRow.objects.filter(is_maybe_only(), owner=owner).values_list("pk", flat=True))
    waits = [row for row in rows if row.outcome == Outcome.OPEN and row.pk not in maybe]
    far = {row.pk: stage_now(row.came, now=now) for row in rows}
    ended = Counter((far[row.pk], silent.outcome_of(row)) for row in rows)
    return Pictures(
        total=len(rows),
        until=today,
        ahead=sum(is_ahead(row.furthest_stage, row.came, now=now) for row in waits),
        stages=stages,
        names=stage_names(owner, field_of(owner)),
        flow=flow_of({stage: {outcome: ended[stage, outcome] for outcome in Outcome} for stage in STAGES}, came=stages),
        timeline=_timeline([row for row in rows if row.applied_on][-LATEST:], far, silent, named=named),
        effort=momentum(owner, now=now),
    )


def _timeline(
    rows: list[ApplicationRow], far: Mapping[int, Stage], silent: Silences, *, named: bool
) -> Timeline | None:
    spans = [(row, row.applied_on, _until(row, silent)) for row in rows]
    days = [(row, first, max(first, last)) for row, first, last in spans if first]
    if not days:
        return None
    begin, end = min(first for _, first, _ in days), max(last for *_, last in days)
    numbers = {name: place for place, name in enumerate(dict.fromkeys(row.employer for row in rows), start=1)}
    lines = tuple(
        Lived(
            number=numbers[row.employer],
            employer=row.employer if named else "",
            first=first,
            last=last,
            stage=far[row.pk],
            outcome=silent.outcome_of(row),
            x1=_across(first, begin, end),
            x2=_across(last, begin, end),
            y=LINE * place + LINE // 2,
        )
        for place, (row, first, last) in enumerate(days)
    )
    return Timeline(lines, begin, end)


def _until(row: ApplicationRow, silent: Silences) -> date:
    """An open one goes on until today; any other until the last that was heard."""
    last = None if silent.outcome_of(row) == Outcome.OPEN else row.last_event_on or row.applied_on
    return last or silent.today


def _across(day: date, begin: date, end: date) -> int:
    return LEFT + round((RIGHT - LEFT) * (day - begin).days / max((end - begin).days, 1))
