"""Fits an opinion on sentences of our own, and says how well it judges those of folds it has not seen."""

from collections.abc import Iterator, Sequence

import numpy as np
from sklearn.linear_model import LogisticRegression

from highroad.words.opinion import Opinion, features
from training.linear import fold_of, matrix, places
from training.sentences import Sentence

PULL = 10.0  # inverse regularisation
FOLDS = 3
STEP = 0.02  # what the numbers are rounded to


def fitted(sentences: Sequence[Sentence], labels: Sequence[str], *, written: str, pull: float = PULL) -> Opinion:
    """The opinion on all of them."""
    named = [_named(one) for one in sentences]
    known = places(named)
    rows = matrix(named, known)
    models = [_regression(pull).fit(rows, [label in one.labels for one in sentences]) for label in labels]
    columns = np.vstack([model.coef_[0] for model in models]).T
    return Opinion(
        labels=tuple(labels),
        bias=tuple(float(model.intercept_[0]) for model in models),
        rows={name: tuple(map(float, columns[at])) for name, at in known.items()},
        written=written,
    )


def judged_apart(sentences: Sequence[Sentence], labels: Sequence[str], *, pull: float = PULL) -> np.ndarray:
    """Chances (sentences x labels) by models that have not seen the sentence's fold."""
    named = [_named(one) for one in sentences]
    folds = np.array([fold_of(one.text, FOLDS) for one in sentences])
    found = np.zeros((len(sentences), len(labels)))
    for fold in range(FOLDS):
        seen, judged = np.flatnonzero(folds != fold), np.flatnonzero(folds == fold)
        known = places(named[at] for at in seen)
        rows, others = (matrix([named[at] for at in some], known) for some in (seen, judged))
        for at, label in enumerate(labels):
            model = _regression(pull).fit(rows, [label in sentences[one].labels for one in seen])
            found[judged, at] = model.predict_proba(others)[:, 1]
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


def _named(sentence: Sentence) -> tuple[set[str]]:
    return ({feature.name for feature in features(sentence.words)},)


def _regression(pull: float) -> LogisticRegression:
    return LogisticRegression(C=pull, max_iter=400, tol=1e-4)
