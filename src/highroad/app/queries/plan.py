"""The week's plan: the sheet of this week, the one to look back on, and what could stand on a new one."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Prefetch, QuerySet

from highroad.app.models import OwnerRow, PlannedRow, PlanRow
from highroad.app.queries.applications import NotThere
from highroad.app.queries.keep_going import record_of
from highroad.applications.fact import Fact, published
from highroad.steps.keep_going.plan import Line, Way, goes_one_way, monday_of, proposed, running_since

A_WEEK = timedelta(days=7)
EARLIER = 8  # sheets shown from before


@dataclass(frozen=True, slots=True)
class Planned:
    """One line of a sheet as it stands."""

    id: int
    line: Line
    done_at: datetime | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One week's plan; `went` is what the user said of it afterwards."""

    id: int
    monday: date
    lines: tuple[Planned, ...]
    if_this: str
    then_i_will: str
    went: str
    looked_back_at: datetime | None

    @property
    def goes_one_way(self) -> bool:
        """Whether all of it goes the same way."""
        return goes_one_way(planned.line for planned in self.lines)

    @property
    def sunday(self) -> date:
        """Its last day."""
        return self.monday + timedelta(days=6)


@dataclass(frozen=True, slots=True)
class Week:
    """The page: the sheet of the week to plan if it is made, last week's while nobody looked back, and earlier ones."""

    monday: date
    sheet: Sheet | None
    back: Sheet | None
    running: Sheet | None  # at the weekend, that of the week which is not over yet
    earlier: tuple[Sheet, ...]
    trial: Fact | None  # what such a sheet did for others


def week(owner: OwnerRow, *, now: datetime) -> Week:
    """The plan of the week that matters now; at the weekend that is the week to come."""
    monday, runs = monday_of(now.date()), running_since(now.date())
    rows = list(_with_lines(PlanRow.objects.filter(owner=owner, monday__lte=monday).order_by("-monday"))[: EARLIER + 1])
    sheets = [_sheet(row) for row in rows]
    of = {one.monday: one for one in sheets}
    last = of.get(runs - A_WEEK)
    return Week(
        monday=monday,
        sheet=of.get(monday),
        back=last if last and last.looked_back_at is None else None,
        running=of.get(runs) if runs < monday else None,
        earlier=tuple(one for one in sheets if one.monday < runs),
        trial=published("weekly_plan"),
    )


def proposals(owner: OwnerRow, *, now: datetime) -> tuple[Line, ...]:
    """What could stand on this week's sheet, from what is open."""
    return proposed(record_of(owner, now=now), today=now.date())


def plan_row(owner: OwnerRow, plan_id: int) -> PlanRow:
    """This sheet; raises NotThere."""
    row = PlanRow.objects.filter(owner=owner, pk=plan_id).first()
    if row is None:
        raise NotThere
    return row


def _with_lines(rows: QuerySet[PlanRow]) -> QuerySet[PlanRow]:
    return rows.prefetch_related(Prefetch("lines", PlannedRow.objects.order_by("on", "at", "pk")))


def _sheet(row: PlanRow) -> Sheet:
    return Sheet(
        id=row.pk,
        monday=row.monday,
        lines=tuple(_planned(line) for line in row.lines.all()),
        if_this=row.if_this,
        then_i_will=row.then_i_will,
        went=row.went,
        looked_back_at=row.looked_back_at,
    )


def _planned(row: PlannedRow) -> Planned:
    return Planned(row.pk, Line(row.what, row.where, row.on, Way(row.way), at=row.at, asks=row.asks), row.done_at)
