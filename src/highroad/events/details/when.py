"""When the interview or the deadline is that a mail speaks of, reckoned from the day it was sent."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import pairwise, zip_longest

from highroad.events.details.clocks import Clock, clocks
from highroad.events.details.flat import Flat
from highroad.events.details.tables import table
from highroad.events.event import Kind

_SPEAKS_OF_A_DATE = frozenset({Kind.INTERVIEW, Kind.ASSESSMENT, Kind.OFFER})
_FURTHEST = timedelta(days=300)  # a date further ahead is a misreading
_JUST_PAST = timedelta(days=1)
_BEFORE, _WORDS_BEFORE = 30, 3  # letters and words in which "by" may stand
_WORDS_BETWEEN = 3  # "oder um", "o a las"
_NEAR = 60  # letters between a date and its time of day
_SHORTLY_BEFORE = 45  # the same, where the time comes first
_LONGEST_CLOCK = 40  # letters
_MOST_DAYS = 12
_SENTENCE_ENDS = re.compile(r"[.!?]\s+[a-z]{3}|\n\s*\n")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class _Day:
    day: date
    start: int
    end: int


@cache
def _table(name: str) -> dict[str, str]:
    content = table("dates")[name]
    return {word.replace("_", " "): key for key, words in content.items() for word in words.split()}


@cache
def _days() -> re.Pattern[str]:
    months, weekdays, words, weeks = (
        "|".join(sorted(_table(name), key=len, reverse=True)) for name in ("months", "weekdays", "words", "weeks")
    )
    return re.compile(
        rf"(?<!\w)(?:(?P<iso>20\d\d-\d\d-\d\d)|(?P<dotted>\d{{1,2}}\.\s?\d{{1,2}}\.(?:\s?(?:20)?\d\d(?!\d))?)|(?P<slashed>\d{{1,2}}/\d{{1,2}}(?:/(?:20)?\d\d)?(?!\w))"
        rf"|(?P<d1>\d{{1,2}})(?:st|nd|rd|th|er|º|°|\.)?\s+(?:of\s+|de\s+)?(?P<m1>{months})\b\.?(?:,?\s+(?:de\s+|del\s+)?(?P<y1>(?:19|20)\d\d)(?!\s?hrs?\b))?"
        rf"|(?P<m2>{months})\b\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|:|\s?[ap]m)(?:,?\s+(?P<y2>(?:19|20)\d\d)(?!\s?hrs?\b))?"
        rf"|(?:(?P<which>next|this|coming|kommenden?|nächsten?|nächste[rn]|diesen?|volgende|komende)\s+|(?P<before>{weeks})\s+(?:on\s+|am\s+)?"
        rf"|(?P<from_then>a\s+week\s+(?:on|from)\s+))?(?P<weekday>{weekdays})\b"
        rf"(?:,?\s+(?:of\s+|de\s+|della\s+|da\s+)?(?P<behind>{weeks})\b|\s+(?P<weekly>week)\b)?"
        rf"|(?<!guten )(?<!goede )(?<!la )(?P<word>{words})\b)"
    )


def happens_at(body: Flat, subject: Flat, kind: Kind, *, sent_at: datetime | None) -> datetime | None:
    """The one moment the mail names, None when it names none or several.

    In UTC where a zone is named, else without one: the clock on the wall where it happens.
    """
    if kind not in _SPEAKS_OF_A_DATE:
        return None
    moments = [(moment, has_time) for flat in (body, subject) for moment, has_time, _ in _moments(flat, sent_at)]
    exact = {moment for moment, has_time in moments if has_time}
    days = {moment.date() for moment, _ in moments}
    if len(exact) == 1:
        return exact.pop()
    if not exact and len(days) == 1:
        return moments[0][0]
    return None


def offered_slots(body: Flat, subject: Flat, kind: Kind, *, sent_at: datetime | None) -> tuple[datetime, ...]:
    """The moments an invitation leaves the user to choose from, soonest first; empty when it names fewer than two.

    In UTC where a zone is named, else without one, as happens_at.
    """
    if kind is not Kind.INTERVIEW:
        return ()
    found = [moment for flat in (body, subject) for moment in _moments(flat, sent_at)]
    slots = {moment for moment, has_time, due in found if has_time and not due}
    return tuple(sorted(slots, key=_in_order)) if len(slots) > 1 else ()


def _in_order(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _moments(flat: Flat, sent_at: datetime | None) -> Iterator[tuple[datetime, bool, bool]]:
    """Each day named, with the time of day that stands near it, and whether something is due by then."""
    named = [day for day in _named_days(flat, sent_at) if _is_ahead(day.day, sent_at)][:_MOST_DAYS]
    days = [day for day, later in zip_longest(named, named[1:]) if not _is_given_up(flat.low, day, later)]
    for day in days:
        following = next((other.start for other in named if other.start > day.start), len(flat.low))
        clock = _time_near(flat, day, following)
        if clock is None and any(other.start == following and other.day == day.day for other in named):
            continue
        zone = clock.zone if clock else None
        due = _is_due(flat.low, day)
        for at in (clock.at if clock else time(0), *_other_times(flat, day, following)):
            moment = datetime.combine(day.day, at, zone)
            yield moment.astimezone(UTC) if zone else moment, clock is not None, due


def _is_given_up(low: str, day: _Day, later: _Day | None) -> bool:
    """Whether a later day takes its place: "not on 19 May but on 20 May"."""
    if later is None:
        return False
    before = set(low[max(0, day.start - _BEFORE) : day.start].split()[-_WORDS_BEFORE:])
    denied = not before.isdisjoint(_words("moved", "given_up")) and before.isdisjoint(_words("moved", "besides"))
    return denied or _is_moved(low, day, later)


def _is_moved(low: str, day: _Day, later: _Day) -> bool:
    """Whether what was to be on the day is now on the later one: "moved from 19 May to 20 May"."""
    before, between = low[max(0, day.start - _NEAR) : day.start], low[day.end : later.start]
    if _SENTENCE_ENDS.search(between) or _words("moved", "verbs").isdisjoint(_WORD.findall(before + between)):
        return False
    ends = ((before, "from"), (between, "to"))
    return any(not _words("moved", which).isdisjoint(text.split()[-1:]) for text, which in ends)


@cache
def _words(group: str, name: str) -> frozenset[str]:
    return frozenset(table("dates")[group][name].split())


def _is_due(low: str, day: _Day) -> bool:
    """Whether "by" stands before the day, with no more than two words between."""
    near = low[max(0, day.start - _BEFORE) : day.start].split()[-_WORDS_BEFORE:]
    return not set(near).isdisjoint(table("dates")["deadlines"]["due"].split())


def _is_ahead(day: date, sent_at: datetime | None) -> bool:
    return sent_at is None or sent_at.date() - _JUST_PAST <= day <= sent_at.date() + _FURTHEST


def _named_days(flat: Flat, sent_at: datetime | None) -> Iterator[_Day]:
    spans: list[_Day] = []
    for match in _days().finditer(flat.low):
        day = _day(match, sent_at)
        if day is None:
            continue
        found = _Day(day, match.start(), match.end())
        if (
            spans
            and match["weekday"] is None
            and match.start() - spans[-1].end <= 6
            and spans[-1].day.weekday() == day.weekday()
        ):
            spans[-1] = found  # "Monday, 23 November": the weekday belongs to the date
            continue
        if (
            spans
            and match["weekday"] is None
            and match.start() - spans[-1].end <= 6
            and flat.low[spans[-1].end : match.start()].strip(" ,(den") == ""
        ):
            spans[-1] = found
            continue
        spans.append(found)
    yield from spans


def _day(match: re.Match[str], sent_at: datetime | None) -> date | None:
    try:
        if match["iso"]:
            return date.fromisoformat(match["iso"])
        if match["dotted"]:
            return _dated(*_numbers(match["dotted"]), sent_at=sent_at)
        if match["slashed"]:
            return _slashed(_numbers(match["slashed"]), sent_at)
        if match["m1"]:
            return _dated(int(match["d1"]), int(_table("months")[match["m1"]]), int(match["y1"] or 0), sent_at=sent_at)
        if match["m2"]:
            return _dated(int(match["d2"]), int(_table("months")[match["m2"]]), int(match["y2"] or 0), sent_at=sent_at)
    except ValueError:
        return None
    return _relative(match, sent_at)


def _numbers(text: str) -> tuple[int, int, int]:
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    return numbers[0], numbers[1], numbers[2] if len(numbers) > 2 else 0


def _slashed(numbers: tuple[int, int, int], sent_at: datetime | None) -> date | None:
    """Day and month change places by country: only told where one of them is above twelve."""
    first, second, year = numbers
    if first > 12:
        return _dated(first, second, year, sent_at=sent_at)
    return _dated(second, first, year, sent_at=sent_at) if second > 12 or first == second else None


def _dated(day: int, month: int, year: int, *, sent_at: datetime | None) -> date | None:
    if year:
        return date(year if year > 99 else 2000 + year, month, day)
    if sent_at is None:
        return None
    this_year = date(sent_at.year, month, day)
    return this_year if this_year >= sent_at.date() - timedelta(days=60) else date(sent_at.year + 1, month, day)


def _relative(match: re.Match[str], sent_at: datetime | None) -> date | None:
    if sent_at is None:
        return None
    sent = sent_at.date()
    if match["word"]:
        return sent + timedelta(days=int(_table("words")[match["word"]]))
    weekday = int(_table("weekdays")[match["weekday"]])
    if match["before"] or match["behind"]:
        return sent + timedelta(days=7 - sent.weekday() + weekday)
    ahead = (weekday - sent.weekday()) % 7 or 7
    if match["from_then"] or match["weekly"]:
        ahead += 7
    if match["which"] in ("next", "nächsten", "nächster", "nächste", "volgende") and sent.weekday() + ahead < 7:
        ahead += 7  # "next Friday" said on a Monday is the one of the week after
    return sent + timedelta(days=ahead)


def _time_near(flat: Flat, day: _Day, following: int) -> Clock | None:
    """The time of day behind the date, else right before it: "at 10:00 on Monday"."""
    behind = _behind(flat, day, following)
    if behind:
        return _as_moved(behind[0], flat.low)
    earlier = clocks(flat, max(0, day.start - _SHORTLY_BEFORE), day.start)
    return _as_moved(earlier[-1], flat.low) if earlier and "\n" not in flat.low[earlier[-1].end : day.start] else None


def _as_moved(clock: Clock, low: str) -> Clock:
    """The 12:00 of "moved from 10:00 to 12:00"; any other range begins at its first time."""
    before = low[max(0, clock.start - _NEAR) : clock.start].split()
    is_moved = not _words("moved", "verbs").isdisjoint(before[-_WORDS_BEFORE:])
    return replace(clock, at=clock.until) if clock.until and is_moved else clock


def _behind(flat: Flat, day: _Day, following: int) -> list[Clock]:
    """The times that stand near behind the date."""
    found = clocks(flat, day.end, min(following, day.end + _NEAR + _LONGEST_CLOCK), beside=day.end)
    return [clock for clock in found if clock.start < day.end + _NEAR]


def _other_times(flat: Flat, day: _Day, following: int) -> Iterator[time]:
    """The 14:00 of "at 10:00 or at 14:00": times of the same day to choose from."""
    for one, other in pairwise(_behind(flat, day, following)):
        between = flat.low[one.end : other.start].replace(",", " ").split()
        if between and between[0] in table("dates")["choices"]["or"].split() and len(between) <= _WORDS_BETWEEN:
            yield other.at
