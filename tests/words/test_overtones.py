"""How a sentence sounds that no list knows."""

import pytest

from highroad.words.hot_words import in_words
from highroad.words.overtones import REASONS, Overtone, overtone, sounds
from highroad.words.tone import hot


def heard(text: str, language: str) -> Overtone:
    (tokens,) = in_words(text, language)
    return overtone([token.word for token in tokens], (), language=language)


@pytest.mark.parametrize(
    ("hot_one", "cool_one", "language"),
    [
        ("You lied to me and treated me like dirt.", "You told me the truth and treated me kindly.", "en"),
        ("Your bosses are liars and cowards.", "Your colleagues are patient and kind.", "en"),
        (
            "Sie haben mich belogen und behandelt wie Dreck.",
            "Sie haben mich freundlich behandelt.",
            "de",
        ),
        ("Ihre Chefs sind Lügner und Feiglinge.", "Ihre Kollegen sind geduldig und freundlich.", "de"),
    ],
)
def test_what_hurts_sounds_hotter_than_what_is_kind(hot_one: str, cool_one: str, language: str):
    assert heard(hot_one, language).chance > heard(cool_one, language).chance + 0.1


def test_the_words_told_lie_within_the_sentence():
    found = heard("You people are a bunch of heartless, greedy cowards, and I pity your staff.", "en")

    assert 0 <= found.first <= found.last < 17
    assert found.why in REASONS


def test_every_shade_knows_its_word():
    told = sounds(["you", "liar"], (), language="en")

    assert dict(zip(told.names, told.places, strict=True)) == {"you": 0, "liar": 1, "|": -1, "=you": 0, "=crook": 1}


@pytest.mark.parametrize(
    "text",
    ["you " * 20_000, "!" * 50_000, "A" * 50_000, "f*" * 20_000, "\n> " * 10_000, '"' * 9_999, "?! " * 9_999, ""],
)
def test_hostile_text_is_read_to_its_end(text: str):
    assert all(heat.words for heat in hot(text))
