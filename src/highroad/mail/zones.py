"""Which clock a calendar part means: by the zone's own name, by Outlook's, or by the rules written beside it."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from operator import itemgetter
from zoneinfo import ZoneInfo

from highroad.mail.blocks import Block
from highroad.words.content import load_toml

_OFFSET = re.compile(r"([+-])(\d\d)(\d\d)")
_STAMP = re.compile(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)")
_BY_DAY = re.compile(r"BYDAY=([+-]?\d)(MO|TU|WE|TH|FR|SA|SU)")
_BY_MONTH = re.compile(r"BYMONTH=(1[0-2]|[1-9])(?!\d)")
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def zone_of(name: str, calendar: Block, *, clock: datetime) -> tzinfo | None:
    """The zone called `name`; None when nobody tells. `clock`: the time there, marked as UTC."""
    return _named(name.strip().strip("/")) or _written(name, calendar, clock)


def _named(name: str) -> ZoneInfo | None:
    """By its name in the tables of the world, which some programs write behind a path of their own."""
    parts = name.split("/")
    places = [
        load_toml("highroad.mail", "content/zones.toml").get(name.lower()),
        name,
        *("/".join(parts[at:]) for at in (-2, -3)),
    ]
    for place in filter(None, places):
        try:
            return ZoneInfo(place)
        except (ValueError, OSError, KeyError):  # unknown, or no zone tables on this computer
            continue
    return None


def _written(name: str, calendar: Block, clock: datetime) -> tzinfo | None:
    """By the rules in the part itself: the last change of the clock before that time counts."""
    zone = next((one for one in calendar.every("VTIMEZONE") if one.value("TZID") == name.strip().upper()), None)
    changes = [change for rule in zone.inner for change in _changes(rule, clock.year)] if zone else []
    if not changes:
        return None
    when = itemgetter(0)
    past = [change for change in changes if when(change) <= clock]
    return max(past, key=when, default=min(changes, key=when))[1]


def _changes(rule: Block, year: int) -> Iterator[tuple[datetime, timezone]]:
    """When the clock was set so, in the year and the one before, and what it showed since; a broken rule is skipped."""
    offset, start = _OFFSET.match(rule.value("TZOFFSETTO")), _STAMP.match(rule.value("DTSTART"))
    if offset is None or start is None:
        return
    ahead = timedelta(hours=int(offset[2]), minutes=int(offset[3])) * (-1 if offset[1] == "-" else 1)
    try:
        shown = timezone(ahead)
        began_year, month, day, hour, minute = map(int, start.groups())
        began = datetime(began_year, month, day, hour, minute, tzinfo=UTC)
        yield from ((change, shown) for change in _each_year(rule.value("RRULE"), began, (year - 1, year)))
    except (ValueError, IndexError):  # a month of forty days, a sixth Sunday, four days ahead
        return


def _each_year(repeats: str, began: datetime, years: tuple[int, ...]) -> Iterator[datetime]:
    """The day of each year: "the last Sunday of October"; that of its beginning where nothing says that it repeats."""
    by_day, by_month = _BY_DAY.search(repeats), _BY_MONTH.search(repeats)
    if by_day is None or by_month is None:
        yield began
        return
    month, place, weekday = int(by_month[1]), int(by_day[1]), _DAYS.index(by_day[2])
    for year in years:
        first, length = monthrange(year, month)
        days = range(1 + (weekday - first) % 7, length + 1, 7)
        yield began.replace(year=year, month=month, day=days[place if place < 0 else place - 1])
