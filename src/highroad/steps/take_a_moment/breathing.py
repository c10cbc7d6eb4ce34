"""Slow breathing: six breaths a minute, the way out longer than the way in."""

from dataclasses import dataclass

LENGTHS = (3, 4, 5)  # minutes, as offered


@dataclass(frozen=True, slots=True)
class Breathing:
    """How long each breath takes, in seconds, and how many there are."""

    seconds_in: int
    seconds_out: int
    breaths: int


def breathing(minutes: int) -> Breathing:
    """Breaths for so many minutes; anything from one to ten, three is offered."""
    seconds_in, seconds_out = 4, 6
    length = min(max(minutes, 1), 10) * 60
    return Breathing(seconds_in, seconds_out, length // (seconds_in + seconds_out))
