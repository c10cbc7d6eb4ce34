"""When a mail was sent, from every way programs write a date."""

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_tz
from functools import cache

from highroad.mail.problems import Problem
from highroad.words.content import load_toml

_EARLIEST = datetime(1980, 1, 1, tzinfo=UTC)
_LATEST = datetime(2100, 1, 1, tzinfo=UTC)
_MAX_DATE = 200
_NOT_BY_RULES = re.compile(r"(?<![+-])\b0\d{3}\b|\d\s?[ap]\.?m\b", re.I)  # year 1; am and pm
_ANY_ZONE = re.compile(r"[+-]\d\d:?\d\d\b|\d\s{1,3}\(?(?!AM\b|PM\b)[A-Z]{1,5}\)?\s*\Z")
_ZONE_IN_WORDS = re.compile(r"\b(?:GMT|UTC)\s?(?=[+-]\d\d)|(?<=[+-]\d\d):(?=\d\d\s*\Z)")
_EASTERN = re.compile(r"(\d{4})[年년]\s?(\d{1,2})[月월]\s?(\d{1,2})[日일]")
_ISO = re.compile(r"\d{4}-\d\d?-\d\d?")
_CLOCK = re.compile(r"\b(\d{1,2})[:.h](\d{2})(?::(\d{2}))?(?:\s{0,3}([ap])\.?m\b)?", re.I)
_NUMERIC = re.compile(r"\b(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})\b")
_YEAR = re.compile(r"\b(\d{4})\b")
_DAY = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th|\.|er|º)?(?![\d:])", re.I)
_WORD = re.compile(r"[^\W\d_]{3,12}")
_ZONE = re.compile(r"(?:(?:UTC|GMT)\s?)?([+-])(\d{2}):?(\d{2})\b")
_OFFSET = re.compile(r"(?<=:\d\d )([+-])(\d{2})([0-5]\d)\b")
_FARTHEST = 14 * 60  # minutes east: the Line Islands
_ZONES = {"utc": 0, "gmt": 0, "z": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6}
_ZONES |= {"pst": -8, "pdt": -7, "cet": 1, "cest": 2, "mez": 1, "mesz": 2, "bst": 1, "wet": 0, "west": 1, "eet": 2}


def read_date(text: str) -> tuple[datetime | None, Problem | None]:
    """A date in UTC. Without a zone it is taken as UTC and said so; outside 1980 to 2100 it is nonsense."""
    text = text.strip()[:_MAX_DATE]
    if not text:
        return None, Problem.NO_DATE
    text = _EASTERN.sub(r"\1-\2-\3 ", text)
    when = _by_mail_rules(_ZONE_IN_WORDS.sub("", text)) or _iso(text) or _in_words(text)
    if when is None:
        return None, Problem.ODD_DATE
    try:
        utc = when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC)
    except OverflowError:
        return None, Problem.ODD_DATE
    if not _EARLIEST <= utc < _LATEST:
        return None, Problem.ODD_DATE
    return utc, Problem.NO_ZONE if when.tzinfo is None else None


def zone_named(text: str) -> int | None:
    """The minutes east of UTC that a Date ends in. "-0000" and names of zones say nothing of a place."""
    found = _OFFSET.search(text[:_MAX_DATE])
    if not found or found[0].startswith("-0000"):
        return None
    east = int(found[2]) * 60 + int(found[3])
    return (east if found[1] == "+" else -east) if east <= _FARTHEST else None


def _by_mail_rules(text: str) -> datetime | None:
    """RFC 5322, as nearly every mail has it: "Tue, 3 Nov 2026 10:12:00 +0100"."""
    if ":" not in text or _ISO.match(text) or _NOT_BY_RULES.search(text):
        return None
    try:
        parts = parsedate_tz(text)
        if parts is None:
            return None
        zone = timezone(timedelta(seconds=parts[9] or 0)) if _ANY_ZONE.search(text) else None
        return datetime(*parts[:5], min(parts[5], 59), tzinfo=zone)  # 60 is a leap second
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _iso(text: str) -> datetime | None:
    found = _ISO.match(text)
    if not found:
        return None
    for written in (text, text.replace(" ", "T", 1).replace(" ", ""), found[0]):
        try:
            return datetime.fromisoformat(written)
        except ValueError:
            continue
    return None


def _in_words(text: str) -> datetime | None:
    """As people read it: "Tuesday, November 3, 2026 10:12 AM", "3. November 2026 um 10:12", "03.11.2026 10:12"."""
    day, numeric = _named_day(text), _NUMERIC.search(text)
    clock = _CLOCK.search(text if day or not numeric else text.replace(numeric[0], " ", 1))
    if not day and numeric:
        day = _numeric_day(numeric, american=bool(clock and clock[4]))
    if not day:
        return None
    try:
        return datetime(*day, *_time(clock), tzinfo=_zone(text))
    except (ValueError, OverflowError):
        return None


def _numeric_day(found: re.Match[str], *, american: bool) -> tuple[int, int, int]:
    """Points mean day first; slashes mean month first beside am and pm; a first number over 12 is a day."""
    first, second, last = int(found[1]), int(found[3]), int(found[4])
    if first > 31:
        return first, second, last
    year = last + 2000 if last < 100 else last
    if found[2] == "/" and first <= 12 and (american or second > 12):
        return year, first, second
    return year, second, first


def _named_day(text: str) -> tuple[int, int, int] | None:
    """The last month named: "mar" before it is a Tuesday."""
    months = [_months()[word] for word in _WORD.findall(text.lower()) if word in _months()]
    year = _YEAR.search(text)
    day = _DAY.search(text.replace(year[0], " ")) if year else None
    return (int(year[1]), months[-1], int(day[1])) if year and months and day else None


@cache
def _months() -> dict[str, int]:
    named = load_toml("highroad.mail", "content/dates.toml")["months"]
    return {word: int(number) for number, words in named.items() for word in words}


def _time(clock: re.Match[str] | None) -> tuple[int, int, int]:
    if not clock:
        return 0, 0, 0
    hour, half = int(clock[1]), (clock[4] or "").lower()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    return hour, int(clock[2]), int(clock[3] or 0)


def _zone(text: str) -> timezone | None:
    found = _ZONE.search(text)
    if found:
        away = timedelta(hours=int(found[2]), minutes=int(found[3]))
        return timezone(away if found[1] == "+" else -away) if away < timedelta(hours=24) else None
    last = text.rsplit(None, 1)[-1].strip("()").lower()
    return timezone(timedelta(hours=_ZONES[last])) if last in _ZONES else None
