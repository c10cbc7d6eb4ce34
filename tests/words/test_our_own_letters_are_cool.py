"""What we suggest to write never reads hot: the user would have to wait for words that are ours."""

from collections.abc import Iterator
from typing import Any

import pytest

from highroad.words.content import load_toml
from highroad.words.tone import hot

LETTERS = ("highroad.steps.ask_for_feedback", "highroad.steps.dont_burn_bridges")


def sentences(told: Any, language: str = "") -> Iterator[tuple[str, str]]:
    """Every sentence of a table of letters, with its language; the blanks as some words."""
    if isinstance(told, str):
        yield language, told.replace("{", "").replace("}", "").replace("_", " ")
    elif isinstance(told, list):
        for one in told:
            yield from sentences(one, language)
    else:
        for name, one in told.items():
            yield from sentences(one, language or name)


@pytest.mark.parametrize("room", LETTERS)
def test_no_sentence_of_our_letters_reads_hot(room):
    told = list(sentences(load_toml(room, "content/letters.toml")))

    assert len(told) > 50
    assert {text: found for language, text in told if (found := hot(text, language=language))} == {}
