"""Which of the eight worries a thought asks, where the record may hold the answer."""

from functools import cache
from typing import Any

from highroad.words.clauses import words_of
from highroad.words.content import load_toml
from highroad.words.language import detect
from highroad.words.wordings import Net, find, weave

LANGUAGES = ("en", "de")
LONGEST = 5_000  # characters that are read


def worry_in(text: str, *, language: str | None = None) -> str | None:
    """The name of the worry, as in its page's address: typo, outfit, ...; None when it asks none of them."""
    text = text[:LONGEST]
    language = language or detect(text)
    read_in = (language,) if language in LANGUAGES else LANGUAGES
    return next(filter(None, (_asked(text, one) for one in read_in)), None)


def _asked(text: str, language: str) -> str | None:
    """The first by the order of the table, in which what can be looked up comes first."""
    found = {one.label for one in find(_phrases(language), words_of(text, language).words)}
    return next((worry for worry in _table(language)["worries"] if worry in found), None)


@cache
def _phrases(language: str) -> Net:
    return weave(_table(language)["worries"], short=_table(language).get("short", {}))


def _table(language: str) -> dict[str, Any]:
    told: dict[str, Any] = load_toml("highroad.words", "content/worries.toml")[language]
    return told
