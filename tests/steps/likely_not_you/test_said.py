"""Feedback is held against what the user said by shared words, and never made to say more."""

import pytest

from highroad.steps.likely_not_you.said import Weighed, weigh

FEEDBACK = (
    "Your case was clear.",
    "When you said that you hate meetings, we wondered about the planning rounds.",
    "We missed examples with a budget.",
)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("I said I hate meetings.", FEEDBACK[1]),
        ("that joke on a meeting", FEEDBACK[1]),
        ("I had no example for the budgets", FEEDBACK[2]),
    ],
)
def test_the_sentence_with_the_users_own_words_is_found(said, sentence):
    assert weigh(said, FEEDBACK) == Weighed(sentence, told=True)


@pytest.mark.parametrize("said", ["I laughed too loud.", "I told them my last salary."])
def test_what_no_sentence_has_words_of_is_not_mentioned(said):
    assert weigh(said, FEEDBACK) == Weighed("", told=True)


def test_a_set_phrase_is_no_mention():
    assert weigh("I said I hate meetings.", ("It was a pleasure meeting you.",)) == Weighed("", told=True)


def test_one_word_of_a_long_text_is_no_sign():
    said = "I rambled on about my old landlord, the broken heating, a budget airline, and then laughed at them."

    assert weigh(said, FEEDBACK) == Weighed("", told=True)


@pytest.mark.parametrize(
    ("said", "feedback"),
    [
        ("What I said.", FEEDBACK),
        ("Ich habe gesagt, dass ich Besprechungen nicht mag.", FEEDBACK),
        ("I said I hate meetings.", ()),
    ],
)
def test_nothing_is_told_where_words_cannot_tell(said, feedback):
    assert weigh(said, feedback) == Weighed("", told=False)
