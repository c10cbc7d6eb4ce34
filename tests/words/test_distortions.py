"""Hints at distortions: questions with the words that led to them."""

import tomllib
from pathlib import Path

import pytest

from highroad.words.content import load_toml
from highroad.words.distortions import MOST, Distortion, guesses, hints
from highroad.words.opinion import load
from training.written import distortions_fingerprint

LONG = tomllib.loads(Path(__file__).with_name("long_words.toml").read_text("utf-8"))


@pytest.mark.parametrize(
    ("thought", "distortion", "words"),
    [
        ("I'm a failure.", Distortion.LABELLING, "failure"),
        ("I will never find a job.", Distortion.FORTUNE_TELLING, "never"),
        ("The interviewer thought I was an idiot.", Distortion.MIND_READING, "thought"),
        ("Ich werde nie wieder Arbeit finden.", Distortion.FORTUNE_TELLING, "nie"),
    ],
)
def test_a_hint_quotes_the_words_that_led_to_it(thought: str, distortion: Distortion, words: str):
    first = hints(thought)[0]

    assert first.distortion is distortion
    assert words in first.words
    assert first.words in thought
    assert 0.5 < first.certainty <= 1


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "Thank you for interviewing me.",
        "I would like to ask for feedback.",
        "The recruiter said the position was put on hold.",
        "I feel sad about the rejection.",
        "I never drink coffee after six.",
        "You should receive an answer within a week.",
        "All documents are attached.",
        "Alle Unterlagen finden Sie im Anhang.",
    ],
)
def test_a_plain_sentence_gets_none(sentence: str):
    assert hints(sentence) == []


def test_no_more_than_two_are_shown_however_much_is_said():
    thought = "I'm a failure. They all think I'm an idiot. I will never find a job. Everyone else is better than me."

    assert len(hints(thought)) == MOST


def test_one_sentence_of_a_long_text_is_enough():
    calm = "We met on Monday and talked about the new office. The coffee was good. "

    assert "I'm a failure" not in calm
    assert Distortion.LABELLING in {hint.distortion for hint in hints(calm * 5 + "I'm a failure.")}


def test_every_distortion_is_guessed_at_and_the_likeliest_comes_first():
    found = guesses("I'm a failure.")

    assert {guess.distortion for guess in found} == set(Distortion)
    assert [guess.certainty for guess in found] == sorted((guess.certainty for guess in found), reverse=True)


def test_each_has_its_name_reason_and_question_back():
    told = load_toml("highroad.words", "content/distortions.toml")

    assert set(told) == {"question", *Distortion}
    assert all(set(told[kind]) == {"name", "reason", "counter"} for kind in Distortion)


def test_the_opinion_is_that_of_the_text_and_the_code():
    assert load("highroad.words", "content/distortions.bin").written == distortions_fingerprint(), "run `make train`"


@pytest.mark.parametrize(
    ("thought", "distortion", "words"),
    [
        (
            "They wrote back today and said it was a close call and that I should feel free to try again in the spring,"
            " and I read it on the bus with the kids beside me, and I will never get a job",
            Distortion.FORTUNE_TELLING,
            "never",
        ),
        (
            "i went through the notes again and the second task was fine and the third one too and then he asked about"
            " the budget and i had to look it up and it took a while because i am a failure",
            Distortion.LABELLING,
            "failure",
        ),
        (
            "heute kam die antwort und es war wieder ein anderer und ich habe den kindern nichts gesagt und gekocht wie"
            " immer und danach die küche geputzt und ich werde nie wieder arbeit finden",
            Distortion.FORTUNE_TELLING,
            "nie",
        ),
    ],
)
def test_a_thought_that_goes_on_without_a_full_stop_is_still_read(thought: str, distortion: Distortion, words: str):
    found = {hint.distortion: hint for hint in hints(thought)}

    assert words in found[distortion].words
    assert found[distortion].words in thought


@pytest.mark.parametrize("language", LONG)
def test_going_on_without_a_full_stop_seldom_brings_a_hint(language: str):
    assert sum(bool(hints(one)) for one in LONG[language]) <= 2
