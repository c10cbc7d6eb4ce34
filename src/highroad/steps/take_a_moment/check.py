"""How it came, beside how it was guessed; and three taps a week. Words, never a score."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from highroad.words.content import load_toml

A_WEEK = timedelta(days=7)
CLOSES = timedelta(days=14)  # a guess nobody looked at is not brought up for ever
NEAR = 1  # on a scale of ten, what counts as guessed right
LINES = ("mood", "control", "hard_on_self")


class When(StrEnum):
    """Which of the two guesses."""

    TOMORROW = "tomorrow"
    WEEK = "week"


@dataclass(frozen=True, slots=True)
class Line:
    """One of the three lines about a week: what is asked and the words of its five taps, the lowest first."""

    key: str
    ask: str
    taps: tuple[str, ...]


def due(guessed_at: datetime, *, has_tomorrow: bool, has_week: bool, now: datetime) -> When | None:
    """Which guess can be looked at now, by the user's own days; None on the same day, and after two weeks."""
    days = now.date() - guessed_at.astimezone(now.tzinfo).date()
    if not timedelta() < days <= CLOSES:
        return None
    if days >= A_WEEK and has_week:
        return When.WEEK
    return When.TOMORROW if has_tomorrow else None


def taps() -> dict[int, str]:
    """The words for how heavy it is, by their place from 0 to 10."""
    return {int(place): words for place, words in _words("check")["taps"].items()}


def in_words(heavy: int) -> str:
    """The words nearest to this place on the scale."""
    offered = taps()
    return offered[min(offered, key=lambda place: (abs(place - heavy), place))]


def compared(guessed: int, came: int) -> str:
    """Which line to say: lighter, same or heavier."""
    if abs(guessed - came) <= NEAR:
        return "same"
    return "lighter" if came < guessed else "heavier"


def lines() -> tuple[Line, ...]:
    """The three lines in order."""
    content = _words("week")["lines"]
    return tuple(Line(key, content[key]["ask"], tuple(content[key]["taps"])) for key in LINES)


def monday_of(day: date) -> date:
    """The first day of its week."""
    return day - timedelta(days=day.weekday())


def _words(part: str) -> Any:
    return load_toml("highroad.steps.take_a_moment", "content/words.toml")[part]
