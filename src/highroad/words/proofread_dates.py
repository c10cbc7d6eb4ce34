"""A weekday and a date that do not fit: Monday, 9 April, when the ninth is a Thursday."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache

from highroad.words.content import load_toml
from highroad.words.slip import Known, Letter, Slip, SlipKind

FARTHEST = 183  # days before and after a letter in which its dates are looked for: each falls into one year only


def weekdays(letter: Letter, _known: Known) -> Iterator[Slip]:
    """Weekdays that are not those of their date, in the year nearest to the letter's own day."""
    if letter.sent_on is None:
        return
    for at in _dates().finditer(letter.body):
        on = _meant(at, near=letter.sent_on)
        if on and on.weekday() != _places("weekdays")[at["weekday"].lower()]:
            yield Slip(SlipKind.WEEKDAY, at.start(), at.group(), _named(on, like=at["weekday"]))


def _meant(at: re.Match[str], *, near: date) -> date | None:
    month = at["before"] or at["after"]
    number = int(at["number"]) if at["number"] else _places("months")[month.lower()] + 1
    years = [_year(at["year"])] if at["year"] else [near.year - 1, near.year, near.year + 1]
    days = (_day(year, number, int(at["first"] or at["day"])) for year in years)
    close = [day for day in days if day and (at["year"] or abs((day - near).days) <= FARTHEST)]
    return close[0] if close else None


def _year(written: str) -> int:
    return int(written) if len(written) == 4 else 2000 + int(written)


def _day(year: int, month: int, day: int) -> date | None:
    """The date; None for one that no calendar has."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _named(on: date, *, like: str) -> str:
    """The weekday of a date in the language, and in the length, of another."""
    rows = [row.split() for row in _content()["weekdays"].split("|")]
    row = next(row for row in rows if like.lower() in row)
    return row[on.weekday()].capitalize()


@cache
def _dates() -> re.Pattern[str]:
    weekday, month = (_any_of(_places(name)) for name in ("weekdays", "months"))
    return re.compile(
        rf"\b(?P<weekday>{weekday})\b\.?,?\s+(?:the |den |dem |der )?"
        rf"(?:(?P<after>{month})\.?\s+(?P<first>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:)"
        rf"|(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)?"
        rf"(?:(?:\s+of)?\s+(?P<before>{month})\b|\s?(?P<number>1[0-2]|0?[1-9])\.(?!\d\d:)))"
        r"(?:,?\s*(?P<year>20\d\d)\b)?",
        re.IGNORECASE,
    )


def _any_of(words: Mapping[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


@cache
def _places(name: str) -> dict[str, int]:
    """Each name of a weekday or a month, in both languages, and its place from 0."""
    return {word: place for row in _content()[name].split("|") for place, word in enumerate(row.split())}


def _content() -> dict[str, str]:
    return load_toml("highroad.words", "content/proofread.toml")
