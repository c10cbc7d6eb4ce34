"""What became of the posting, as followed boards and the user's own list show it: taken down, closed, or up again."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from highroad.rejections.rejection import Rejection


class Source(StrEnum):
    """Where it shows."""

    BOARD = "board"
    QUEUE = "queue"


@dataclass(frozen=True, slots=True)
class Stood:
    """What one source says of the posting, in the user's own days."""

    source: Source
    gone_on: date | None = None
    back_on: date | None = None
    closes_on: date | None = None


def became(stood: Iterable[Stood], rejection: Rejection) -> Iterator[tuple[str, date, Source]]:
    """The key of each sentence that can be said, its day and its source; a closing day after the no says nothing."""
    applied = rejection.application.applied_on or date.min
    no_on = rejection.at.date() if rejection.at else date.min
    for one in stood:
        if one.gone_on:
            yield "taken_down_before" if one.gone_on < applied else "taken_down", one.gone_on, one.source
        if one.back_on and one.back_on > applied:
            yield "put_up_again", one.back_on, one.source
        if one.closes_on and one.closes_on <= no_on:
            yield "closed_before" if one.closes_on < applied else "closed", one.closes_on, one.source
