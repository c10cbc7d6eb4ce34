"""How it came beside how it was guessed, and the three taps a week."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from highroad.app.models import MomentRow, OwnerRow, WeekRow
from highroad.app.queries.checks_waiting import CAME, GUESSED, due_guesses
from highroad.app.queries.recoveries import No
from highroad.steps.take_a_moment.check import (
    LINES,
    Line,
    When,
    compared,
    days_on,
    in_words,
    lines,
    monday_of,
)

WIDTH, EDGE = 640, 40  # of the line of two dots, in its own units
WEEKS_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Check:
    """One guess and, once it was said, how it came: in words, and as two places on a line."""

    when: When
    made_at: datetime
    days_on: int
    guessed: str
    guessed_x: int
    came: str = ""
    came_x: int = 0
    verdict: str = ""


@dataclass(frozen=True, slots=True)
class Tapped:
    """One line of this week, and the tap it got; 0 while there is none."""

    line: Line
    place: int


@dataclass(frozen=True, slots=True)
class Week:
    """A week that was tapped, in words."""

    monday: date
    says: tuple[str, ...]


def checks(owner: OwnerRow, found: No | None, *, now: datetime) -> list[Check]:
    """What can be looked at now, the latest first: guesses that wait for their answer, else those that have one."""
    seen = [_check(row, when, now) for row, when in _due(owner, found, now=now)]
    return [one for one in seen if not one.came] or seen


def waiting(owner: OwnerRow, found: No | None, *, now: datetime) -> list[tuple[MomentRow, When]]:
    """The guesses that one answer is for."""
    return [(row, when) for row, when in _due(owner, found, now=now) if getattr(row, CAME[when]) is None]


def week(owner: OwnerRow, *, now: datetime) -> list[Tapped]:
    """The three lines of this week."""
    row = WeekRow.objects.filter(owner=owner, monday=monday_of(now.date())).first()
    return [Tapped(line, getattr(row, line.key, None) or 0) for line in lines()]


def weeks_before(owner: OwnerRow, *, now: datetime) -> list[Week]:
    """The last weeks that were tapped, in words, the latest first."""
    rows = WeekRow.objects.filter(owner=owner, monday__lt=monday_of(now.date())).order_by("-monday")
    return [Week(row.monday, _says(row)) for row in rows[:WEEKS_SHOWN]]


def _says(row: WeekRow) -> tuple[str, ...]:
    known = {line.key: line for line in lines()}
    tapped = [(known[key], getattr(row, key)) for key in LINES]
    return tuple(f"{line.ask} {line.taps[place - 1]}" for line, place in tapped if place)


def _due(owner: OwnerRow, found: No | None, *, now: datetime) -> list[tuple[MomentRow, When]]:
    if found and found.recovery is None:
        return []
    return due_guesses(owner, found.recovery if found else None, now=now)


def _check(row: MomentRow, when: When, now: datetime) -> Check:
    guessed, came = getattr(row, GUESSED[when]), getattr(row, CAME[when])
    begun = Check(when, row.at, days_on(row.at, now=now), in_words(guessed), _place(guessed))
    if came is None:
        return begun
    return replace(begun, came=in_words(came), came_x=_place(came), verdict=compared(guessed, came))


def _place(heavy: int) -> int:
    return EDGE + (WIDTH - 2 * EDGE) * heavy // 10
