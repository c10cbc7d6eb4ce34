"""What went right on the way to a no, and what their mail says of the talk."""

from dataclasses import replace

import pytest

from highroad.events.event import Kind, Stage
from highroad.steps.likely_not_you.liked import liked
from highroad.steps.likely_not_you.worries import Right, told_of, way_of
from tests.record import final_round, haldenfrey, only_no


def test_each_step_has_something_that_went_right():
    way = way_of(only_no(final_round()))

    assert [one.went_right for one in way] == [Right.ONWARD, Right.ASKED_ON, Right.ASKED_IN]


def test_a_talk_that_a_test_came_after_led_on():
    call = final_round()[1]
    test = haldenfrey("test", Kind.ASSESSMENT, 20, stage=Stage.ASSESSMENT)

    way = way_of(only_no([call, test, final_round()[-1]]))

    assert [one.went_right for one in way] == [Right.ASKED_ON, Right.TESTED]


def test_what_was_entered_without_a_day_or_for_the_day_of_the_no_came_before_it():
    *before, no = final_round()
    undated = haldenfrey("sent", Kind.APPLIED, None, by_user=True)
    same_day = replace(before[-1], id="hand", at=no.at.replace(hour=23), by_user=True)

    way = way_of(only_no([before[1], no, undated, same_day]))

    assert [one.event.kind for one in way] == [Kind.APPLIED, Kind.INTERVIEW, Kind.INTERVIEW]


def test_how_far_it_went_is_told_where_no_step_shows_it():
    alone = only_no([final_round()[-1]])

    assert (way_of(alone), told_of(alone, way_of(alone))) == ((), Stage.FINAL)
    assert told_of(only_no(final_round()), way_of(only_no(final_round()))) is None


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("We enjoyed talking with you, but chose another.", "We enjoyed talking with you …"),
        ("It was a pleasure to meet you on Tuesday.", "It was a pleasure to meet you on Tuesday."),
        ("Although we enjoyed our conversation, we chose another.", "Although we enjoyed our conversation …"),
        ("Hi. The team was very impressed by your presentation!", "The team was very impressed by your presentation!"),
        ("Es hat uns sehr gefreut, Sie kennenzulernen.", "Es hat uns sehr gefreut, Sie kennenzulernen."),
        ("Das Gespräch mit Ihnen hat uns gefallen, leider", "Das Gespräch mit Ihnen hat uns gefallen …"),
        ("Noor was impressed. We would like to invite you.", "Noor was impressed."),
        ("Unfortunately, Noor was not impressed.", ""),
        ("We enjoyed reading your application.", ""),
        ("We did not enjoy the talk.", ""),
        ("Unfortunately, we go on with other candidates.", ""),
        ("", ""),
    ],
)
def test_only_a_word_about_the_talk_is_quoted(text: str, quote: str):
    assert liked(text) == quote
