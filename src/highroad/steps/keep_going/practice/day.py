"""Which cards are for today: two to five, those that waited longest first; what is left over waits, uncounted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from highroad.steps.keep_going.practice.card import Card
from highroad.steps.keep_going.practice.schedule import Memory, due_on

LEAST, MOST = 2, 5
NEAR = timedelta(days=14)  # a talk within it brings new cards up to the most
KEPT_FOR_NEW = 2  # of them, so that what was said does not crowd out what was not


@dataclass(frozen=True, slots=True)
class Shelf:
    """Every card there is, the ones wanted most first, and how well each that was said sits."""

    cards: Sequence[Card]
    memories: Mapping[str, Memory] = field(default_factory=dict)
    talk_on: date | None = None


def of_today(shelf: Shelf, *, today: date) -> tuple[Card, ...]:
    """What is left of today's two to five; nothing is carried over as a debt."""
    said = sum(memory.said_on == today for memory in shelf.memories.values())
    near = _is_near(shelf.talk_on, today)
    new = [card for card in shelf.cards if card.key not in shelf.memories]
    kept = min(KEPT_FOR_NEW, len(new)) if near else 0
    due = _due(shelf, today)[: max(0, MOST - said - kept)]
    return (*due, *new[: max(0, (MOST if near else LEAST) - said - len(due))])


def _due(shelf: Shelf, today: date) -> list[Card]:
    """Those whose day has come, the one that waited longest first; said today is said."""
    waiting = [
        (due_on(memory, talk_on=_ahead(shelf.talk_on, today)), card)
        for card in shelf.cards
        if (memory := shelf.memories.get(card.key)) and memory.said_on < today
    ]
    return [card for day, card in sorted(waiting, key=lambda one: one[0]) if day <= today]


def _ahead(talk_on: date | None, today: date) -> date | None:
    return talk_on if talk_on and talk_on >= today else None


def _is_near(talk_on: date | None, today: date) -> bool:
    return talk_on is not None and today <= talk_on <= today + NEAR
