"""When the interview or the deadline is that a mail speaks of, reckoned from the day it was sent."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import cache
from itertools import pairwise
from zoneinfo import ZoneInfo

from highroad.events.details.flat import Flat
from highroad.events.details.tables import table
from highroad.events.event import Kind

_SPEAKS_OF_A_DATE = frozenset({Kind.INTERVIEW, Kind.ASSESSMENT, Kind.OFFER})
_FURTHEST = timedelta(days=300)  # a date further ahead is a misreading
_JUST_PAST = timedelta(days=1)
_BEFORE, _WORDS_BEFORE = 30, 3  # letters and words in which "by" may stand
_WORDS_BETWEEN = 3  # "oder um", "o a las"
_NEAR = 60  # letters between a date and its time of day


@dataclass(frozen=True, slots=True)
class _Day:
    day: date
    start: int
    end: int


@cache
def _table(name: str) -> dict[str, str]:
    content = table("dates")[name]
    return {word: key for key, words in content.items() for word in words.split()}


@cache
def _zones() -> dict[str, float]:
    return dict(table("dates")["zones"])


@cache
def _places() -> dict[str, str]:
    return dict(table("dates")["places"])


@cache
def _days() -> re.Pattern[str]:
    months, weekdays, words = (
        "|".join(sorted(_table(name), key=len, reverse=True)) for name in ("months", "weekdays", "words")
    )
    return re.compile(
        rf"(?<!\w)(?:(?P<iso>20\d\d-\d\d-\d\d)|(?P<dotted>\d{{1,2}}\.\s?\d{{1,2}}\.(?:\s?(?:20)?\d\d(?!\d))?)|(?P<slashed>\d{{1,2}}/\d{{1,2}}(?:/(?:20)?\d\d)?(?!\w))"
        rf"|(?P<d1>\d{{1,2}})(?:st|nd|rd|th|er|º|°|\.)?\s+(?:of\s+|de\s+)?(?P<m1>{months})\b\.?(?:,?\s+(?:de\s+|del\s+)?(?P<y1>(?:19|20)\d\d))?"
        rf"|(?P<m2>{months})\b\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|:|\s?[ap]m)(?:,?\s+(?P<y2>(?:19|20)\d\d))?"
        rf"|(?:(?P<which>next|this|coming|kommenden?|nächsten?|nächste[rn]|diesen?|volgende|komende)\s+)?(?P<weekday>{weekdays})\b"
        rf"|(?<!guten )(?<!goede )(?<!la )(?P<word>{words})\b)"
    )


_TIME = re.compile(
    r"(?<![\d.])(?:(?P<h1>\d{1,2})(?:[:.](?P<m1>\d\d))?\s?(?P<half>[ap]\.?m\b\.?)|(?P<h2>\d{1,2}):(?P<m2>\d\d)(?!\d)|(?P<h3>\d{1,2})(?:[:.](?P<m3>\d\d))?\s?(?:uhr\b|uur\b|horas\b|heures\b|h(?=\d\d|\W|$))(?P<m4>\s?\d\d(?!\d))?|(?P<noon>\bnoon\b|\bmidday\b))"
)
_RANGE_START = re.compile(r"(?P<h>\d{1,2})(?:[:.](?P<m>\d\d))?\s?(?:-|–|to|until|bis|à|às|tot)\s?$")
_ZONE = re.compile(r"^[\s(,]*(?:uhr\s*)?\(?(?P<zone>[a-z]{2,7}(?:\s+time)?)\b")


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
    days = [day for day in _named_days(flat, sent_at) if _is_ahead(day.day, sent_at)]
    for place, day in enumerate(days[:12]):
        following = days[place + 1].start if place + 1 < len(days) else len(flat.low)
        same = place + 1 < len(days) and days[place + 1].day == day.day
        clock = _time_near(flat.low, day, following)
        if clock is None and same:
            continue
        zone = clock[1] if clock else None
        moment = datetime.combine(day.day, clock[0] if clock else time(0), zone)
        due = _is_due(flat.low, day)
        yield moment.astimezone(UTC) if zone else moment, clock is not None, due
        for other in _other_times(flat.low, day, following):
            moment = datetime.combine(day.day, other, zone)
            yield moment.astimezone(UTC) if zone else moment, True, due


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
    ahead = (int(_table("weekdays")[match["weekday"]]) - sent.weekday()) % 7 or 7
    if match["which"] in ("next", "nächsten", "nächster", "nächste", "volgende") and sent.weekday() + ahead < 7:
        ahead += 7  # "next Friday" said on a Monday is the one of the week after
    return sent + timedelta(days=ahead)


def _time_near(low: str, day: _Day, following: int) -> tuple[time, tzinfo | None] | None:
    """The time of day behind the date, else right before it: "at 10:00 on Monday"."""
    ahead = _TIME.search(low, day.end, min(following, day.end + _NEAR))
    if ahead is None:
        earlier = list(_TIME.finditer(low, max(0, day.start - 45), day.start))
        ahead = earlier[-1] if earlier and "\n" not in low[earlier[-1].end() : day.start] else None
    if ahead is None:
        return None
    clock = _first_of_range(low, ahead) or _clock(ahead)
    return (clock, _zone_behind(low, ahead.end())) if clock else None


def _other_times(low: str, day: _Day, following: int) -> Iterator[time]:
    """The 14:00 of "at 10:00 or at 14:00": times of the same day to choose from."""
    times = list(_TIME.finditer(low, day.end, min(following, day.end + _NEAR)))
    for one, other in pairwise(times):
        between = low[one.end() : other.start()].replace(",", " ").split()
        clock = _clock(other)
        if (
            clock
            and between
            and between[0] in table("dates")["choices"]["or"].split()
            and len(between) <= _WORDS_BETWEEN
        ):
            yield clock


def _first_of_range(low: str, match: re.Match[str]) -> time | None:
    """The 2 of "2 - 3 pm"."""
    begin = _RANGE_START.search(low, max(0, match.start() - 14), match.start())
    half = match["half"]
    if begin is None:
        return None
    hour = int(begin["h"])
    if half and half.startswith("p") and hour < 12 and hour <= int(match["h1"]) % 12:
        hour += 12
    return time(hour, int(begin["m"] or 0)) if hour < 24 else None


def _clock(match: re.Match[str]) -> time | None:
    if match["noon"]:
        return time(12)
    hour = int(match["h1"] or match["h2"] or match["h3"])
    minute = int(match["m1"] or match["m2"] or match["m3"] or match["m4"] or 0)
    if match["half"]:
        hour = hour % 12 + (12 if match["half"].startswith("p") else 0)
    elif match["h2"] and match.string[match.end() : match.end() + 4].strip(" ").startswith("pm") and hour < 12:
        hour += 12
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _zone_behind(low: str, end: int) -> tzinfo | None:
    rest = low[end : end + 60]
    closed = re.sub(r"^\s?(?:-|–|to|bis)\s?\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?)?(?:\s?uhr)?", "", rest)
    match = _ZONE.match(closed)
    name = match["zone"] if match else ""
    if name in _zones():
        return timezone(timedelta(hours=_zones()[name]))
    if name in _places():
        try:
            return ZoneInfo(_places()[name])
        except (ValueError, OSError, KeyError):
            return None
    return None
