"""Whether feedback names what the user fears to have said wrong, as far as shared words tell."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from highroad.words.content import load_toml
from highroad.words.language import detect

WORD = re.compile(r"\w+")
SHORTEST = 4  # letters of a word that tells something
STEM = 3  # letters that stay when an ending is taken off
FEW = 4  # telling words; what has more shares one with any answer by chance, so two are asked for


@dataclass(frozen=True, slots=True)
class Weighed:
    """The sentence that may name it, or nothing; `told` is whether words could tell at all."""

    sentence: str
    told: bool


def weigh(said: str, sentences: Iterable[str]) -> Weighed:
    """The sentence with most of the user's own words. Nothing is told of another language, or of small words alone."""
    wanted, answer = telling(said), tuple(sentences)
    shared = [(len(wanted & telling(sentence)), sentence) for sentence in answer]
    most, sentence = max(shared, key=lambda one: one[0], default=(0, ""))
    if most >= (1 if len(wanted) <= FEW else 2):
        return Weighed(sentence, told=True)
    return Weighed("", told=bool(wanted and answer) and _may_be_one_language(said, " ".join(answer)))


def telling(text: str) -> frozenset[str]:
    """The words that tell what a text is about, each without its ending."""
    words = (word for word in WORD.findall(_without_politeness(text.lower())) if len(word) >= SHORTEST)
    return frozenset(_stem(word) for word in words if word not in _common())


def _without_politeness(text: str) -> str:
    phrases = "|".join(map(re.escape, _content()["polite"]))
    return re.sub(rf"\b(?:{phrases})\b", " ", " ".join(text.split()))


def _stem(word: str) -> str:
    endings = _content()["endings"]
    fits = (end for end in endings if word.endswith(end) and len(word) - len(end) >= STEM and not word.endswith("ss"))
    return word.removesuffix(next(fits, ""))


def _may_be_one_language(text: str, other: str) -> bool:
    one, another = detect(text), detect(other)
    return one is None or another is None or one == another


@cache
def _common() -> frozenset[str]:
    small = load_toml("highroad.words", "content/languages.toml").values()
    return frozenset(word for line in (*small, *_content()["common"]) for word in line.split())


def _content() -> dict[str, Any]:
    return load_toml("highroad.steps.likely_not_you", "content/said.toml")
