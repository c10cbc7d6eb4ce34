"""One next thing: exactly one, that the record gives reason for, and another once it is done.

The rule. Nothing after 21:00, during a rest, once the search is put away, and for the rest of a day on which the user
said "not today". Else what has its day comes first, in the order of their days: a talk or a test in the next three, an
offer to answer on any. Then an invitation or a test that names no day, then the week's own plan, then what the record
has open, in the order of FIVE and HALF_HOUR; then what is always there.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from highroad.events.event import Kind
from highroad.words.content import load_toml

EVENING = time(21)
MORNING = time(6)
SOON = timedelta(days=3)
WEEKEND = timedelta(days=2)  # on its days the week to plan is the one to come
TWO_CARDS = 2
ASKED = "asked:"  # what an invitation or a test asks, and its event: the deed by which it is done


class Size(StrEnum):
    """How much there is in the user today."""

    FIVE = "five"
    HALF_HOUR = "half_hour"
    NOT_TODAY = "not_today"


@dataclass(frozen=True, slots=True)
class Dated:
    """A talk to come, or the last day of a test or an offer, today where an offer names none; `id`: its application.

    `at` is None where an invitation or a test names no day.
    """

    event_id: str
    id: str
    kind: Kind
    employer: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Owed:
    """Something open in the record: a note to write, an action, an application gone quiet, an opening."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Record:
    """What of the user's record bears on the next thing. `done` holds the deeds of the last weeks."""

    dated: tuple[Dated, ...] = ()
    planned: tuple[Owed, ...] = ()  # lines of this week's plan whose day has come
    unsure: int = 0  # mails waiting to be looked at
    thanks: tuple[Owed, ...] = ()  # interviewers not thanked yet, the latest talk first
    people: tuple[Owed, ...] = ()  # whom the user wanted to write to by now
    openings: tuple[Owed, ...] = ()  # begun and not sent, the first to close first
    seen: tuple[Owed, ...] = ()  # kept, and nothing done about it yet, in the same order
    actions: tuple[Owed, ...] = ()  # things to work on, by their small first step
    quiet: tuple[Owed, ...] = ()  # applications gone quiet that nobody was asked about, by employer
    has_plan: bool = False  # for this week
    looks_back: bool = False  # last week's plan has no word on how it went
    practised: int = 0  # cards today
    role: str = ""  # what the user applies for most
    rests_until: datetime | None = None
    said_not_today: bool = False
    put_away: bool = False
    done: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Thing:
    """The one next thing, or a rest from it. `about` is the id of what it names, empty where that is nothing stored.

    `deed` is kept when it is done, so that it is not offered again; at most 30 characters, and empty for a rest.
    """

    kind: str
    title: str
    why: str
    minutes: int
    about: str
    deed: str


def next_thing(record: Record, size: Size, *, now_local: datetime) -> Thing:
    """Rest when it is time for that, or asked for; else the first thing of this size that is not done."""
    if rest := _rest(record, size, now_local):
        return _thing(rest, deed="")
    things = FIVE if size is Size.FIVE else HALF_HOUR
    offered = (thing for find in things for thing in find(record, now_local))
    return next((thing for thing in offered if thing.deed not in record.done), _thing("enough", deed=""))


def _rest(record: Record, size: Size, now_local: datetime) -> str | None:
    if record.put_away:
        return "put_away"
    if record.rests_until and now_local < record.rests_until:
        return "resting"
    if now_local.time() >= EVENING or now_local.time() < MORNING:
        return "evening"
    return "not_today" if size is Size.NOT_TODAY or record.said_not_today else None


def _five_for_its_day(record: Record, now: datetime) -> Iterator[Thing]:
    yield from _for_its_day({Kind.OFFER: "offer", Kind.INTERVIEW: "ask_them", Kind.ASSESSMENT: "set_time"}, record, now)


def _half_hour_for_its_day(record: Record, now: datetime) -> Iterator[Thing]:
    yield from _for_its_day({Kind.OFFER: "weigh", Kind.INTERVIEW: "prepare", Kind.ASSESSMENT: "test"}, record, now)


def _for_its_day(kinds: dict[Kind, str], record: Record, now: datetime) -> Iterator[Thing]:
    ahead = ((one.at, one.event_id, one) for one in record.dated if one.at and one.at >= now)
    soon = (found for found in ahead if found[0] <= now + SOON or found[2].kind is Kind.OFFER)
    for _, _, one in sorted(soon, key=lambda found: found[:2]):
        kind = kinds[one.kind]
        yield _thing(kind, deed=f"{kind}:{one.event_id}", about=one.id, name=one.employer)


def _asked(record: Record, _: datetime) -> Iterator[Thing]:
    kinds = {Kind.INTERVIEW: "choose_time", Kind.ASSESSMENT: "begin_test"}
    for one in record.dated:
        if one.at is None:
            yield _thing(kinds[one.kind], deed=f"{ASKED}{one.event_id}", about=one.id, name=one.employer)


def _planned(record: Record, _: datetime) -> Iterator[Thing]:
    yield from _each("planned", record.planned)


def _look_at_unsure(record: Record, _: datetime) -> Iterator[Thing]:
    if record.unsure:
        yield _thing("look", deed=f"look:{record.unsure}")


def _thank(record: Record, _: datetime) -> Iterator[Thing]:
    yield from _each("thank", record.thanks)


def _write_to(record: Record, _: datetime) -> Iterator[Thing]:
    yield from _each("write_to", record.people)


def _act(record: Record, now: datetime) -> Iterator[Thing]:
    yield from _each("act", record.actions, again=f":{now:%m%d}")


def _follow_up(record: Record, _: datetime) -> Iterator[Thing]:
    yield from _each("follow_up", record.quiet)


def _opening(record: Record, now: datetime) -> Iterator[Thing]:
    yield from _each("opening", record.openings, again=f":{now:%m%d}")
    yield from _each("seen", record.seen, again=f":{now:%m%d}")


def _look_back(record: Record, now: datetime) -> Iterator[Thing]:
    if record.looks_back:
        yield _thing("look_back", deed=f"look_back:{now:%G-W%V}")


def _plan(record: Record, now: datetime) -> Iterator[Thing]:
    if not record.has_plan:
        yield _thing("plan", deed=f"plan:{now + WEEKEND:%G-W%V}")


def _apply(record: Record, now: datetime) -> Iterator[Thing]:
    yield _thing("apply" if record.role else "apply_any", deed=f"apply:{now:%Y-%m-%d}", name=record.role)


def _practise(record: Record, now: datetime) -> Iterator[Thing]:
    if record.practised < TWO_CARDS:
        yield _thing("practise", deed=f"practise:{now:%Y-%m-%d}")


# In the order of use: what cannot wait, what the user planned, what the record has open, then what is always there.
FIVE = (
    _five_for_its_day,
    _asked,
    _planned,
    _thank,
    _look_at_unsure,
    _write_to,
    _act,
    _follow_up,
    _look_back,
    _plan,
    _practise,
)
HALF_HOUR = (_half_hour_for_its_day, _asked, _planned, _opening, _plan, _act, _apply, _practise)


def _each(kind: str, owed: Iterable[Owed], *, again: str = "") -> Iterator[Thing]:
    """One thing for each; `again` ends the deed where the same may be offered another day."""
    for one in owed:
        yield _thing(kind, deed=f"{kind}:{one.id}{again}", about=one.id, name=one.name)


def _thing(kind: str, *, deed: str, about: str = "", name: str = "") -> Thing:
    words = load_toml("highroad.steps.keep_going", "content/words.toml")["things"][kind]
    return Thing(kind, words["title"].format(name=name), words["why"], words["minutes"], about, deed)
