"""What single words mean, whatever the language: "Stelle", "poste" and "vacante" are all a role."""

import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache

from highroad.words.content import load_toml

LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl")  # the order of the columns in content/senses.toml
SHORTEST = 3  # letters of a beginning that stands for a word
REMEMBERED = 20_000  # words; a mailbox repeats its own


@dataclass(frozen=True, slots=True)
class Table:
    """The senses of one language, by whole word and by the beginning of a word."""

    words: dict[str, frozenset[str]]
    beginnings: dict[str, frozenset[str]]


@lru_cache(maxsize=REMEMBERED)
def senses(word: str, language: str) -> tuple[str, ...]:
    """The names of what a lower-case word may mean, by the alphabet; English where the language has no table."""
    table = _table(language if language in LANGUAGES else "en")
    plain = _plain(word)
    found = set(table.words.get(plain, ()))
    for end in range(SHORTEST, len(plain) + 1):
        found |= table.beginnings.get(plain[:end], frozenset())
    return tuple(sorted(found))


@cache
def _table(language: str) -> Table:
    column = LANGUAGES.index(language)
    words: dict[str, set[str]] = defaultdict(set)
    beginnings: dict[str, set[str]] = defaultdict(set)
    for sense, columns in load_toml("highroad.words", "content/senses.toml")["senses"].items():
        for form in map(_plain, columns[column].split()):
            (beginnings if form.endswith("*") else words)[form.rstrip("*")].add(sense)
    return Table(_frozen(words), _frozen(beginnings))


def _frozen(found: dict[str, set[str]]) -> dict[str, frozenset[str]]:
    return {form: frozenset(named) for form, named in found.items()}


def _plain(word: str) -> str:
    """Without accents, which hurried people leave out."""
    letters = unicodedata.normalize("NFKD", word.lower())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
