"""One next thing: exactly one, that the record gives reason for, and another once it is done."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from highroad.steps.keep_going.practice import questions
from highroad.words.content import load_toml

EVENING = time(21)
MORNING = time(6)
SOON = timedelta(days=3)


class Size(StrEnum):
    """How much there is in the user today."""

    FIVE = "five"
    HALF_HOUR = "half_hour"
    NOT_TODAY = "not_today"


@dataclass(frozen=True, slots=True)
class Talk:
    """An interview to come."""

    event_id: str
    employer: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Owed:
    """Something open in the record: a note to write, an action, an application gone silent."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Record:
    """What of the user's record bears on the next thing. `done` holds the deeds of the last weeks."""

    unsure: int = 0  # mails waiting to be looked at
    talks: tuple[Talk, ...] = ()
    thanks: tuple[Owed, ...] = ()  # interviewers not thanked yet, the latest talk first
    actions: tuple[Owed, ...] = ()  # things to work on, by their small first step
    silent: tuple[Owed, ...] = ()  # open applications gone quiet, by employer
    role: str = ""  # what the user applies for most
    rests_until: datetime | None = None
    done: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Thing:
    """The one next thing. `deed` is kept when it is done, so that it is not offered again; at most 30 characters."""

    key: str
    words: str
    deed: str


def next_thing(record: Record, size: Size, *, now_local: datetime) -> Thing:
    """Rest at night, during a rest and when asked for; else the first thing of this size that is not done."""
    if rest := _rest(record, size, now_local):
        return _thing(rest, deed="")
    things = FIVE if size is Size.FIVE else HALF_HOUR
    offered = (thing for find in things for thing in find(record, now_local))
    return next((thing for thing in offered if thing.deed not in record.done), _thing("enough", deed=""))


def _rest(record: Record, size: Size, now_local: datetime) -> str | None:
    if record.rests_until and now_local < record.rests_until:
        return "resting"
    if now_local.time() >= EVENING or now_local.time() < MORNING:
        return "evening"
    return "not_today" if size is Size.NOT_TODAY else None


def _look_at_unsure(record: Record, _: datetime) -> Iterator[Thing]:
    if record.unsure:
        yield _thing("look", deed=f"look:{record.unsure}")


def _ask_them(record: Record, now: datetime) -> Iterator[Thing]:
    for talk in _coming(record.talks, now):
        yield _thing("ask_them", deed=f"ask_them:{talk.event_id}", name=talk.employer)


def _prepare(record: Record, now: datetime) -> Iterator[Thing]:
    for talk in _coming(record.talks, now):
        yield _thing("prepare", deed=f"prepare:{talk.event_id}", name=talk.employer)


def _thank(record: Record, _: datetime) -> Iterator[Thing]:
    for owed in record.thanks:
        yield _thing("thank", deed=f"thank:{owed.id}", name=owed.name)


def _act(record: Record, now: datetime) -> Iterator[Thing]:
    for action in record.actions:
        yield _thing("act", deed=f"act:{action.id}:{now:%m%d}", name=action.name)


def _ask_once(record: Record, _: datetime) -> Iterator[Thing]:
    for owed in record.silent:
        yield _thing("ask_once", deed=f"ask_once:{owed.id}", name=owed.name)


def _plan(_: Record, now: datetime) -> Iterator[Thing]:
    yield _thing("plan", deed=f"plan:{now:%G-W%V}")


def _apply(record: Record, now: datetime) -> Iterator[Thing]:
    key = "apply" if record.role else "apply_any"
    yield _thing(key, deed=f"apply:{now:%Y-%m-%d}", name=record.role)


def _practise(_: Record, __: datetime) -> Iterator[Thing]:
    for question in questions():
        yield _thing("practise", deed=f"practise:{question.id}", name=question.ask)


# In the order of use: what cannot wait first, then what the record has open, then what is always there.
FIVE = (_ask_them, _thank, _look_at_unsure, _act, _ask_once, _practise)
HALF_HOUR = (_prepare, _plan, _act, _apply, _practise)


def _coming(talks: Iterable[Talk], now: datetime) -> list[Talk]:
    return sorted((talk for talk in talks if now <= talk.at <= now + SOON), key=lambda talk: talk.at)


def _thing(key: str, *, deed: str, name: str = "") -> Thing:
    words: str = load_toml("highroad.steps.keep_going", "content/words.toml")["things"][key]
    return Thing(key, words.format(name=name), deed)
