"""Feelings, breath, pace and writing after a no."""

from datetime import timedelta

import pytest

from highroad.recovery.sting import Sting
from highroad.steps.take_a_moment.breathing import breathing
from highroad.steps.take_a_moment.feelings import feelings, named
from highroad.steps.take_a_moment.pacing import PARTS, pace
from highroad.steps.take_a_moment.writing import Felt, Sitting, Stop, goes_in_circles, prompt, prompts, stop
from tests.cast import NOW


def test_the_first_five_feelings_are_the_articles_own():
    assert [feeling.key for feeling in feelings()][:5] == ["angry", "sad", "wasted_time", "hopeless", "confused"]
    assert [feeling.key for feeling in feelings()][5:] == ["tired", "ashamed", "relieved", "numb", "own"]


def test_each_named_feeling_is_explained_and_own_words_keep_their_name():
    found = named(["numb", "angry", "hollow", "raw"])

    assert [feeling.name for feeling in found] == ["angry", "numb", "hollow", "raw"]
    assert all(feeling.what.endswith(".") and feeling.answer.endswith(".") for feeling in found)
    assert named([]) == ()


def test_three_minutes_are_eighteen_slow_breaths():
    slow = breathing(3)

    assert (slow.breaths, slow.seconds_in, slow.seconds_out) == (18, 4, 6)
    assert breathing(0).breaths == 6
    assert breathing(500).breaths == 60


def test_the_harder_it_landed_the_more_is_shown():
    shown = [len(pace(sting).parts) for sting in Sting]

    assert shown == sorted(shown)
    assert pace(Sting.BARELY).parts == ()
    assert pace(Sting.PUNCH).parts == PARTS


@pytest.mark.parametrize("sting", [None, *Sting])
def test_every_part_can_be_reached_at_every_pace(sting: Sting | None):
    assert sorted(pace(sting).parts + pace(sting).folded) == sorted(PARTS)


def test_only_hard_ones_rest():
    assert [sting for sting in Sting if pace(sting).rests] == [Sting.HARD, Sting.PUNCH]


@pytest.mark.parametrize(("days", "offered"), [(0, ["free", "letter"]), (1, ["values", "free", "letter"])])
def test_writing_about_values_comes_a_day_later(days, offered):
    assert [one.key for one in prompts(timedelta(days=days), now=NOW)] == offered


@pytest.mark.parametrize(("days", "again"), [(29, False), (30, True)])
def test_values_are_offered_again_at_most_monthly(days, again):
    sittings = [Sitting("values", NOW - timedelta(days=days))]

    offered = [one.key for one in prompts(timedelta(days=40), sittings, now=NOW)]

    assert ("values" in offered) is again


def free(*felts: Felt | None) -> list[Sitting]:
    """One sitting a day, the last today."""
    return [Sitting("free", NOW - timedelta(days=len(felts) - day), felt) for day, felt in enumerate(felts, 1)]


@pytest.mark.parametrize(
    ("sittings", "why"),
    [
        ([], None),
        (free(None), None),
        (free(Felt.HEAVIER), Stop.TODAY),
        ([Sitting("free", NOW - timedelta(days=1), Felt.HEAVIER)], None),
        ([Sitting("letter", NOW, Felt.HEAVIER)], Stop.TODAY),
        (free(Felt.HEAVIER, Felt.HEAVIER), Stop.HEAVIER),
        (free(Felt.HEAVIER, Felt.LIGHTER), None),
        (free(Felt.HEAVIER, Felt.HEAVIER)[:1] + free(Felt.LIGHTER, Felt.HEAVIER)[1:], Stop.HEAVIER),
        ([Sitting("free", NOW - timedelta(days=4), Felt.HEAVIER), *free(Felt.HEAVIER)], Stop.TODAY),
        (free(None, None, None, None), None),
        (free(None, None, None, None, None), Stop.ENOUGH),
        ([Sitting("free", NOW, circled=True)], Stop.CIRCLES),
        ([Sitting("letter", NOW, circled=True)], None),
    ],
)
def test_writing_it_out_stops_after_five_days_or_when_it_does_no_good(sittings, why):
    assert stop(sittings, today=NOW.date()) is why
    assert ("free" in [one.key for one in prompts(timedelta(days=9), sittings, now=NOW)]) is (why is None)


def test_values_offer_thirteen_to_choose_from():
    assert len(prompt("values").choices) == 13


def test_a_text_that_keeps_asking_why_is_noticed():
    assert goes_in_circles("Why me? Why now? Why does this always happen? I hate it.")
    assert goes_in_circles("Warum ich? Warum jetzt? Wieso immer wieder?")


def test_a_text_that_asks_why_now_and_then_is_left_alone():
    assert not goes_in_circles("Why did they wait? I slept badly. I called Mira. She laughed. I felt better.")
    assert not goes_in_circles("")
