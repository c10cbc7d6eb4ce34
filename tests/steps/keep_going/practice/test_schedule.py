"""When a card comes again: by fsrs' own reference, and in time for a talk."""

import random
from datetime import UTC, date, datetime, timedelta

import pytest
from fsrs import Card, Rating, Scheduler

from highroad.steps.keep_going.practice.schedule import LONGEST, RATING, RETENTION, Review, after, due_on, memory_of

FIRST = date(2026, 11, 2)


def days(*numbers):
    return [FIRST + timedelta(days=number) for number in numbers]


def test_a_card_sits_as_firmly_as_fsrs_own_reference_has_it():
    """The reference case of fsrs: again, then good after 0, 1, 3, 8 and 21 days, and once more on the last day."""
    on = days(0, 0, 1, 4, 12, 33, 33)
    reviews = [Review(day, mark) for day, mark in zip(on, [1, 3, 3, 3, 3, 3, 3], strict=True)]

    memory = memory_of(reviews)

    assert round(memory.stability, 4) == 53.6269
    assert round(memory.difficulty, 4) == 6.3464


@pytest.mark.parametrize("seed", range(40))
def test_any_row_of_marks_gives_the_days_fsrs_gives(seed):
    dice = random.Random(seed)
    reference = Scheduler(
        desired_retention=RETENTION,
        learning_steps=(),
        relearning_steps=(),
        maximum_interval=LONGEST,
        enable_fuzzing=False,
    )
    card, memory, on = Card(), None, FIRST

    for _ in range(12):
        mark = dice.randint(1, 5)
        at = datetime(on.year, on.month, on.day, 9, tzinfo=UTC)
        card, _ = reference.review_card(card, RATING[mark], at)
        memory = after(memory, Review(on, mark))
        assert (memory.due_on, memory.stability) == (card.due.date(), card.stability)
        on += timedelta(days=dice.randint(0, 20))


def test_the_same_marks_give_the_same_days_always():
    reviews = [Review(day, 4) for day in days(0, 3, 12, 40)]

    assert len({memory_of(reviews) for _ in range(20)}) == 1


def test_five_marks_are_the_four_of_fsrs_in_order():
    assert [RATING[mark] for mark in range(1, 6)] == [Rating.Again, Rating.Hard, Rating.Good, Rating.Good, Rating.Easy]


@pytest.mark.parametrize(("mark", "gap"), [(1, 1), (2, 2), (3, 4), (4, 4), (5, 16)])
def test_the_first_gap_grows_with_the_mark(mark, gap):
    memory = memory_of([Review(FIRST, mark)])

    assert (memory.due_on - FIRST).days == gap


def test_a_card_never_said_has_no_day():
    assert memory_of([]) is None


def test_a_clock_that_was_set_back_counts_as_the_same_day():
    memory = memory_of([Review(FIRST + timedelta(days=5), 3), Review(FIRST, 3)])

    assert memory.said_on == FIRST + timedelta(days=5)
    assert memory.due_on > memory.said_on


@pytest.mark.parametrize(("left", "gap"), [(2, 1), (7, 1), (14, 2), (30, 4), (60, 9)])
def test_before_a_talk_a_gap_is_a_share_of_the_time_left(left, gap):
    """7 days ahead: about a day; 30 days ahead: 3 to 6 (Cepeda et al. 2008)."""
    memory = memory_of([Review(FIRST, 5)])

    assert (due_on(memory, talk_on=FIRST + timedelta(days=left)) - FIRST).days == gap


@pytest.mark.parametrize("left", range(2, 120))
@pytest.mark.parametrize("mark", range(1, 6))
def test_a_card_comes_again_before_the_talk(left, mark):
    memory = memory_of([Review(day, mark) for day in days(-30, -12, 0)])
    talk_on = FIRST + timedelta(days=left)

    assert FIRST < due_on(memory, talk_on=talk_on) < talk_on


def test_a_talk_never_puts_a_card_off():
    memory = memory_of([Review(FIRST, 1)])

    assert due_on(memory, talk_on=FIRST + timedelta(days=90)) == memory.due_on


def test_a_talk_that_is_over_changes_nothing():
    memory = memory_of([Review(FIRST, 3)])

    assert due_on(memory, talk_on=FIRST) == memory.due_on
