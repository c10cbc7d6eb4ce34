"""A thank-you may say that it will remember; a threat says so in other words."""

import tomllib
from pathlib import Path

import pytest

from highroad.words.tone import hot

WRITTEN = tomllib.loads(Path(__file__).with_name("tone_warm.toml").read_text("utf-8"))
ALL = [(language, kind, text) for language, told in WRITTEN.items() for kind, texts in told.items() for text in texts]


@pytest.mark.parametrize(("language", "text"), [(language, text) for language, kind, text in ALL if kind == "warm"])
def test_thanks_and_sorrow_read_cool(language: str, text: str):
    assert hot(text, language=language) == ()


@pytest.mark.parametrize(("language", "text"), [(language, text) for language, kind, text in ALL if kind == "threats"])
def test_a_threat_that_remembers_reads_hot(language: str, text: str):
    assert {heat.why for heat in hot(text, language=language)} == {"threat"}
