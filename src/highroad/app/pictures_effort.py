"""The effort calendar as plain values: a dot for each day of some weeks. A template draws it, with a table."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from highroad.app.pictures import GAP, Dot

LEFT = 3 * GAP // 2  # room for the names of the days
DAYS = 7


@dataclass(frozen=True, slots=True)
class Calendar:
    """A column for each week from Monday down: filled where something was done, ringed where the user rested."""

    dots: tuple[Dot, ...]
    months: tuple[tuple[int, date], ...]  # where a month begins, and its first Monday here
    width: int
    until: date
    active: int
    rested: int

    @property
    def height(self) -> int:
        """In the picture's own units, with a line for the months."""
        return GAP * (DAYS + 1)

    @property
    def names(self) -> tuple[tuple[int, int], ...]:
        """Every other day of the week: its number from Monday, and where its row is."""
        return tuple((day, _row(day)) for day in range(0, DAYS, 2))


def calendar_of(
    mondays: Sequence[date], *, today: date, active: Collection[date], rested: Collection[date]
) -> Calendar:
    """The picture of these weeks up to today; a day with both is one on which something was done."""
    days = [(week, day, monday + timedelta(days=day)) for week, monday in enumerate(mondays) for day in range(DAYS)]
    dots = tuple(Dot(_column(week), _row(day), _kind(on, active, rested)) for week, day, on in days if on <= today)
    return Calendar(
        dots=dots,
        months=tuple((_column(week), monday) for week, monday in enumerate(mondays) if monday.day <= DAYS),
        width=_column(len(mondays) - 1) + GAP // 2,
        until=today,
        active=sum(dot.kind == "yes" for dot in dots),
        rested=sum(dot.kind == "maybe" for dot in dots),
    )


def _kind(on: date, active: Collection[date], rested: Collection[date]) -> str:
    if on in active:
        return "yes"
    return "maybe" if on in rested else "rest"


def _column(week: int) -> int:
    return LEFT + GAP // 2 + week * GAP


def _row(day: int) -> int:
    return GAP + GAP // 2 + day * GAP
