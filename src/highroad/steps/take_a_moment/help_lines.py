"""Whom to call when it is more than a no: the lines of the country the user chose, and no other."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from highroad.words.content import load_toml

STAYS_FRESH = timedelta(days=180)


@dataclass(frozen=True, slots=True)
class HelpLine:
    """The lines of one country; `verified_on` is None until a person has checked them on the operator's page."""

    iso: str
    country: str
    lines: tuple[str, ...]
    emergency: str
    operator: str
    url: str
    verified_on: date | None

    def is_fresh(self, today: date) -> bool:
        """Whether the check is at most half a year old; never without one."""
        return self.verified_on is not None and today - self.verified_on <= STAYS_FRESH


@cache
def help_lines() -> tuple[HelpLine, ...]:
    """The lines of every country we know, by the country's name."""
    countries = load_toml("highroad.steps.take_a_moment", "content/help_lines.toml")["country"]
    known = (
        HelpLine(
            iso=country["iso"],
            country=country["name"],
            lines=tuple(country["lines"]),
            emergency=country["emergency"],
            operator=country["operator"],
            url=country["url"],
            verified_on=country.get("verified_on"),
        )
        for country in countries
    )
    return tuple(sorted(known, key=lambda line: line.country))


def help_line(iso: str) -> HelpLine | None:
    """The lines of a country by its two letters; None for one we have no lines for, or none chosen."""
    return next((line for line in help_lines() if line.iso == iso.upper()), None)


def help_words() -> dict[str, str]:
    """The sentences around the lines."""
    words: dict[str, str] = load_toml("highroad.steps.take_a_moment", "content/help_lines.toml")["words"]
    return words
