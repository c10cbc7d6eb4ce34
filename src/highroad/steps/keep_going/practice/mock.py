"""A mock interview of half an hour: an opening, six questions that ask for different things, a closing."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from highroad.steps.keep_going.practice.card import Card, Source

OPENING, CLOSING = ("about_you", "walk_through"), ("your_questions", "anything_else")
ENDS = ("opening", "closing")
QUESTIONS = 6
OWN_AT_MOST = 2

Thing = TypeVar("Thing")


def series(cards: Sequence[Card], *, number: int) -> tuple[Card, ...]:
    """The eight cards of the mock interview of this number, counted from 0; another time, other ones."""
    by_key = {card.key: card for card in cards}
    own = [card for card in cards if card.source is not Source.DECK]
    asked = _turned(own, number * OWN_AT_MOST)[:OWN_AT_MOST]
    asked += _of_each([card for card in cards if card.source is Source.DECK], number, QUESTIONS - len(asked))
    return (by_key[_of(OPENING, number)], *asked, by_key[_of(CLOSING, number)])


def _of_each(cards: Iterable[Card], number: int, count: int) -> list[Card]:
    """One of each competency in turn, going on where the last mock interview stopped."""
    groups: dict[str, list[Card]] = {}
    for card in cards:
        if card.competency not in ENDS:
            groups.setdefault(card.competency, []).append(card)
    order = [_turned(group, number) for group in groups.values()]
    return [group[0] for group in _turned(order, number * count)[:count]]


def _of(keys: Sequence[str], number: int) -> str:
    return keys[number % len(keys)]


def _turned(things: Sequence[Thing], by: int) -> list[Thing]:
    """The same things, beginning `by` places on."""
    start = by % len(things) if things else 0
    return [*things[start:], *things[:start]]
