"""Whom to call: the lines of the country the user chose, and no other."""

import re
from dataclasses import dataclass
from datetime import date

from highroad.app.models import OwnerRow
from highroad.steps.take_a_moment.help_lines import help_line, help_lines, help_words

NUMBER = re.compile(r"(?P<number>\d[\d -]*\d)\s*(?P<note>.*)")
TEXT = re.compile(r"text (?P<word>\w+) to (?P<number>\d+)")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: what to press, what is shown, and what to know about it."""

    href: str
    shown: str
    note: str


@dataclass(frozen=True, slots=True)
class Help:
    """The card: lines of one country, or none while no country is chosen."""

    country: str
    iso: str
    lines: tuple[Line, ...]
    operator: str
    emergency: str
    url: str
    verified_on: date | None
    fresh: bool
    words: dict[str, str]
    countries: tuple[tuple[str, str], ...]


def help_card(owner: OwnerRow, *, today: date) -> Help:
    """The lines for this user; no country is ever guessed."""
    known = help_line(owner.country) if owner.country else None
    return Help(
        country=known.country if known else "",
        iso=known.iso if known else "",
        lines=tuple(_line(line) for line in known.lines) if known else (),
        operator=known.operator if known else "",
        emergency=known.emergency if known else "",
        url=known.url if known else "",
        verified_on=known.verified_on if known else None,
        fresh=known.is_fresh(today) if known else False,
        words=help_words(),
        countries=tuple((line.iso, line.country) for line in help_lines()),
    )


def _line(line: str) -> Line:
    if text := TEXT.fullmatch(line):
        return Line(f"sms:{text['number']}", text["number"], line)
    if number := NUMBER.fullmatch(line):
        return Line(f"tel:{re.sub(r'[ -]', '', number['number'])}", number["number"], number["note"].strip("()"))
    return Line("", line, "")
