"""What a no says of another time: that they keep the user in mind, and when one may apply again."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from highroad.events.details import phrases
from highroad.events.details.flat import Flat, lay_flat
from highroad.events.prepared import Prepared
from highroad.words.content import load_toml

_LONGEST = 700
_MOST_SENTENCES = 60
_LONGEST_WAIT = 60  # months; what is longer speaks of something else
_WORD = re.compile(r"[\w-]+")


@dataclass(frozen=True, slots=True)
class Again:
    """The sentence that keeps the user in mind, and the one that names a time, with its months; None where none."""

    kept_in_mind: str | None = None
    stated: str | None = None
    months: int | None = None


def again(mail: Prepared) -> Again:
    """What one mail says of another time, the first sentence of each kind."""
    sentences = mail.sentences[:_MOST_SENTENCES]
    kept = next((one for one in sentences if keeps_in_mind(one, mail.language)), None)
    stated = next((one for one in sentences if months_until_again(one, mail.language)), None)
    return Again(kept, stated, months_until_again(stated, mail.language) if stated else None)


def keeps_in_mind(sentence: str, language: str | None) -> bool:
    """Whether the sentence promises to think of the user again; asking them to keep something in mind is none."""
    flat = lay_flat(sentence, longest=_LONGEST)
    return bool(phrases.hits(_ways("kept_in_mind", language), flat)) and not _is_refused(flat)


def months_until_again(sentence: str, language: str | None) -> int | None:
    """After how many months one may apply again, when the sentence says so."""
    flat = lay_flat(sentence, longest=_LONGEST)
    if not phrases.hits(_ways("again", language), flat) or _is_refused(flat):
        return None
    return _months(_WORD.findall(flat.low))


def _months(words: list[str]) -> int | None:
    months, years, halves = (frozenset(_content()["units"][name].split()) for name in ("months", "years", "halves"))
    for before, word in pairwise(words):
        if word not in months | years:
            continue
        number = 0.5 if before in halves else _number(before)
        wait = round(number * (12 if word in years else 1)) if number else 0
        if 0 < wait <= _LONGEST_WAIT:
            return wait
    return None


def _number(word: str) -> int | None:
    if word.isascii() and word.isdigit() and len(word) <= 2:
        return int(word)
    return next((int(number) for number, words in _content()["numbers"].items() if word in words.split()), None)


def _is_refused(flat: Flat) -> bool:
    return any(refusal in flat.low for refusal in _refusals())


@cache
def _ways(kind: str, language: str | None) -> phrases.Phrases:
    table = _content()[kind]
    every = [way for ways in table.values() for way in ways]
    return phrases.phrases({kind: table.get(language, every)})


@cache
def _refusals() -> tuple[str, ...]:
    return tuple(" ".join(words.split()) for words in _content()["refused"]["words"].split(";"))


def _content() -> dict[str, Any]:
    return load_toml("highroad.rejections", "content/again.toml")
