"""What single words mean, in seven languages."""

import pytest

from highroad.words.content import load_toml
from highroad.words.senses import LANGUAGES, senses


@pytest.mark.parametrize(
    ("word", "language"),
    [("position", "en"), ("stellen", "de"), ("poste", "fr"), ("vacante", "es"), ("posizione", "it"), ("vaga", "pt")],
)
def test_a_role_is_a_role_in_every_language(word: str, language: str):
    assert "role" in senses(word, language)


def test_accents_may_be_missing():
    assert senses("décidé", "fr") == senses("decide", "fr")


def test_a_word_nobody_wrote_down_means_nothing():
    assert senses("xyzzy", "en") == ()


def test_english_is_asked_where_a_language_is_unknown():
    assert senses("interview", "sv") == senses("interview", "en")


def test_every_sense_has_words_in_every_language():
    table = load_toml("highroad.words", "content/senses.toml")["senses"]

    assert {name for name, columns in table.items() if len(columns) != len(LANGUAGES) or not all(columns)} == set()
