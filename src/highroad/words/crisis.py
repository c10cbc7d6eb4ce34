"""How dark the words of a text are, so that help can stand beside them. Nothing is kept, and nobody is told.

Phrases of content/crisis_*.toml and an opinion fitted on sentences of our own (training/sentences/dark) judge together.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import pairwise
from typing import Any

from highroad.words import sentences
from highroad.words.clauses import words_of
from highroad.words.content import load_toml
from highroad.words.dark_signs import Groups, chances, groups
from highroad.words.opinion import load
from highroad.words.phrases import Mention
from highroad.words.spelling import Spelling, learn, mended, unmasked
from highroad.words.wordings import Net, find, weave

LANGUAGES = ("en", "de")  # of which we have a table; every text is read by both
LONGEST = 50_000  # characters that are read
DARK = "dark"  # explicit or heavy
SURE_LEAST = 0.15  # the chance that is asked for where a phrase is sure
DENIED_LEAST = 0.5  # and where it is, but something in the sentence denies
PAIR = 2  # sentences
SHORT = 60  # words of a text that is also read as a whole
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


def level(text: str) -> Level:
    """The darkest level of any sentence, of two that follow one another, or of a short text as a whole.

    When in doubt it is the higher one.
    """
    found = set(map(_judged, pieces(text[:LONGEST])))
    return next((one for one in _DARKEST_FIRST if one in found), Level.NONE)


def seen(piece: str) -> Groups:
    """What a sentence or two are weighed by."""
    return groups(_all_words(piece), _phrases(piece))


def pieces(text: str) -> Iterator[str]:
    """What is judged by itself."""
    told = list(sentences.split(text))
    yield from told
    yield from (f"{one}\n{after}" for one, after in pairwise(told))
    if len(told) > PAIR and len(text.split()) <= SHORT:
        yield text


def _judged(piece: str) -> Level:
    """A phrase that is sure needs little more to be explicit; denied, it is heavy, as in "never want to wake up"."""
    weighed = seen(piece)
    found, certain = chances(load("highroad.words", "content/dark.bin"), weighed), _certain()
    if found[Level.EXPLICIT] >= (SURE_LEAST if is_sure(weighed) else certain[Level.EXPLICIT]):
        return Level.EXPLICIT
    return Level.HEAVY if found[DARK] >= (DENIED_LEAST if "@sure" in weighed[-1] else certain[DARK]) else Level.NONE


def is_sure(weighed: Groups) -> bool:
    """Whether the phrases alone leave little doubt."""
    return weighed[-1] >= {"@sure", "@says explicit"} and "@denied" not in weighed[-1]


@cache
def _certain() -> dict[str, float]:
    """From which chance on each level is said; training/fit_dark.py writes it."""
    certain: dict[str, float] = load_toml("highroad.words", "content/dark_certainty.toml")
    return certain


def _plain(text: str) -> str:
    plain = text.translate(_EMOJI).lower().translate(_FOLDED)
    for language in LANGUAGES:
        plain = unmasked(plain, load_table(language).spelling)
    return plain


def _all_words(piece: str) -> list[str]:
    """The words of either language, mended by both: nobody says in which one they write."""
    words = [word for one in sentences.split(_plain(piece)) for word in words_of(one, "en").words if word[0].isalnum()]
    for language in LANGUAGES:
        words = [meant for word in words for meant in mended(word, load_table(language).spelling)]
    return words


def _phrases(piece: str) -> set[str]:
    """Which phrases stand in it, and what the tables alone would say."""
    tables = map(load_table, LANGUAGES)
    found = [find(table.phrases, _words(one, table)) for table in tables for one in sentences.split(_plain(piece))]
    named = {f"@{mention.label}" for mentions in found for mention in mentions}
    return named | {f"@says {says}" for mentions in found for says in _said(mentions)}


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
