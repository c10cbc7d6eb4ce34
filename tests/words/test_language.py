"""The language of a mail is told by its small words."""

import pytest

from highroad.words.language import detect


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("sadly it went the other way", "en"),
        ("Leider nein, der Chef hat jemand anderen genommen.", "de"),
        ("Nous avons bien reçu votre candidature.", "fr"),
        ("Hemos decidido continuar con otra persona.", "es"),
        ("Grazie per il colloquio di martedì.", "it"),
        ("Obrigado pelo seu interesse na vaga.", "pt"),
        ("Bedankt voor je sollicitatie op de functie.", "nl"),
        ("Einladung zum Vorstellungsgespräch", "de"),
    ],
)
def test_a_short_text_is_enough(text: str, language: str):
    assert detect(text) == language


@pytest.mark.parametrize("text", ["", "R-10482", "Ana"])
def test_a_text_without_small_words_is_of_no_language(text: str):
    assert detect(text) is None
