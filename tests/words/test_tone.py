"""What reads hot to a stranger, and what is only sad, firm or fair."""

import pytest

from highroad.words.tone import Heat, hot


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("You are a liar.", "insult"),
        ("You will hear from my lawyer.", "threat"),
        ("You wasted my time.", "accusation"),
        ("Answer me by Friday or I will go to the press.", "ultimatum"),
        ("This is bullshit.", "profanity"),
        ("WHY DID YOU NEVER CALL ME?", "shouting"),
        ("Thanks for nothing.", "sarcasm"),
    ],
)
def test_each_reason_is_told(text: str, why: str):
    assert why in {heat.why for heat in hot(text)}


def test_the_words_are_quoted_as_they_stand():
    assert hot("Dear Sam, thanks\nfor nothing. Ana") == (Heat("thanks for nothing", "sarcasm"),)


def test_a_long_letter_is_read_to_its_end():
    long = "Thank you for the talk about the harbour. I learned a lot from Noor.\n" * 600

    assert hot(long) == ()
    assert hot(f"{long}You are a liar.") == (Heat("You are a liar", "insult"),)


def test_sadness_is_cool():
    assert hot("I am heartbroken, and I cried when I read your letter.") == ()


def test_quoted_mail_is_not_judged():
    assert hot("Thank you, Sam.\n\n> You are a liar.\n> Thanks for nothing.") == ()


@pytest.mark.parametrize("written", ["f***", "F**k", "sh!t", "s h i t", "$hit", "a**hole"])
def test_a_swear_word_is_seen_behind_its_mask(written: str):
    assert [heat.why for heat in hot(f"Well, {written} then.")] == ["profanity"]


def test_abbreviations_and_names_in_capitals_do_not_shout():
    assert hot("I sent my CV as PDF, reference HR-2024-NURSE ICU BERLIN. ANA DUARTE") == ()


def test_joy_may_have_its_marks():
    assert hot("Thank you so much!!! I am so happy for Noor!!!") == ()
