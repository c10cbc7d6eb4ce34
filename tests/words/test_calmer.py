"""The calmer version: what is hot is taken out and named, the rest stays as it was written."""

import pytest

from highroad.words.calmer import calmer
from highroad.words.tone import hot

LETTER = """Dear Sam,

thank you for telling me. You are a liar and a coward. I enjoyed meeting Noor, but you wasted my time.

Thanks for nothing!

Kind regards,
Ana"""


def test_hot_sentences_and_clauses_are_taken_out():
    left = calmer(LETTER).text

    assert left == ("Dear Sam,\n\nthank you for telling me. I enjoyed meeting Noor.\n\nKind regards,\nAna")


def test_what_is_left_is_cool():
    assert hot(calmer(LETTER).text) == ()


def test_what_was_taken_out_is_named_with_its_reason():
    taken = calmer(LETTER).taken

    assert [one.text for one in taken] == [
        "You are a liar and a coward.",
        "but you wasted my time.",
        "Thanks for nothing!",
    ]
    assert [one.heats[0].why for one in taken] == ["insult", "accusation", "sarcasm"]


def test_a_cool_letter_is_unchanged():
    text = "Dear Sam,\n\n\nI am sad.  Thank you.\nAna"

    assert calmer(text).text == text
    assert calmer(text).taken == ()


def test_a_german_letter_loses_its_hot_half():
    left = calmer(
        "Guten Tag Frau Haddad,\n\ndas Gespräch war gut, aber Sie haben mich belogen.\n\nAna Duarte", language="de"
    )

    assert left.text == "Guten Tag Frau Haddad,\n\ndas Gespräch war gut.\n\nAna Duarte"
    assert [one.text for one in left.taken] == ["aber Sie haben mich belogen."]


def test_the_mail_below_stays():
    left = calmer("I liked the talk.\n\nThanks for nothing.\n\nAna\n\n> You are a liar.")

    assert left.text == "I liked the talk.\n\nAna\n\n> You are a liar."


def test_a_letter_that_was_nothing_but_hot_still_says_something():
    left = calmer("Dear Sam,\n\nyou are a liar. Thanks for nothing!\n\nAna", language="en")

    assert left.text == "Dear Sam,\n\nThank you for letting me know.\n\nAna"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (LETTER, "en"),
        ("Hi Sam,\n\nI had hoped for more. You are a liar. I liked the talks with Noor.\n\nAna", "en"),
        ("Guten Tag,\n\ndas Gespräch war gut. Sie sind ein Lügner. Ich wünsche Ihnen alles Gute.\n\nAna", "de"),
    ],
)
def test_what_greets_and_says_two_things_is_still_a_letter(text: str, language: str):
    left = calmer(text, language=language)

    assert left.taken and left.stands


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("You are a liar. I will not apply here again.", "en"),  # no greeting
        ("Hi Sam,\n\nYou are a liar. I liked the talks.\n\nAna", "en"),  # one sentence
        ("Dear Sam,\n\nyou are a liar. Thanks for nothing!\n\nAna", "en"),  # nothing
        ("Hi Sam,\n\nI did the task. You are a liar. That is all I can say. I liked the talks.\n\nAna", "en"),
        ("Guten Tag,\n\nich war da. Sie sind ein Lügner. Das wissen Sie auch selbst.\n\nAna", "de"),
        ("Guten Tag,\n\nSie sind ein Lügner.\n\nAna", "de"),
    ],
)
def test_a_torso_is_no_letter(text: str, language: str):
    left = calmer(text, language=language)

    assert left.taken and not left.stands


def test_a_cool_letter_stands_as_it_is():
    assert calmer("Thank you.").stands
