"""A second opinion on the kind of a mail, by a small linear model fitted on mail we made up (training/).

Each sentence is weighed for the part it plays (a no, thanks, a condition, ...), the mail as a whole for its kind.
The judge then weighs the strongest sentence of each part, the subject's parts and the whole against one another.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import exp, sqrt
from operator import mul

from highroad.events.event import Kind
from highroad.events.prepared import Prepared
from highroad.events.weights import Weights, load

LONGEST = 60  # sentences looked at; what decides stands before
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d+")


@dataclass(frozen=True, slots=True)
class Weighed:
    """The rows of one sentence or subject added up, `count` of them, among so many words."""

    total: int
    count: int
    words: int


def scores(mail: Prepared) -> dict[Kind, float]:
    """How likely each kind is; the chances of the eleven kinds add up to one."""
    return dict(zip(load().kinds, judged(mail.subject, mail.sentences), strict=True))


def judged(subject: str, sentences: Sequence[str]) -> list[float]:
    """The chances in the order of the weights' kinds, calibrated on clauses the model was not fitted on."""
    weights = load()
    seen = evidence(subject, sentences, weights=weights)
    rows = zip(weights.judge_bias, weights.judge, strict=True)
    return _chances([(bias + sum(map(mul, row, seen))) / weights.temperature for bias, row in rows])


def evidence(subject: str, sentences: Sequence[str], *, weights: Weights) -> list[float]:
    """What the judge sees: the subject's parts, the strongest of each part in the sentences, the kinds of it all."""
    title = _weigh(subject, weights=weights)
    body = [_weigh(sentence, weights=weights) for sentence in sentences[:LONGEST]]
    parts = [_parts(weighed, weights=weights) for weighed in body if weighed.count]
    strongest = [max(column) for column in zip(*parts, strict=True)]
    return [
        *_parts(title, weights=weights),
        *(strongest or [0.0] * len(weights.parts)),
        *_kinds([title, *body], weights=weights),
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
    return Weighed(sum(rows), len(rows), len(said))


def _parts(weighed: Weighed, *, weights: Weights) -> list[float]:
    """The chance of each part; none has any when no word is known."""
    if not weighed.count:
        return [0.0] * len(weights.parts)
    return _chances(weights.parts_of(weighed.total, count=weighed.count, spread=sqrt(2 * weighed.words)))


def _kinds(mail: Sequence[Weighed], *, weights: Weights) -> list[float]:
    """What the mail as a whole adds up to for each kind."""
    count = sum(weighed.count for weighed in mail)
    total = sum(weighed.total for weighed in mail)
    return weights.kinds_of(total, count=count, spread=sqrt(count or 1))


def _chances(sums: Sequence[float]) -> list[float]:
    highest = max(sums)
    powers = [exp(total - highest) for total in sums]
    whole = sum(powers)
    return [power / whole for power in powers]
