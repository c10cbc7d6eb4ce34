"""Fits the second opinion: which features speak for which kind of mail, on mail of our own alone."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

import numpy as np
from sklearn.linear_model import LogisticRegression

from highroad.events.event import Kind
from highroad.events.features import features
from highroad.events.readers import findings
from highroad.events.weights import MIDDLE
from training.clauses import LANGUAGES, Side
from training.letters import Letter, letters
from training.linear import Groups, fold_of, matrix, places
from training.whole import STRONG, parted, told_among, without_its_point, written_whole

EVERY_SIDE = frozenset(Side)
MADE = {"en": 1400, "de": 900}  # mails put together from clauses
MADE_ELSEWHERE = 500
WHOLE = 4.0  # what a mail that was written whole counts
ALIKE = 1.0  # one about anything that speaks like a no: our letters hold more of these than any mailbox does
CLAUSES = 0.5  # and one put together
# The next two were chosen on folds and on mail that is not ours, see docs/measurements.md.
POINTLESS = 0.15  # and a written one whose telling sentence was taken out
RETOLD = 0.25  # and one with the telling sentence of another
TIMES = 3  # that each telling sentence is said among what stands beside another
PULL = 3.0  # inverse regularisation, chosen on folds
FOLDS = 3


class Source(Enum):
    """Where a case comes from."""

    WHOLE = auto()
    POINTLESS = auto()
    RETOLD = auto()
    CLAUSES = auto()


@dataclass(frozen=True, slots=True)
class Case:
    """A mail as what is in it, its kind, what it counts, and the fold in which it is not seen."""

    groups: Groups
    kind: str
    counts: float
    fold: int  # FOLDS for what is always seen
    source: Source


def fitted(cases: Sequence[Case], kinds: Sequence[str], *, written: str) -> tuple[dict[str, object], dict[str, bytes]]:
    """Head and rows of the weights; the temperature is the one that is honest about mail of other folds."""
    columns = _columns(cases)
    model = _fit(cases, columns)
    order = [list(model.classes_).index(kind) for kind in kinds]
    weights = model.coef_[order].T
    scales = np.abs(weights).max(axis=0) / (MIDDLE - 1)
    steps = np.rint(weights / scales).astype(int) + MIDDLE
    head = {
        "kinds": kinds,
        "scales": np.round(scales, 6).tolist(),
        "bias": np.round(model.intercept_[order], 4).tolist(),
        "temperature": _temperature(*judged_apart(cases, kinds)),
        "written": written,
    }
    kept = {name: at for name, at in columns.items() if np.any(steps[at] != MIDDLE)}
    return head, {name: bytes(steps[at].tolist()) for name, at in kept.items()}


def judged_apart(cases: Sequence[Case], kinds: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
    """The sums for every mail written whole by a model that has not seen its fold, and the numbers of its kind."""
    sums, right = [], []
    for fold in range(FOLDS):
        seen = [one for one in cases if one.fold != fold]
        judged = [one for one in cases if one.fold == fold and one.source is Source.WHOLE]
        columns = _columns(seen)
        model = _fit(seen, columns)
        order = [list(model.classes_).index(kind) for kind in kinds]
        sums.append(model.decision_function(matrix([one.groups for one in judged], columns))[:, order])
        right += [kinds.index(one.kind) for one in judged]
    return np.vstack(sums), np.array(right)


def cases() -> Iterator[Case]:
    """All that the second opinion learns from."""
    for language in LANGUAGES:
        whole = written_whole(language)
        for letter in whole:
            yield _case(letter, _worth(letter), Source.WHOLE, like=letter)
        halves = [half for letter in whole if (half := parted(letter))]
        for half in halves:
            yield _case(without_its_point(half), POINTLESS, Source.POINTLESS, like=half.letter)
        for fold in range(FOLDS):
            some = [half for half in halves if fold_of(half.letter.text, FOLDS) == fold]
            for half, letter in told_among(some, random.Random(fold), times=TIMES):
                yield _case(letter, RETOLD, Source.RETOLD, like=half.letter)
        for letter in letters(MADE.get(language, MADE_ELSEWHERE), language=language, sides=EVERY_SIDE):
            yield _case(letter, CLAUSES, Source.CLAUSES, like=None)


def _case(letter: Letter, counts: float, source: Source, *, like: Letter | None) -> Case:
    mail = letter.prepared
    groups = features(mail.said, language=mail.language).groups
    fold = fold_of(like.text, FOLDS) if like else FOLDS
    return Case(tuple(map(frozenset, groups)), letter.kind, counts, fold, source)


def _worth(letter: Letter) -> float:
    no = any(one.kind is Kind.REJECTION and one.weight >= STRONG for one in findings(letter.prepared))
    return ALIKE if letter.kind == Kind.OTHER and no else WHOLE


def _columns(cases: Sequence[Case]) -> dict[str, int]:
    """Of the features of all but those retold, where each would be known well enough by its repetition."""
    return places(one.groups for one in cases if one.source is not Source.RETOLD)


def _fit(cases: Sequence[Case], columns: dict[str, int]) -> LogisticRegression:
    rows = matrix([one.groups for one in cases], columns)
    regression = LogisticRegression(C=PULL, max_iter=250, tol=3e-3)
    return regression.fit(rows, [one.kind for one in cases], sample_weight=[one.counts for one in cases])


def _temperature(sums: np.ndarray, right: np.ndarray) -> float:
    """What to divide the sums by, so that a chance of .8 is right in 8 of 10 (Guo et al. 2017)."""
    return float(min((0.5 + step / 20 for step in range(90)), key=lambda warmth: _surprise(sums / warmth, right)))


def _surprise(sums: np.ndarray, right: np.ndarray) -> float:
    highest = sums.max(axis=1, keepdims=True)
    logs = sums - highest - np.log(np.exp(sums - highest).sum(axis=1, keepdims=True))
    return float(-logs[np.arange(len(right)), right].mean())
