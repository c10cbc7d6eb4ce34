"""Fits an opinion on sentences of our own, and says how well it judges those of folds it has not seen."""

import hashlib
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from highroad.words.opinion import Opinion, features
from training.sentences import Sentence

FEWEST = 2  # sentences a feature is in
PULL = 10.0  # inverse regularisation
FOLDS = 3
STEP = 0.02  # what the numbers are rounded to


def fitted(sentences: Sequence[Sentence], labels: Sequence[str], *, written: str, pull: float = PULL) -> Opinion:
    """The opinion on all of them."""
    places = _places(sentences)
    rows = _matrix(sentences, places)
    models = [_regression(pull).fit(rows, [label in one.labels for one in sentences]) for label in labels]
    columns = np.vstack([model.coef_[0] for model in models]).T
    return Opinion(
        labels=tuple(labels),
        bias=tuple(float(model.intercept_[0]) for model in models),
        rows={name: tuple(map(float, columns[at])) for name, at in places.items()},
        written=written,
    )


def judged_apart(sentences: Sequence[Sentence], labels: Sequence[str], *, pull: float = PULL) -> np.ndarray:
    """Chances (sentences x labels) by models that have not seen the sentence's fold."""
    folds = np.array([hashlib.sha256(one.text.encode()).digest()[0] % FOLDS for one in sentences])
    found = np.zeros((len(sentences), len(labels)))
    for fold in range(FOLDS):
        seen = [one for one, apart in zip(sentences, folds == fold, strict=True) if not apart]
        judged = [one for one, apart in zip(sentences, folds == fold, strict=True) if apart]
        places = _places(seen)
        rows, others = _matrix(seen, places), _matrix(judged, places)
        for at, label in enumerate(labels):
            model = _regression(pull).fit(rows, [label in one.labels for one in seen])
            found[folds == fold, at] = model.predict_proba(others)[:, 1]
    return found


def told(sentences: Sequence[Sentence], labels: Sequence[str], found: np.ndarray) -> Iterator[str]:
    """For each label, how many of its sentences are found where so many of the others are."""
    for at, label in enumerate(labels):
        true = np.array([label in one.labels for one in sentences])
        yield f"{label} ({true.sum()}): " + ", ".join(
            f"{_recall(found[:, at], true, allowed):.2f} at {allowed:.0%} false" for allowed in (0.01, 0.02, 0.05)
        )


def _recall(found: np.ndarray, true: np.ndarray, allowed: float) -> float:
    return float((found[true] > np.quantile(found[~true], 1 - allowed)).mean())


def _places(sentences: Iterable[Sentence]) -> dict[str, int]:
    known = Counter(name for one in sentences for name in {feature.name for feature in features(one.words)})
    return {name: at for at, name in enumerate(sorted(name for name, count in known.items() if count >= FEWEST))}


def _matrix(sentences: Sequence[Sentence], places: dict[str, int]) -> csr_matrix:
    """A row for each sentence, of length one."""
    cells = [
        (row, place, 1 / math.sqrt(len(known)))
        for row, one in enumerate(sentences)
        for known in [{places[feature.name] for feature in features(one.words) if feature.name in places}]
        for place in sorted(known)
    ]
    lines, columns, values = zip(*cells, strict=True)
    return csr_matrix((values, (lines, columns)), shape=(len(sentences), len(places)))


def _regression(pull: float) -> LogisticRegression:
    return LogisticRegression(C=pull, max_iter=400, tol=1e-4)
