"""How dark the words of a text are, so that help can stand beside them. Nothing is kept, and nobody is told.

Phrases of content/crisis_*.toml and an opinion fitted on sentences of our own (training/sentences/dark) judge together.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import pairwise
from typing import Any

from highroad.words import sentences
from highroad.words.clauses import words_of
from highroad.words.content import load_toml
from highroad.words.dark_signs import Groups, chances, groups
from highroad.words.opinion import Opinion, load
from highroad.words.phrases import Mention
from highroad.words.spelling import Spelling, learn, mended, unmasked
from highroad.words.stretches import stretches
from highroad.words.wordings import Net, find, weave

LANGUAGES = ("en", "de")  # of which we have a table; every text is read by both
LONGEST = 50_000  # characters that are read from either end; what is new stands at the end
DARK = "dark"  # explicit or heavy
SURE_LEAST = 0.15  # the chance that is asked for where a phrase is sure
DENIED_LEAST = 0.5  # and where it is, but something in the sentence denies
TORN = 0.95  # and in a stretch torn out of a long sentence, where no phrase says it
PAGE = 3  # sentences; of more some look explicit by chance
ON_A_PAGE = 0.75  # the chance that is asked for there where no phrase says it, half the doubt of a single sentence
PAIR = 2  # sentences
SHORT = 60  # words of a text that is read as a whole
STRETCH = 22  # words
SEAM = 200  # characters on either side of a cut
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
_TORN = {Level.EXPLICIT.value: TORN, DARK: TORN}


@dataclass(frozen=True, slots=True)
class Table:
    """The dark words of one language; see content/crisis_en.toml."""

    language: str
    phrases: Net
    spelling: Spelling


def level(text: str) -> Level:
    """The darkest level of any sentence, of its stretches, of two that follow, or of a short text as a whole.

    When in doubt it is the higher one.
    """
    found = {says for part in _read(text) for says in _judged(part)}
    return next((one for one in _DARKEST_FIRST if one in found), Level.NONE)


def level_beyond(known: str, text: str) -> Level:
    """How dark a text is that grew out of `known`: as a whole where it has become darker, else by what is new."""
    found, said = level(text), {_bare(one) for one in sentences.split(known)}
    if _DARKEST_FIRST.index(found) < _DARKEST_FIRST.index(level(known)):
        return found
    return level("\n".join(one for one in sentences.split(text) if _bare(one) not in said))


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


def is_sure(weighed: Groups) -> bool:
    """Whether the phrases alone leave little doubt."""
    return weighed[-1] >= {"@sure", "@says explicit"} and "@denied" not in weighed[-1]


def is_named(weighed: Groups) -> bool:
    """Whether a phrase says something dark, denied or not."""
    return any(name.startswith("@says") for name in weighed[-1])


def _bare(sentence: str) -> str:
    """A full stop put behind it changes nothing."""
    return sentence.rstrip(".!?… ")


def _read(text: str) -> tuple[str, ...]:
    """The whole; of a very long text its first and its last part."""
    return (text,) if len(text) <= 2 * LONGEST else (text[:LONGEST], text[-LONGEST:])


def _judged(text: str) -> Iterator[Level]:
    """Of a piece too long to be weighed as a whole only the first words would be, so its stretches stand for it."""
    is_page = len(sentences.split(text)) > PAGE
    for weighed in (seen(piece) for piece in pieces(text) if len(piece.split()) <= SHORT):
        says = _says(weighed, _certain())
        yield Level.HEAVY if is_page and says is Level.EXPLICIT and _may_be_chance(weighed) else says
    for weighed in map(seen, _torn_out(text)):
        yield _says(weighed, _certain() if is_named(weighed) else _TORN)


def _may_be_chance(weighed: Groups) -> bool:
    """Whether one of many plain sentences looks so by chance: no phrase says it, and the opinion is not firm."""
    return not is_named(weighed) and chances(_opinion(), weighed)[Level.EXPLICIT] < ON_A_PAGE


def _torn_out(text: str) -> Iterator[str]:
    """Stretches of long sentences, and of where one too long for `sentences` was cut."""
    told = sentences.split(text)
    yield from (piece for one in told for piece in stretches(one, most=STRETCH))
    cuts = (f"{one[-SEAM:]} {after[:SEAM]}" for one, after in pairwise(told) if len(one) > sentences.LONGEST // 2)
    yield from (piece for cut in cuts for piece in stretches(cut, most=STRETCH))


def _says(weighed: Groups, certain: Mapping[str, float]) -> Level:
    """A phrase that is sure needs little more to be explicit; denied, it is heavy, as in "never want to wake up"."""
    found = chances(_opinion(), weighed)
    if found[Level.EXPLICIT] >= (SURE_LEAST if is_sure(weighed) else certain[Level.EXPLICIT]):
        return Level.EXPLICIT
    return Level.HEAVY if found[DARK] >= (DENIED_LEAST if "@sure" in weighed[-1] else certain[DARK]) else Level.NONE


def _opinion() -> Opinion:
    return load("highroad.words", "content/dark.bin")


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
