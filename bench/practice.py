"""How long it takes to work out today's cards from years of marks: `python -m bench.practice`."""

import random
from datetime import date, timedelta
from time import perf_counter

from highroad.steps.keep_going.practice.card import card_of
from highroad.steps.keep_going.practice.day import MOST, Shelf, of_today
from highroad.steps.keep_going.practice.deck import questions
from highroad.steps.keep_going.practice.schedule import Review, memory_of

FIRST = date(2026, 1, 1)
RUNS = 21


def main() -> None:
    """One line a length, the middle of many runs."""
    for years in (1, 3):
        days, runs = 365 * years, [measured(365 * years) for _ in range(RUNS)]
        print(f"{days * MOST:6,} marks: {sorted(runs)[RUNS // 2] * 1000:.0f} ms")


def measured(days: int) -> float:
    """Seconds for five marks a day, so many days, over every card there is."""
    cards, dice = [card_of(one) for one in questions("law")], random.Random(7)
    reviews: dict[str, list[Review]] = {card.key: [] for card in cards}
    for number in range(days * MOST):
        review = Review(FIRST + timedelta(days=number // MOST), dice.randint(1, 5))
        reviews[cards[number % len(cards)].key].append(review)
    begun = perf_counter()
    memories = {key: memory for key, said in reviews.items() if (memory := memory_of(said))}
    of_today(Shelf(cards, memories), today=FIRST + timedelta(days=days))
    return perf_counter() - begun


if __name__ == "__main__":
    main()
