"""Which cards are for today: two to five, nothing carried over as a debt, all of them said before a talk."""

from datetime import date, timedelta

import pytest

from highroad.steps.keep_going.practice.card import Card, card_of
from highroad.steps.keep_going.practice.day import LEAST, MOST, NEAR, Shelf, of_today
from highroad.steps.keep_going.practice.deck import questions
from highroad.steps.keep_going.practice.schedule import Review, after, due_on, memory_of

TODAY = date(2026, 11, 23)
CARDS = tuple(Card(f"card_{number}", f"Question {number}", "It") for number in range(30))


def said(keys, *, days_ago, mark=3):
    return {key: memory_of([Review(TODAY - timedelta(days=days_ago), mark)]) for key in keys}


def practised(cards, *, days, talk_on=None, rests=()):
    """Every card said on the day it was offered; gives the memories and how many were said on each day."""
    memories, counts = {}, []
    for number in range(days):
        today = TODAY + timedelta(days=number)
        offered = () if number in rests else of_today(Shelf(cards, memories, talk_on), today=today)
        memories |= {card.key: after(memories.get(card.key), Review(today, 3)) for card in offered}
        counts.append(len(offered))
    return memories, counts


def test_the_first_day_has_two_new_cards():
    assert [card.key for card in of_today(Shelf(CARDS), today=TODAY)] == ["card_0", "card_1"]


def test_a_day_has_two_to_five_cards_however_long_it_goes_on():
    _, counts = practised(CARDS, days=60)

    assert min(counts[:14]) >= LEAST and max(counts) <= MOST


def test_a_long_pause_leaves_no_heap():
    memories = said([card.key for card in CARDS[:25]], days_ago=90)

    offered = of_today(Shelf(CARDS, memories), today=TODAY)

    assert len(offered) == MOST


def test_what_waited_longest_comes_first_and_the_rest_on_the_days_after():
    keys = [card.key for card in CARDS[:12]]
    memories = {key: memory_of([Review(TODAY - timedelta(days=60 - place), 3)]) for place, key in enumerate(keys)}
    seen = []

    for number in range(3):
        today = TODAY + timedelta(days=number)
        offered = of_today(Shelf(CARDS[:12], memories), today=today)
        seen.append([card.key for card in offered])
        memories |= {card.key: after(memories[card.key], Review(today, 5)) for card in offered}

    assert seen == [keys[:5], keys[5:10], keys[10:]]


def test_what_was_said_today_counts_and_is_not_offered_again():
    memories = said(["card_0"], days_ago=0, mark=1)

    assert [card.key for card in of_today(Shelf(CARDS, memories), today=TODAY)] == ["card_1"]


def test_five_said_are_enough_even_when_more_wait():
    memories = said([card.key for card in CARDS[:5]], days_ago=0) | said(["card_7"], days_ago=40)

    assert of_today(Shelf(CARDS, memories), today=TODAY) == ()


@pytest.mark.parametrize(("days", "count"), [(0, MOST), (NEAR.days, MOST), (NEAR.days + 1, LEAST)])
def test_a_near_talk_brings_more_new_cards(days, count):
    shelf = Shelf(CARDS, talk_on=TODAY + timedelta(days=days))

    assert len(of_today(shelf, today=TODAY)) == count


@pytest.mark.parametrize("left", [2, 3, 5, 7, 10, 14, 30])
def test_every_card_of_a_deck_is_said_before_the_talk(left):
    deck = CARDS[: min(10, 2 * left)]

    memories, counts = practised(deck, days=left, talk_on=TODAY + timedelta(days=left))

    assert set(memories) == {card.key for card in deck}
    assert max(counts) <= MOST


def test_what_is_said_before_a_talk_comes_again_before_it():
    talk_on = TODAY + timedelta(days=21)
    memories, _ = practised(CARDS[:5], days=10, talk_on=talk_on)

    assert all(due_on(memory, talk_on=talk_on) < talk_on for memory in memories.values())


def test_a_pause_is_caught_up_with_quietly():
    _, with_rest = practised(CARDS, days=30, rests=range(5, 12))

    assert with_rest[5:12] == [0] * 7
    assert max(with_rest) <= MOST


def test_a_talk_that_is_over_no_longer_presses():
    shelf = Shelf(CARDS, said(["card_0"], days_ago=1, mark=5), TODAY - timedelta(days=1))

    assert [card.key for card in of_today(shelf, today=TODAY)] == ["card_1", "card_2"]


def test_new_questions_ask_for_different_things():
    first = [card_of(one).competency for one in questions()[:10]]

    assert len(set(first)) == 10
