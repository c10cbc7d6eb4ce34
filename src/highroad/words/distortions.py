"""Which turns of mind a thought may show: questions for the one who thought it, never verdicts."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from math import exp, log
from typing import Any

from highroad.words import sentences
from highroad.words.clauses import Words, words_of
from highroad.words.content import load_toml
from highroad.words.language import detect
from highroad.words.opinion import Opinion, carried, chances, load
from highroad.words.phrases import Mention
from highroad.words.stretches import stretches
from highroad.words.wordings import Net, find, weave

LANGUAGES = ("en", "de")  # of which we have signs; a text of any other is read by both
LONGEST = 20_000  # characters that are read
MOST = 2  # hints
ANY = "any"  # what the opinion calls a thought with any distortion at all
FEW_WORDS = 40  # a text of so many is also read as a whole
MOST_WORDS = 45  # of a sentence; their classes come after them, and the opinion looks at 80 in all
STRETCH = 14  # words of a piece of a long sentence
TORN = 0.7  # certainty that is asked for in such a piece, which may lack what went before
SMALLEST = 1e-6  # chance
ROOM = "highroad.words"


class Distortion(StrEnum):
    """The usual ones."""

    ALL_OR_NOTHING = "all-or-nothing"
    OVERGENERALISING = "overgeneralising"
    MENTAL_FILTER = "mental-filter"
    DISQUALIFYING_THE_POSITIVE = "disqualifying-the-positive"
    MIND_READING = "mind-reading"
    FORTUNE_TELLING = "fortune-telling"
    CATASTROPHISING = "catastrophising"
    EMOTIONAL_REASONING = "emotional-reasoning"
    SHOULD_STATEMENTS = "should-statements"
    LABELLING = "labelling"
    PERSONALISING = "personalising"
    COMPARING = "comparing"


@dataclass(frozen=True, slots=True)
class Hint:
    """A distortion it could be, the words as they stand that led to it, and how often such a hint fits, 0 to 1."""

    distortion: Distortion
    words: str
    certainty: float


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence, or a short text as a whole, with the signs in it, and the classes of its words in order."""

    text: str
    words: Words
    signs: tuple[Mention, ...]
    shape: tuple[str, ...]

    @property
    def looked_at(self) -> list[str]:
        """What the opinion looks at: the kinds of signs, the words, and their classes."""
        return [*self.kinds, *self.words.words[:MOST_WORDS], *self.shape]

    @property
    def kinds(self) -> list[str]:
        """The lists its signs are from, each once."""
        return sorted({f"#{sign.label}" for sign in self.signs})


@dataclass(frozen=True, slots=True)
class Guess:
    """How likely a distortion is, in the piece of the text where it is likeliest."""

    distortion: Distortion
    certainty: float
    bent: float  # how likely that piece shows any distortion
    piece: Piece


def hints(text: str, *, language: str | None = None) -> list[Hint]:
    """At most two, the likeliest first; none unless a sign and the opinion agree."""
    told = shown(guesses(text, language=language), **_weights()["bounds"])
    return [Hint(one.distortion, quoted(one), round(one.certainty, 2)) for one in told]


def shown(found: Sequence[Guess], *, least: float, bent: float, sure: float, second: float) -> list[Guess]:
    """Those with a sign, in a piece likely enough to be `bent` at all unless the guess itself is `sure`.

    The first needs a certainty of `least`, a second one more.
    """
    signed = [one for one in found if one.piece.signs and (one.bent >= bent or one.certainty >= sure)][:MOST]
    return [one for one, enough in zip(signed, (least, second), strict=False) if one.certainty >= enough]


def guesses(text: str, *, language: str | None = None) -> list[Guess]:
    """Every distortion, the likeliest first, however unlikely."""
    language = language or detect(text[:LONGEST])
    found, torn = (_ranked(some) for some in (pieces(text, language=language), _torn(text, language)))
    best = {guess.distortion: guess for guess in found}
    surer = [one for one in torn if one.certainty >= max(TORN, best[one.distortion].certainty)]
    best |= {guess.distortion: guess for guess in surer}
    return sorted(best.values(), key=lambda guess: -guess.certainty)


def quoted(guess: Guess) -> str:
    """The signs in a row that speak most for the distortion, as they stand; empty when there are none."""
    piece, kind = guess.piece, guess.distortion
    if not piece.signs:
        return ""
    shares = carried(_opinion(), piece.looked_at, kind)[len(piece.kinds) :]
    own = [sign for sign in piece.signs if sign.label == kind] or piece.signs
    start, end = max(_runs(own), key=lambda run: sum(shares[run[0] : run[1]]))
    return " ".join(piece.text[piece.words.starts[start] : piece.words.ends[end - 1]].split())


def ranked(found: Sequence[Piece], opinion: Opinion, certain: Sequence[float]) -> list[Guess]:
    """The guesses of an opinion; `certain` makes its chances into how often they fit."""
    told = [(piece, chances(opinion, piece.looked_at)) for piece in found]
    best = [_best(kind, told, certain) for kind in Distortion] if told else []
    return sorted(best, key=lambda guess: -guess.certainty)


def pieces(text: str, *, language: str | None = None) -> list[Piece]:
    """The sentences, and the whole where it is short: some distortions take two sentences."""
    text = text[:LONGEST]
    language = language or detect(text)
    parts = list(sentences.split(text))
    if len(parts) > 1 and len(text.split()) <= FEW_WORDS:
        parts.append(text)
    return [_piece(part, language) for part in parts]


def seen(text: str, language: str | None) -> list[str]:
    """What the opinion looks at in a text read as one piece."""
    return _piece(text, language).looked_at


def certainty(chance: float, of_any: float, certain: Sequence[float]) -> float:
    """How often a hint so likely fits: a logistic curve over both chances, fitted on sentences not seen."""
    shift, own, whole = certain
    return 1 / (1 + exp(-(shift + own * odds(chance) + whole * odds(of_any))))


def odds(chance: float) -> float:
    """Its logarithm, kept finite."""
    chance = min(max(chance, SMALLEST), 1 - SMALLEST)
    return log(chance / (1 - chance))


def _torn(text: str, language: str | None) -> list[Piece]:
    parts = [part for one in sentences.split(text[:LONGEST]) for part in stretches(one, most=STRETCH)]
    return [_piece(part, language) for part in parts]


def _ranked(found: Sequence[Piece]) -> list[Guess]:
    return ranked(found, _opinion(), _weights()["certainty"])


def _best(kind: Distortion, told: Iterable[tuple[Piece, dict[str, float]]], certain: Sequence[float]) -> Guess:
    judged = ((certainty(found[kind], found[ANY], certain), found[ANY], piece) for piece, found in told)
    sure, bent, piece = max(judged, key=lambda one: one[0])
    return Guess(kind, sure, bent, piece)


def _piece(text: str, language: str | None) -> Piece:
    words = words_of(text, "de" if language == "de" else "en")
    read_in = (language,) if language in LANGUAGES else LANGUAGES
    read = words.words[:MOST_WORDS]
    signs = dict.fromkeys(sign for one in read_in for sign in find(_net(one, "signs"), read))
    classes = {(sign.start, sign.label) for one in read_in for sign in find(_net(one, "shape"), read)}
    return Piece(text, words, tuple(signs), tuple(f"+{label}" for _, label in sorted(classes)))


@cache
def _net(language: str, table: str) -> Net:
    content: dict[str, Any] = load_toml(ROOM, f"content/distortions_{language}.toml")
    return weave(content[table], short=content["short"])


def _opinion() -> Opinion:
    return load(ROOM, "content/distortions.bin")


@cache
def _weights() -> dict[str, Any]:
    return load_toml(ROOM, "content/distortions_certainty.toml")


def _runs(signs: Iterable[Mention]) -> Iterator[tuple[int, int]]:
    """From the first word to the one after the last, of signs that touch one another."""
    start = end = 0
    for sign in sorted(signs, key=lambda sign: sign.start):
        if sign.start > end and end:
            yield start, end
        if sign.start > end or not end:
            start = sign.start
        end = max(end, sign.end)
    yield start, end
