"""The calmer version: what is hot is taken out and named, the rest stays as it was written."""

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
