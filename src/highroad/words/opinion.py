"""An opinion on one sentence: what its words, pairs and pieces of words speak for, fitted on text of our own."""

import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import exp, sqrt

from highroad.words.content import load_bytes

PIECE = 4  # letters of a piece of a word, so that a misspelt or compound word still speaks
LONGEST = 80  # words of a sentence that are looked at


@dataclass(frozen=True, slots=True)
class Opinion:
    """The fitted numbers of one question. Labels do not exclude one another."""

    labels: tuple[str, ...]
    bias: tuple[float, ...]
    rows: Mapping[str, tuple[float, ...]]  # what each feature adds to each label, in their order
    written: str  # fingerprint of the text and code it was fitted on


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing looked at, and the words it is made of: from `first` to `last`, both counted."""

    name: str
    first: int
    last: int


def chances(opinion: Opinion, words: Sequence[str]) -> dict[str, float]:
    """How likely each label is for this sentence, 0 to 1 each."""
    sums = list(opinion.bias)
    for _, row in _known(opinion, words):
        sums = [one + more for one, more in zip(sums, row, strict=True)]
    return {label: 1 / (1 + exp(-one)) for label, one in zip(opinion.labels, sums, strict=True)}


def carried(opinion: Opinion, words: Sequence[str], label: str) -> list[float]:
    """What each word adds to the sum of this label: a feature's share goes to each of its words alike."""
    at, shares = opinion.labels.index(label), [0.0] * len(words)
    for feature, row in _known(opinion, words):
        held = range(feature.first, feature.last + 1)
        for place in held:
            shares[place] += row[at] / len(held)
    return shares


def features(words: Sequence[str]) -> Iterator[Feature]:
    """What is looked at in a sentence of lower-case words; every number is 0."""
    plain = ["0" if word[:1].isdigit() else word for word in words[:LONGEST]]
    for at, word in enumerate(plain):
        yield Feature(word, at, at)
        edged = f"<{word}>"
        yield from (Feature("~" + edged[cut : cut + PIECE], at, at) for cut in range(max(len(edged) - PIECE, 0) + 1))
    for at, (first, second) in enumerate(pairwise(plain)):
        yield Feature(f"{first} {second}", at, at + 1)
    for at, (first, second, third) in enumerate(zip(plain, plain[1:], plain[2:], strict=False)):
        yield Feature(f"{first} {second} {third}", at, at + 2)
        yield Feature(f"{first} _ {third}", at, at + 2)


@cache
def load(room: str, name: str) -> Opinion:
    """An opinion shipped in a room, such as ("highroad.words", "content/tone.bin")."""
    return unpack(load_bytes(room, name))


def pack(opinion: Opinion, *, step: float) -> bytes:
    """As one small file, each number rounded to a whole number of steps; rows of nothing are left out."""
    rounded = {name: [round(one / step) for one in row] for name, row in sorted(opinion.rows.items())}
    told = {
        "labels": opinion.labels,
        "bias": [round(one, 4) for one in opinion.bias],
        "step": step,
        "written": opinion.written,
        "rows": {name: row for name, row in rounded.items() if any(row)},
    }
    return zlib.compress(json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode(), 9)


def unpack(packed: bytes) -> Opinion:
    """What `pack` made."""
    told = json.loads(zlib.decompress(packed))
    return Opinion(
        labels=tuple(told["labels"]),
        bias=tuple(told["bias"]),
        rows={name: tuple(one * told["step"] for one in row) for name, row in told["rows"].items()},
        written=told["written"],
    )


def _known(opinion: Opinion, words: Sequence[str]) -> list[tuple[Feature, tuple[float, ...]]]:
    """Each feature once that the opinion knows, with its numbers over the root of how many there are."""
    once = {feature.name: feature for feature in features(words) if feature.name in opinion.rows}
    spread = sqrt(len(once) or 1)
    return [(feature, tuple(one / spread for one in opinion.rows[name])) for name, feature in once.items()]
