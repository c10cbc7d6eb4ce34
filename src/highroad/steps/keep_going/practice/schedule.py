"""When a card comes again: as fsrs remembers, counted in days of the user's own calendar, sooner before a talk.

Spaced saying helps (g = 0.74, Latimier, Peyre & Ramus 2021); which algorithm spaces hardly matters. Before a day that
is known, gaps of 10 to 20 % of the time left are best (Cepeda et al. 2008); without one, 85 % are to be remembered.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from fsrs import Card as Remembered
from fsrs import Rating, Scheduler, State

A_DAY = timedelta(days=1)
NOON = time(12)
RETENTION = 0.85
OF_TIME_LEFT = 0.15
LONGEST = 180  # days; a search should not last longer
# No steps of minutes and no dice: a day is the smallest gap, and the same marks give the same days.
SCHEDULER = Scheduler(
    desired_retention=RETENTION,
    learning_steps=(),
    relearning_steps=(),
    maximum_interval=LONGEST,
    enable_fuzzing=False,
)
# The five marks of the rubric in the four of fsrs: nothing to say, some of it, told, told well, told with ease.
RATING = {1: Rating.Again, 2: Rating.Hard, 3: Rating.Good, 4: Rating.Good, 5: Rating.Easy}


@dataclass(frozen=True, slots=True)
class Review:
    """One card said aloud on a day of the user's calendar, marked from 1 to 5."""

    on: date
    mark: int


@dataclass(frozen=True, slots=True)
class Memory:
    """How well a card sits: fsrs' stability in days and difficulty from 1 to 10, when it was said, when it is due."""

    stability: float
    difficulty: float
    said_on: date
    due_on: date


def memory_of(reviews: Iterable[Review]) -> Memory | None:
    """What all its reviews, in their order, make of a card; None for a card never said."""
    memory: Memory | None = None
    for review in reviews:
        memory = after(memory, review)
    return memory


def after(memory: Memory | None, review: Review) -> Memory:
    """What one more review makes of it; a clock that was set back counts as the same day."""
    on = max(review.on, memory.said_on) if memory else review.on
    card, _ = SCHEDULER.review_card(_remembered(memory, on), RATING[review.mark], _noon(on))
    assert card.stability is not None and card.difficulty is not None, "a reviewed card has both"
    return Memory(card.stability, card.difficulty, on, card.due.date())


def due_on(memory: Memory, *, talk_on: date | None = None) -> date:
    """When it comes again; before a talk that lies ahead of its last saying, in time for it."""
    if talk_on is None or talk_on <= memory.said_on:
        return memory.due_on
    left = (talk_on - memory.said_on).days
    gap = max(1, min(round(left * OF_TIME_LEFT), left - 1))
    return min(memory.due_on, memory.said_on + gap * A_DAY)


def _remembered(memory: Memory | None, on: date) -> Remembered:
    if memory is None:
        return Remembered(card_id=1, due=_noon(on))
    return Remembered(
        card_id=1,
        state=State.Review,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=_noon(memory.due_on),
        last_review=_noon(memory.said_on),
    )


def _noon(day: date) -> datetime:
    """The one moment that stands for a day of the calendar, so that late evenings and zones make no difference."""
    return datetime.combine(day, NOON, UTC)
