"""How a sentence sounds as a whole: its words, their shades and what the lists found, weighed by a fitted opinion."""

from collections.abc import Sequence
from dataclasses import dataclass

from highroad.words.hot_words import Hit
from highroad.words.opinion import Opinion, carried, chances, load
from highroad.words.shades import shades

HOT = "hot"
REASONS = ("insult", "threat", "accusation", "ultimatum", "profanity", "shouting", "sarcasm")
LONGEST = 38  # words of a sentence that are weighed, so that their shades are still looked at
BAR = "|"  # between the words and their shades


@dataclass(frozen=True, slots=True)
class Sounds:
    """What is weighed, and for each the number of the word it speaks for."""

    names: tuple[str, ...]
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Overtone:
    """How likely a sentence reads hot, 0 to 1; its likeliest reason; the first word that makes it so, and the last."""

    chance: float
    why: str
    first: int
    last: int


def overtone(words: Sequence[str], hits: Sequence[Hit], *, language: str) -> Overtone:
    """Of the lower-case, folded words of one sentence and what the lists found in them."""
    opinion = load("highroad.words", "content/tone.bin")
    heard = sounds(words, hits, language=language)
    likely = chances(opinion, heard.names)
    first, last = _loudest(_shares(opinion, heard, len(words)))
    return Overtone(likely[HOT], max(REASONS, key=likely.__getitem__), first, last)


def sounds(words: Sequence[str], hits: Sequence[Hit], *, language: str) -> Sounds:
    """The words, and behind a bar the shades and the reasons of the lists in their order, close to one another."""
    plain = list(words[:LONGEST])
    found = [(at, f"={name}") for at, name in shades(plain, language)]
    found += [(hit.first, f"!{hit.why}") for hit in hits if hit.first < len(plain)]
    behind = sorted(found)[:LONGEST]
    return Sounds(
        names=(*plain, BAR, *(name for _, name in behind)),
        places=(*range(len(plain)), -1, *(at for at, _ in behind)),
    )


def _shares(opinion: Opinion, heard: Sounds, count: int) -> list[float]:
    """What each word adds to the heat, with its shade."""
    shares = [0.0] * count
    for place, share in zip(heard.places, carried(opinion, heard.names, HOT), strict=True):
        if place >= 0:
            shares[place] += share
    return shares


def _loudest(shares: Sequence[float]) -> tuple[int, int]:
    """The run of words that adds most, both ends counted."""
    best, held, start, loudest = 0.0, 0.0, 0, (0, max(len(shares) - 1, 0))
    for at, share in enumerate(shares):
        if held <= 0:
            held, start = 0.0, at
        held += share
        if held > best:
            best, loudest = held, (start, at)
    return loudest
