"""What counts as a word about the user's work, and what others did that speaks for them."""

import pytest

from highroad.steps.dont_get_stuck.strengths import is_praise, strengths
from tests.record import final_round, form_no, only_no


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("Your presentation was very clear and well structured.", "en"),
        ("Noor was impressed.", "en"),
        ("Jonas and Priya were pleased with your talk.", "en"),
        ("Ihre Fallstudie war sehr klar und gut aufgebaut.", "de"),
    ],
)
def test_a_word_about_the_work_is_one(sentence: str, language: str):
    assert is_praise(sentence, language=language)


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("We were impressed by your background, but others were closer.", "en"),
        ("We would be pleased to invite you to a talk.", "en"),
        ("It was good to talk.", "en"),
        ("The panel enjoyed meeting you.", "en"),
        ("Ihr Profil hat uns gefallen, leider haben wir uns anders entschieden.", "de"),
        ("", "en"),
    ],
)
def test_courtesy_plans_and_a_but_are_none(sentence: str, language: str):
    assert not is_praise(sentence, language=language)


def test_a_second_round_is_told_and_a_form_no_tells_nothing():
    far, short = only_no(final_round()).application, only_no(form_no()).application

    assert "asked you to round" in strengths(far)[0].says
    assert strengths(short) == ()
