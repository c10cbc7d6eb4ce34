"""One card: a question to say the answer to, aloud, and where it comes from."""

from dataclasses import dataclass
from enum import StrEnum

from highroad.steps.keep_going.practice.deck import Question


class Source(StrEnum):
    """Where a question comes from."""

    ASKED = "asked"  # in a talk of the user's own
    FEEDBACK = "feedback"  # something to work on, from what they were told
    SAID = "said"  # what they would say otherwise now; only by their own yes
    DECK = "deck"  # what we wrote


@dataclass(frozen=True, slots=True)
class Card:
    """One question as it is asked; `shows` is what a good answer shows, and waits until the user has marked theirs."""

    key: str
    ask: str
    shows: str
    source: Source = Source.DECK
    competency: str = ""


def card_of(question: Question) -> Card:
    """A question of ours as a card."""
    return Card(question.id, question.ask, question.shows, competency=question.competency)
