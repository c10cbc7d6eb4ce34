"""The days a posting tells of itself: when it was put up, and until when one may apply."""

import re
from datetime import date, timedelta
from itertools import islice

_CLOSES = re.compile(
    r"(?:clos(?:es|ing)|deadline|apply (?:by|before|until)|applications? (?:by|until|close|due)|bewerbungsfrist|"
    r"bewerbungsschluss|bewerben sie sich bis|bis zum)\W(?P<rest>.{0,60})",
    re.IGNORECASE,
)
_PUT_UP = re.compile(  # "Reposted" tells of a later time, so it is none of these
    r"(?P<before>\bvor\s+(?:über\s+)?\S{1,6}\s+\w{3,8}\s+)?(?<![\w-])(?:posted|published|posting date|put up|"
    r"online since|veröffentlicht|veröffentlichungsdatum|online gestellt|online seit)\b\W{0,3}"
    r"(?:(?:on|am|seit|since|over|more than)\b\W{0,3})?(?P<rest>.{0,40})",
    re.IGNORECASE,
)
_COUNT = r"\d{1,3}|an?|one|eine[mr]"
_AGO = re.compile(
    rf"vor\s+(?:über\s+)?(?P<n1>{_COUNT})\s+(?P<u1>tag|woche|monat)|(?P<n2>{_COUNT})\+?\s+(?P<u2>day|week|month)s?\s+ago",
    re.IGNORECASE,
)
_UNITS = {"day": 1, "tag": 1, "week": 7, "woche": 7, "month": 30, "monat": 30}
_MONTHS = (
    "jan feb mar apr may jun jul aug sep oct nov dec".split(),
    "jan feb mär apr mai jun jul aug sep okt nov dez".split(),
)
_DAY = re.compile(
    r"(?P<y1>20\d\d)-(?P<m1>\d\d)-(?P<d1>\d\d)|(?P<d2>\d{1,2})\.\s?(?P<m2>\d{1,2})\.\s?(?P<y2>20\d\d)"
    r"|(?P<d3>\d{1,2})(?:st|nd|rd|th|\.)?\s+(?:of\s+)?(?P<w3>[a-zä]{3,9})\.?,?\s*(?P<y3>20\d\d)?"
    r"|(?P<w4>[a-zä]{3,9})\.?\s+(?P<d4>\d{1,2})(?:st|nd|rd|th)?,?\s*(?P<y4>20\d\d)?",
    re.IGNORECASE,
)


def closing_day(text: str, *, today: date) -> date | None:
    """The day until which one may apply, as the text says it; without its year, the next such day."""
    for found in islice(_CLOSES.finditer(text), 5):
        if day := _day(_DAY.search(found["rest"]), today=today, is_past=False):
            return day
    return None


def posted_day(text: str, *, today: date) -> date | None:
    """The day it was put up, as the text says it, never one to come; without its year, the last such day."""
    for found in islice(_PUT_UP.finditer(text), 5):
        day = _day_ago(found["before"] or found["rest"], today) or _day(
            _DAY.match(found["rest"]), today=today, is_past=True
        )
        if day and day <= today:
            return day
    return None


def _day_ago(text: str, today: date) -> date | None:
    found = _AGO.match(text)
    if found is None:
        return None
    told = _told(found)
    count = int(told["n"]) if told["n"].isdigit() else 1
    return today - timedelta(days=count * _UNITS[told["u"].lower()])


def _day(found: re.Match[str] | None, *, today: date, is_past: bool) -> date | None:
    if found is None:
        return None
    told = _told(found)
    month = int(told["m"]) if "m" in told else _month(told["w"])
    try:
        day = date(int(told.get("y", today.year)), month, int(told["d"]))
        return day if "y" in told else day.replace(year=day.year + _years_on(day, today, is_past=is_past))
    except ValueError:
        return None


def _years_on(day: date, today: date, *, is_past: bool) -> int:
    if is_past:
        return -1 if day > today else 0
    return 1 if day < today else 0


def _told(found: re.Match[str]) -> dict[str, str]:
    return {name[0]: value for name, value in found.groupdict().items() if value}


def _month(word: str) -> int:
    begins = word.lower()[:3]
    return next((names.index(begins) + 1 for names in _MONTHS if begins in names), 0)
