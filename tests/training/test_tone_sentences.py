"""The sentences that the tone of a letter is weighed on."""

import pytest

from highroad.words.hot_words import LANGUAGES
from highroad.words.opinion import load
from highroad.words.overtones import REASONS
from training.sentences import read
from training.written import tone_fingerprint

FEWEST = 600  # hot sentences of a language, and cool ones


def test_the_shipped_tone_is_that_of_the_sentences():
    assert load("highroad.words", "content/tone.bin").written == tone_fingerprint(), "changed: run `make train`"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("is_hot", [True, False])
def test_hot_and_cool_are_written_alike_often(language: str, is_hot: bool):
    some = [one for one in read("tone", str.split) if one.language == language and bool(one.labels) is is_hot]

    assert len(some) >= FEWEST


def test_only_known_reasons_are_given():
    assert {label for one in read("tone", str.split) for label in one.labels} == set(REASONS)
