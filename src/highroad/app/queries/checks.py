"""How it came beside how it was guessed, and the three taps a week."""

from dataclasses import dataclass
from datetime import date, datetime

from highroad.app.models import MomentRow, OwnerRow, WeekRow
from highroad.app.queries.recoveries import No
from highroad.steps.take_a_moment.check import (
    LINES,
    Line,
    When,
    compared,
    due,
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


def check(owner: OwnerRow, found: No | None, *, now: datetime) -> Check | None:
    """The guess that can be looked at now; None when there is none."""
    moment_due = due_moment(owner, found, now=now)
    if moment_due is None:
        return None
    moment, when = moment_due
    guessed, came = (
        (moment.guess_week, moment.came_week) if when is When.WEEK else (moment.guess_tomorrow, moment.came_tomorrow)
    )
    assert guessed is not None, "only moments with a guess are due"
    begun = Check(when, moment.at, in_words(guessed), _place(guessed))
    if came is None:
        return begun
    return Check(when, moment.at, begun.guessed, begun.guessed_x, in_words(came), _place(came), compared(guessed, came))


def due_moment(owner: OwnerRow, found: No | None, *, now: datetime) -> tuple[MomentRow, When] | None:
    """The latest guess of this no, or of none, that can be looked at, and which of its two."""
    if found and found.recovery is None:
        return None
    rows = MomentRow.objects.filter(owner=owner, recovery=found.recovery if found else None)
    moment = rows.exclude(guess_tomorrow=None, guess_week=None).order_by("-at").first()
    if moment is None:
        return None
    has = {"has_tomorrow": moment.guess_tomorrow is not None, "has_week": moment.guess_week is not None}
    when = due(moment.at, **has, now=now)
    return (moment, when) if when else None


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


def _place(heavy: int) -> int:
    return EDGE + (WIDTH - 2 * EDGE) * heavy // 10
