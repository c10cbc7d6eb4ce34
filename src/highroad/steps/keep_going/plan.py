"""The week's plan: what, where, when and which way, and what to do if it gets in the way.

One detailed sheet a week raised offers and employment in a field trial, by more ways rather than more hours, while
reminders added nothing (Abel, Burger, Carranza and Piraino 2019, AEJ: Applied). So there is one sheet, and no reminder.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum

from highroad.events.event import Kind
from highroad.steps.keep_going.next_thing import Record
from highroad.words.content import load_toml

A_DAY = timedelta(days=1)
FRIDAY, SATURDAY = 4, 5
MOST = 5  # lines we propose; more is not a plan but a wish


class Way(StrEnum):
    """Which way a line of the plan goes."""

    PERSON = "person"
    EMPLOYER = "employer"
    BOARD = "board"
    AGENCY = "agency"
    MEETING = "meeting"
    ALONE = "alone"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a sheet; `asks` where it asks a person for a hint or a good word."""

    what: str
    where: str
    on: date
    way: Way
    at: time | None = None
    asks: bool = False


def monday_of(today: date) -> date:
    """The week to plan on a day; at the weekend that is the week to come."""
    monday = running_since(today)
    return monday + timedelta(days=7) if today.weekday() >= SATURDAY else monday


def running_since(today: date) -> date:
    """The Monday of the week that runs, until its Sunday is over."""
    return today - timedelta(days=today.weekday())


def proposed(record: Record, *, today: date) -> tuple[Line, ...]:
    """A sheet made of what is open: somebody to ask first, then a day each, from today on to Friday."""
    begins = max(today, monday_of(today))
    days = _days(begins)
    words = load_toml("highroad.steps.keep_going", "content/plan.toml")["proposed"]
    lines = [_ask(record, next(days))]
    for key, name, on in _open(record, begins):
        proposal = words[key]
        lines.append(
            Line(proposal["what"].format(name=name), proposal["where"], on or next(days), Way(proposal["way"]))
        )
    return tuple(sorted(lines[:MOST], key=lambda line: line.on))


def goes_one_way(lines: Iterable[Line]) -> bool:
    """Whether several lines all go the same way, apart from what one does alone."""
    ways = [line.way for line in lines if line.way is not Way.ALONE]
    return len(ways) > 1 and len(set(ways)) == 1


def _ask(record: Record, on: date) -> Line:
    ask = load_toml("highroad.steps.keep_going", "content/plan.toml")["ask"]
    what = ask["what"].format(name=record.people[0].name) if record.people else ask["anyone"]
    return Line(what, ask["where"], on, Way.PERSON, asks=True)


def _open(record: Record, begins: date) -> Iterator[tuple[str, str, date | None]]:
    """What is open, by its key in the words, with the day where it has one: that before a talk, a test or an answer."""
    for one in record.dated:
        yield DATED[one.kind], one.employer, _day_before(one.at.date(), begins) if one.at else None
    for opening in (*record.openings, *record.seen)[:2]:
        yield "opening", opening.name, None
    for action in record.actions[:1]:
        yield "action", action.name, None
    yield "look", record.role or "something like it", None
    yield "practise", "", None


def _day_before(day: date, begins: date) -> date:
    """The day before, within the week that is planned."""
    sunday = begins + (6 - begins.weekday()) * A_DAY
    return min(max(begins, day - A_DAY), sunday)


def _days(begins: date) -> Iterator[date]:
    """Day after day until Friday, and then Friday."""
    while True:
        yield begins
        begins = begins + A_DAY if begins.weekday() < FRIDAY else begins


DATED = {Kind.INTERVIEW: "talk", Kind.ASSESSMENT: "test", Kind.OFFER: "offer"}
