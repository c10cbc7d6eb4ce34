"""What was let go in the last thirty days and can still be put back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from operator import attrgetter
from typing import Any

from highroad.app.models import (
    CardRow,
    ComfortRow,
    DistortionRow,
    MantraRow,
    OwnerRow,
    StoryRow,
    ThoughtRow,
    WorryRow,
)
from highroad.app.queries.applications import NotThere
from highroad.steps.dont_get_stuck.mantras import mantras
from highroad.steps.dont_get_stuck.story import question

STAYS = timedelta(days=30)


class Kind(StrEnum):
    """What can be let go, by one word each."""

    THOUGHT = "thought"
    MANTRA = "mantra"
    STORY = "story"
    COMFORT = "comfort"
    DISTORTION = "distortion"
    WORRY = "worry"
    CARD = "card"


@dataclass(frozen=True, slots=True)
class Kept:
    """The table of a kind, and what each of its rows is shown by."""

    table: Any
    words: Callable[[Any], str]


@dataclass(frozen=True, slots=True)
class Gone:
    """One thing that was let go, in its own words, and the last day on which it can be put back."""

    kind: Kind
    id: int
    text: str
    let_go_at: datetime

    @property
    def until(self) -> datetime:
        """When it is deleted for good."""
        return self.let_go_at + STAYS


def let_go(owner: OwnerRow, *, now: datetime) -> list[Gone]:
    """Everything that can be put back, the latest first; nothing longer than it stays."""
    found = [
        Gone(kind, row.pk, KINDS[kind].words(row), row.let_go_at)
        for kind in Kind
        for row in KINDS[kind].table.with_gone.filter(owner=owner, let_go_at__gte=now - STAYS)
    ]
    return sorted(found, key=lambda one: one.let_go_at, reverse=True)


def table_of(kind: str) -> Any:
    """The rows of this kind; raises NotThere for a word that is none."""
    if kind not in KINDS:
        raise NotThere
    return KINDS[kind].table


def _mantra(row: MantraRow) -> str:
    return row.text or next((one.text for one in mantras() if one.key == row.key), row.key)


# What a page calls each stands in content/names.toml.
KINDS: dict[str, Kept] = {
    Kind.THOUGHT: Kept(ThoughtRow, attrgetter("thought")),
    Kind.MANTRA: Kept(MantraRow, _mantra),
    Kind.STORY: Kept(StoryRow, lambda row: row.task or question(row.question).ask),
    Kind.COMFORT: Kept(ComfortRow, attrgetter("text")),
    Kind.DISTORTION: Kept(DistortionRow, attrgetter("name")),
    Kind.WORRY: Kept(WorryRow, attrgetter("text")),
    Kind.CARD: Kept(CardRow, attrgetter("text")),
}
