"""Fits the second opinion: first what a sentence and a mail look like, then the judge who weighs them."""

import math
import random
from collections import Counter
from collections.abc import Iterable, Iterator

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from highroad.events.model import evidence, features, words
from highroad.events.weights import MIDDLE, Weights, pack, unpack
from highroad.words.sentences import split
from training.clauses import KINDS, LANGUAGES, Side, clauses, say, side, slots
from training.letters import Letter, letters, written_whole
from training.noise import babble, flawed, with_gaps

HALVES = (frozenset({Side.LEFT}), frozenset({Side.RIGHT}))
SEEN = frozenset({Side.LEFT, Side.RIGHT})
ASIDE = frozenset({Side.KEPT_ASIDE})
TIMES = {"rejection": 24, "other": 36, "condition": 24}  # how often a clause is said; the rest less
BABBLE = 4  # sentences of words out of order for each clause
LETTERS = {"en": 8000, "de": 6000}
WHOLE_TIMES = 4  # how often a mail that was written whole counts beside those made of clauses
FEWEST = 3  # sentences a feature is in
PULL = {"parts": 10.0, "kinds": 2.0, "judge": 0.1}  # inverse regularisation, chosen on the halves

Sentence = tuple[str, str]  # the part it plays, its text


def fitted(*, written: str) -> tuple[dict[str, object], dict[str, bytes]]:
    """Head and rows of the weights. The judge learns only from mail whose clauses its witnesses have never seen."""
    crossed = [_witnesses(half, written=written) for half in HALVES]
    cases = [
        (evidence(letter.subject, split(letter.text), weights=witness), letter.kind)
        for (head, rows), other in zip(crossed, reversed(HALVES), strict=True)
        for witness in [unpack(pack(head, rows))]
        for letter in _letters(other)
    ]
    judge = _regression("judge").fit([seen for seen, _ in cases], [kind for _, kind in cases])
    head, rows = _witnesses(SEEN, written=written)
    head |= {"judge": _by_kind(judge, judge.coef_), "judge_bias": _by_kind(judge, judge.intercept_)}
    head["temperature"] = _temperature(unpack(pack(head, rows)))
    return head, rows


def _witnesses(sides: frozenset[Side], *, written: str) -> tuple[dict[str, object], dict[str, bytes]]:
    """The rows of every feature: its weight for each part a sentence plays, and for each kind of mail."""
    said = list(_sentences(sides))
    known = Counter(feature for _, text in said for feature in features(words(text)))
    places = {
        feature: at for at, feature in enumerate(sorted(name for name, count in known.items() if count >= FEWEST))
    }
    parts = _regression("parts").fit(_by_sentence(said, places), [part for part, _ in said])
    mails = list(_letters(sides))
    kinds = _regression("kinds").fit(_by_mail(mails, places), [mail.kind for mail in mails])
    columns = np.hstack([parts.coef_.T, np.array(_by_kind(kinds, kinds.coef_)).T])
    scales = np.abs(columns).max(axis=0) / (MIDDLE - 1)
    steps = np.rint(columns / scales).astype(int) + MIDDLE
    head = {
        "kinds": KINDS,
        "parts": list(parts.classes_),
        "scales": _rounded(scales),
        "part_bias": _rounded(parts.intercept_),
        "kind_bias": _by_kind(kinds, kinds.intercept_),
        "judge": [],
        "judge_bias": [],
        "temperature": 1.0,
        "written": written,
    }
    return head, {feature: bytes(steps[at].tolist()) for feature, at in places.items()}


def _sentences(sides: frozenset[Side]) -> Iterator[Sentence]:
    for language in LANGUAGES:
        rng = random.Random(f"sentences {language}")
        seen = [clause for clause in clauses(language) if side(language, clause.text) in sides]
        for clause in seen:
            for _ in range(TIMES.get(clause.part, 16)):
                text = say(clause.text, said={}, slots=slots(language), rng=rng)
                yield clause.part, with_gaps(flawed(text, rng), rng)
        for _ in range(BABBLE * len(seen)):
            yield "other", babble(language, rng)


def _letters(sides: frozenset[Side]) -> Iterator[Letter]:
    for name in LANGUAGES:
        yield from letters(LETTERS.get(name, 4000), language=name, sides=sides)
        for _ in range(WHOLE_TIMES):
            yield from written_whole(name, sides=sides)


def _by_sentence(said: Iterable[Sentence], places: dict[str, int]) -> csr_matrix:
    texts = [words(text) for _, text in said]
    counted = [Counter(features(text)) for text in texts]
    return _matrix(counted, [2 * len(text) for text in texts], places)


def _by_mail(mails: Iterable[Letter], places: dict[str, int]) -> csr_matrix:
    counted = [
        Counter(
            feature
            for text in (mail.subject, *split(mail.text))
            for feature in features(words(text))
            if feature in places
        )
        for mail in mails
    ]
    return _matrix(counted, [sum(counts.values()) for counts in counted], places)


def _matrix(counted: list[Counter[str]], sizes: list[int], places: dict[str, int]) -> csr_matrix:
    cells = [
        (row, places[feature], count / math.sqrt(size or 1))
        for row, (counts, size) in enumerate(zip(counted, sizes, strict=True))
        for feature, count in sorted(counts.items())
        if feature in places
    ]
    rows, columns, values = zip(*cells, strict=True)
    return csr_matrix((values, (rows, columns)), shape=(len(counted), len(places)))


def _regression(name: str) -> LogisticRegression:
    return LogisticRegression(C=PULL[name], max_iter=300, tol=1e-3)


def _by_kind(model: LogisticRegression, numbers: np.ndarray) -> list:
    """The numbers in the order of KINDS, which is not the order of the alphabet."""
    order = [list(model.classes_).index(kind) for kind in KINDS]
    return _rounded(numbers[order])


def _rounded(numbers: np.ndarray) -> list:
    return np.round(numbers, 5).tolist()


def _temperature(weights: Weights) -> float:
    """What to divide the judge's sums by, so that on what was kept aside a chance of .8 is right in 8 of 10."""
    made = [mail for name in LANGUAGES for mail in letters(500, language=name, sides=ASIDE)]
    written = [mail for name in LANGUAGES for mail in written_whole(name, sides=ASIDE)]
    mails = made + written * (len(made) // max(1, len(written)))
    seen = np.array([evidence(mail.subject, split(mail.text), weights=weights) for mail in mails])
    sums = seen @ np.array(weights.judge).T + np.array(weights.judge_bias)
    right = np.array([KINDS.index(mail.kind) for mail in mails])
    return min((0.5 + step / 20 for step in range(90)), key=lambda warmth: _surprise(sums / warmth, right))


def _surprise(sums: np.ndarray, right: np.ndarray) -> float:
    highest = sums.max(axis=1, keepdims=True)
    chances = sums - highest - np.log(np.exp(sums - highest).sum(axis=1, keepdims=True))
    return float(-chances[np.arange(len(right)), right].mean())
