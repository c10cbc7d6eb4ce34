"""Which words are dark enough that help should stand beside them, and which only sound so."""

import tomllib
from pathlib import Path

import pytest

from highroad.words.crisis import Level, level

SENTENCES = tomllib.loads(Path(__file__).with_name("crisis_sentences.toml").read_text("utf-8"))
BY_LEVEL = [(language, said) for language in SENTENCES for said in Level]


@pytest.mark.parametrize(("language", "said"), BY_LEVEL)
def test_nearly_every_sentence_is_read_as_what_it_says(language: str, said: Level):
    sentences = SENTENCES[language][said]

    right = sum(level(sentence) is said for sentence in sentences)

    assert right / len(sentences) >= 0.95


@pytest.mark.parametrize("language", SENTENCES)
def test_no_explicit_sentence_is_passed_over(language: str):
    assert [one for one in SENTENCES[language]["explicit"] if level(one) is Level.NONE] == []


@pytest.mark.parametrize(
    "spelled", ["suicide", "sucide", "suiicide", "su1cide", "s*icide", "s u i c i d e", "SUICIDE", "suiciiide"]
)
def test_a_word_is_seen_through_its_spelling(spelled: str):
    assert level(f"i keep thinking of {spelled}") is Level.EXPLICIT


def test_a_wish_that_is_denied_is_still_heavy():
    assert level("I don't want to die, I just want it to stop.") is Level.HEAVY
    assert level("I would never hurt myself.") is Level.HEAVY
    assert level("Ich will nicht sterben.") is Level.HEAVY


def test_a_figure_of_speech_does_not_hide_the_wish_beside_it():
    assert level("The deadline is killing me and I want to die.") is Level.EXPLICIT


def test_one_dark_sentence_is_enough_in_a_long_text():
    calm = "The interview was on Tuesday. They asked about my last project. " * 50

    assert level(f"{calm}I don't want to live anymore. {calm}") is Level.EXPLICIT


def test_the_language_limits_what_is_read():
    assert level("Ich will sterben.", language="en") is Level.NONE
    assert level("Ich will sterben.", language="de") is Level.EXPLICIT
    assert level("Ich will sterben.", language="fr") is Level.EXPLICIT


@pytest.mark.parametrize("text", ["", "   ", "💀", "...", "*", "\0", "a" * 60_000])
def test_strange_text_is_none(text: str):
    assert level(text) is Level.NONE
