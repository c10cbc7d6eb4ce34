"""Feelings, breath, pace and writing after a no."""

from datetime import timedelta

import pytest

from highroad.recovery.sting import Sting
from highroad.steps.take_a_moment.breathing import breathing
from highroad.steps.take_a_moment.feelings import answers, feelings
from highroad.steps.take_a_moment.pacing import PARTS, pace
from highroad.steps.take_a_moment.writing import goes_in_circles, prompt, prompts


def test_the_first_five_feelings_are_the_articles_own():
    assert [feeling.key for feeling in feelings()][:5] == ["angry", "sad", "wasted_time", "hopeless", "confused"]
    assert [feeling.key for feeling in feelings()][5:] == ["tired", "ashamed", "relieved", "numb", "own"]


def test_each_chosen_feeling_has_its_line_once_and_own_words_have_one_too():
    lines = answers(["numb", "angry", "hollow", "raw"])

    assert len(lines) == 3
    assert lines[0].startswith("You can be angry")


def test_nothing_chosen_is_answered_with_nothing():
    assert answers([]) == ()


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


def test_writing_about_values_comes_a_day_later_and_once():
    assert [one.key for one in prompts(timedelta(hours=2))] == ["free", "letter"]
    assert [one.key for one in prompts(timedelta(days=1))] == ["free", "letter", "values"]
    assert [one.key for one in prompts(timedelta(days=3), values_done=True)] == ["free", "letter", "kind"]


def test_values_offer_thirteen_to_choose_from():
    assert len(prompt("values").choices) == 13


def test_a_text_that_keeps_asking_why_is_noticed():
    assert goes_in_circles("Why me? Why now? Why does this always happen? I hate it.")
    assert goes_in_circles("Warum ich? Warum jetzt? Wieso immer wieder?")


def test_a_text_that_asks_why_now_and_then_is_left_alone():
    assert not goes_in_circles("Why did they wait? I slept badly. I called Mira. She laughed. I felt better.")
    assert not goes_in_circles("")
