"""A second opinion on the kind of a mail, by a small linear model fitted on mail we made up (training/).

Each sentence is weighed for the part it plays (a no, thanks, a condition, ...), the mail as a whole for its kind.
The judge then weighs the strongest sentence of each part, the subject's parts and the whole against one another.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import exp, sqrt

from highroad.events.event import Kind
from highroad.events.prepared import Prepared
from highroad.events.weights import Weights, load

LONGEST = 60  # sentences looked at; what decides stands before
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d+")


@dataclass(frozen=True, slots=True)
class Weighed:
    """One sentence or subject: the chance of each part it may play, and what it adds to each kind, over `count`."""

    parts: tuple[float, ...]
    kinds: tuple[float, ...]
    count: int


def scores(mail: Prepared) -> dict[Kind, float]:
    """How likely each kind is; the chances of the eleven kinds add up to one."""
    return dict(zip(load().kinds, judged(mail.subject, mail.sentences), strict=True))


def judged(subject: str, sentences: Sequence[str]) -> list[float]:
    """The chances in the order of the weights' kinds, calibrated on clauses the model was not fitted on."""
    weights = load()
    seen = evidence(subject, sentences, weights=weights)
    sums = (
        bias + sum(weight * value for weight, value in zip(row, seen, strict=True))
        for bias, row in zip(weights.judge_bias, weights.judge, strict=True)
    )
    return _chances([total / weights.temperature for total in sums])


def evidence(subject: str, sentences: Sequence[str], *, weights: Weights) -> list[float]:
    """What the judge sees: the subject's parts, the strongest of each part in the sentences, the kinds of it all."""
    subject_weighed = _weigh(subject, weights=weights)
    body = [_weigh(sentence, weights=weights) for sentence in sentences[:LONGEST]]
    strongest = [max(column) for column in zip(*(weighed.parts for weighed in body), strict=True)]
    known = sum(weighed.count for weighed in (subject_weighed, *body))
    kinds = map(sum, zip(subject_weighed.kinds, *(weighed.kinds for weighed in body), strict=True))
    return [
        *subject_weighed.parts,
        *(strongest or [0.0] * len(weights.parts)),
        *(bias + total / sqrt(known or 1) for bias, total in zip(weights.kind_bias, kinds, strict=True)),
    ]


def words(text: str) -> list[str]:
    """The words in lower case; every number is 0."""
    found = _WORD.findall(text.lower().replace("’", "'"))
    return ["0" if word[0].isdigit() else word for word in found]


def features(said: Sequence[str]) -> set[str]:
    """What is looked up for these words: each, each pair of neighbours, and the beginnings of long ones."""
    beginnings = (word[:5] + "~" for word in said if len(word) > 5)
    return {*said, *beginnings, *(f"{one} {two}" for one, two in pairwise(said))}


def _weigh(text: str, *, weights: Weights) -> Weighed:
    said = words(text)
    rows = [row for row in map(weights.rows.get, features(said)) if row is not None]
    if not rows:
        return Weighed((0.0,) * len(weights.parts), (0.0,) * len(weights.kinds), 0)
    sums = weights.unpacked(sum(rows), count=len(rows))
    spread = sqrt(2 * len(said))
    parts = _chances([bias + total / spread for bias, total in zip(weights.part_bias, sums, strict=False)])
    return Weighed(tuple(parts), tuple(sums[len(weights.parts) :]), len(rows))


def _chances(sums: Iterable[float]) -> list[float]:
    sums = list(sums)
    highest = max(sums)
    powers = [exp(total - highest) for total in sums]
    whole = sum(powers)
    return [power / whole for power in powers]
