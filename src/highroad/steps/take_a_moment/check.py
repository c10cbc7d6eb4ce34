"""How it came, beside how it was guessed; and three taps a week. Words, never a score."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from highroad.words.content import load_toml

NEAR = 1  # on a scale of ten, what counts as guessed right
LINES = ("mood", "control", "hard_on_self")


class When(StrEnum):
    """Which of the two guesses."""

    TOMORROW = "tomorrow"
    WEEK = "week"


# How many days later each is looked at, at the soonest and at the latest: beside the feeling of another day a guess
# says nothing, and one that nobody looked at is not brought up for ever.
DAYS_ON = {When.TOMORROW: (1, 2), When.WEEK: (7, 14)}


@dataclass(frozen=True, slots=True)
class Line:
    """One of the three lines about a week: what is asked and the words of its five taps, the lowest first."""

    key: str
    ask: str
    taps: tuple[str, ...]


def due(guessed_at: datetime, *, has_tomorrow: bool, has_week: bool, now: datetime) -> When | None:
    """Which guess can be looked at now, by the user's own days; None on the same day, and outside its days."""
    made = {When.TOMORROW: has_tomorrow, When.WEEK: has_week}
    days = days_on(guessed_at, now=now)
    return next((when for when, (first, last) in DAYS_ON.items() if made[when] and first <= days <= last), None)


def days_on(guessed_at: datetime, *, now: datetime) -> int:
    """How many of the user's own days lie between."""
    return (now.date() - guessed_at.astimezone(now.tzinfo).date()).days


def made_between(when: When, *, now: datetime) -> tuple[datetime, datetime]:
    """From when to when one that can be looked at now was made; the end is not part of it."""
    first, last = DAYS_ON[when]
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight - timedelta(days=last), midnight - timedelta(days=first - 1)


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
