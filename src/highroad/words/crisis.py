"""How dark the words of a text are, so that help can stand beside them. Nothing is kept, and nobody is told."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from highroad.words import sentences
from highroad.words.clauses import words_of
from highroad.words.content import load_toml
from highroad.words.phrases import Mention
from highroad.words.spelling import Spelling, learn, mended, unmasked
from highroad.words.wordings import Net, find, weave

LANGUAGES = ("en", "de")  # of which we have a table; any other text is read by all of them
LONGEST = 50_000  # characters that are read
START, END = "^", "$"  # of a sentence; phrases may name them
_FOLDED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "’": "'", "‘": "'", "`": "'", "´": "'"})
_EMOJI = str.maketrans(dict.fromkeys("💀☠⚰🪦", " die "))


class Level(StrEnum):
    """How dark: a wish to be dead, intent or self-harm; no hope or no way out; neither."""

    EXPLICIT = "explicit"
    HEAVY = "heavy"
    NONE = "none"


_LOWER = {Level.EXPLICIT: Level.HEAVY, Level.HEAVY: Level.NONE}  # what a denied phrase still says
_SAYS = {"sure": Level.EXPLICIT, "explicit": Level.EXPLICIT, "heavy": Level.HEAVY}
_DARKEST_FIRST = tuple(Level)


@dataclass(frozen=True, slots=True)
class Table:
    """The dark words of one language; see content/crisis_en.toml."""

    language: str
    phrases: Net
    spelling: Spelling


def level(text: str, *, language: str | None = None) -> Level:
    """The darkest level of any sentence. When in doubt it is the higher one."""
    read_in = (language,) if language in LANGUAGES else LANGUAGES
    found = {one for table in map(load_table, read_in) for one in _levels(text[:LONGEST], table)}
    return next((one for one in _DARKEST_FIRST if one in found), Level.NONE)


@cache
def load_table(language: str) -> Table:
    """The table of a language, one of LANGUAGES."""
    content: dict[str, Any] = load_toml("highroad.words", f"content/crisis_{language}.toml")
    spelling = content["spelling"]
    return Table(
        language=language,
        phrases=weave(
            {label: [_written(one) for one in phrases] for label, phrases in content["phrases"].items()},
            short={name: _written(one) for name, one in content["short"].items()},
        ),
        spelling=learn(spelling["keys"].split(), read_as=spelling["as"], real=spelling["real"].split()),
    )


def _written(phrase: str) -> str:
    return phrase.translate(_FOLDED).replace(START, f"{START} ").replace(END, f" {END}")


def _levels(text: str, table: Table) -> Iterator[Level]:
    plain = unmasked(text.translate(_EMOJI).lower().translate(_FOLDED), table.spelling)
    for sentence in sentences.split(plain):
        yield from _said(find(table.phrases, _words(sentence, table)))


def _words(sentence: str, table: Table) -> list[str]:
    """Without the marks: who writes in pain often writes without them."""
    written = (word for word in words_of(sentence, table.language).words if word[0].isalnum())
    return [START, *(meant for word in written for meant in mended(word, table.spelling)), END]


def _said(mentions: Sequence[Mention]) -> Iterator[Level]:
    harmless = [one for one in mentions if one.label == "harmless"]
    denials = [one for one in mentions if one.label == "denied"]
    for one in mentions:
        if one.label not in _SAYS or (one.label != "sure" and any(_touch(one, other) for other in harmless)):
            continue
        says = _SAYS[one.label]
        yield _LOWER[says] if any(_denies(denial, one) for denial in denials) else says


def _touch(one: Mention, other: Mention) -> bool:
    return one.start < other.end and other.start < one.end


def _denies(denial: Mention, dark: Mention) -> bool:
    """A denial inside the phrase belongs to it: "not want to live"."""
    return denial.start < dark.start <= denial.end
