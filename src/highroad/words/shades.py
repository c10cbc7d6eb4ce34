"""What single words add to the tone of a letter, in English and German alike: "liar" and "Lügner" are one shade."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from highroad.words.content import load_toml

COLUMNS = ("en", "de")  # the order of the columns in content/shades.toml
SHORTEST = 3  # letters of a beginning that stands for a word
FOLDED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "é": "e", "è": "e"})


@dataclass(frozen=True, slots=True)
class Table:
    """The shades of one language, by whole word and by the beginning of a word."""

    words: dict[str, str]
    beginnings: dict[str, str]


def shades(words: Sequence[str], language: str) -> list[tuple[int, str]]:
    """The words that have a shade, by number, with its name; words are lower-case and folded."""
    table = _table(language if language in COLUMNS else COLUMNS[0])
    found = ((at, _shade(word, table)) for at, word in enumerate(words))
    return [(at, name) for at, name in found if name]


def _shade(word: str, table: Table) -> str:
    if word in table.words:
        return table.words[word]
    ends = range(len(word), SHORTEST - 1, -1)
    return next((table.beginnings[word[:end]] for end in ends if word[:end] in table.beginnings), "")


@cache
def _table(language: str) -> Table:
    column = COLUMNS.index(language)
    words: dict[str, str] = {}
    beginnings: dict[str, str] = {}
    for name, columns in load_toml("highroad.words", "content/shades.toml")["shades"].items():
        for form in columns[column].translate(FOLDED).split():
            (beginnings if form.endswith("*") else words).setdefault(form.rstrip("*"), name)
    return Table(words, beginnings)
