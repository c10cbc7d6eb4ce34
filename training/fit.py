"""Fits the second opinion: which features speak for which kind of mail, on mail of our own alone."""

import hashlib
import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from highroad.events.event import Kind
from highroad.events.features import features
from highroad.events.prepared import prepare
from highroad.events.readers import findings
from highroad.events.weights import MIDDLE
from highroad.mail.parse import from_parts
from training.clauses import KINDS, LANGUAGES, Side
from training.letters import STRONG, Letter, letters, without_its_point, written_whole

EVERY_SIDE = frozenset(Side)
MADE = {"en": 1400, "de": 900}  # mails put together from clauses
MADE_ELSEWHERE = 500
WHOLE = 4.0  # what a mail that was written whole counts
ALIKE = 1.0  # one about anything that speaks like a no: our letters hold more of these than any mailbox does
CLAUSES = 0.5  # and one put together
POINTLESS = 1.0  # and a written one whose telling sentence was taken out
FEWEST = 2  # mails a feature is in
PULL = 10.0  # inverse regularisation, chosen on folds
FOLDS = 3


@dataclass(frozen=True, slots=True)
class Cases:
    """Mails as rows of what is in them, with their kinds, what each counts, and the fold in which it is not seen."""

    groups: list[tuple[frozenset[str], ...]]
    kinds: np.ndarray
    counts: np.ndarray
    folds: np.ndarray  # FOLDS for what is always seen
    whole: int  # so many from the first were written whole; only they are judged


def fitted(*, written: str) -> tuple[dict[str, object], dict[str, bytes]]:
    """Head and rows of the weights; the temperature is the one that is honest about mail of other folds."""
    cases = _cases()
    places = _places(cases.groups)
    rows = _matrix(cases.groups, places)
    model = _regression().fit(rows, cases.kinds, sample_weight=cases.counts)
    order = [list(model.classes_).index(kind) for kind in KINDS]
    columns = model.coef_[order].T
    scales = np.abs(columns).max(axis=0) / (MIDDLE - 1)
    steps = np.rint(columns / scales).astype(int) + MIDDLE
    head = {
        "kinds": KINDS,
        "scales": np.round(scales, 6).tolist(),
        "bias": np.round(model.intercept_[order], 4).tolist(),
        "temperature": _temperature(*judged_apart(cases)),
        "written": written,
    }
    kept = {name: at for name, at in places.items() if np.any(steps[at] != MIDDLE)}
    return head, {name: bytes(steps[at].tolist()) for name, at in kept.items()}


def judged_apart(cases: Cases) -> tuple[np.ndarray, np.ndarray]:
    """The sums for every mail written whole by a model that has not seen its fold, and the numbers of its kind."""
    sums, right = [], []
    for fold in range(FOLDS):
        seen = cases.folds != fold
        judged = ~seen & (np.arange(len(seen)) < cases.whole)
        places = _places([groups for groups, holds in zip(cases.groups, seen, strict=True) if holds])
        rows = _matrix(cases.groups, places)
        model = _regression().fit(rows[seen], cases.kinds[seen], sample_weight=cases.counts[seen])
        order = [list(model.classes_).index(kind) for kind in KINDS]
        sums.append(model.decision_function(rows[judged])[:, order])
        right += [KINDS.index(kind) for kind in cases.kinds[judged]]
    return np.vstack(sums), np.array(right)


def _cases() -> Cases:
    whole = [letter for language in LANGUAGES for letter in written_whole(language)]
    cut = [(letter, short) for letter in whole if (short := without_its_point(letter))]
    made = [
        letter
        for language in LANGUAGES
        for letter in letters(MADE.get(language, MADE_ELSEWHERE), language=language, sides=EVERY_SIDE)
    ]
    everything = [*whole, *(short for _, short in cut), *made]
    return Cases(
        groups=[_groups(letter) for letter in everything],
        kinds=np.array([letter.kind for letter in everything]),
        counts=np.array([_worth(letter) for letter in whole] + [POINTLESS] * len(cut) + [CLAUSES] * len(made)),
        folds=np.array([_fold(letter) for letter in (*whole, *(letter for letter, _ in cut))] + [FOLDS] * len(made)),
        whole=len(whole),
    )


def _worth(letter: Letter) -> float:
    mail = prepare(from_parts(letter.sender or None, None, letter.subject, None, letter.text))
    no = any(one.kind is Kind.REJECTION and one.weight >= STRONG for one in findings(mail))
    return ALIKE if letter.kind == Kind.OTHER and no else WHOLE


def _fold(letter: Letter) -> int:
    return hashlib.sha256(letter.text.encode()).digest()[0] % FOLDS


def _groups(letter: Letter) -> tuple[frozenset[str], ...]:
    mail = prepare(from_parts(letter.sender or None, None, letter.subject, None, letter.text))
    return tuple(map(frozenset, features(mail.said, language=mail.language).groups))


def _places(rows: Iterable[tuple[frozenset[str], ...]]) -> dict[str, int]:
    known = Counter(feature for groups in rows for group in groups for feature in group)
    return {name: at for at, name in enumerate(sorted(name for name, count in known.items() if count >= FEWEST))}


def _matrix(rows: Sequence[tuple[frozenset[str], ...]], places: dict[str, int]) -> csr_matrix:
    """A row for each mail; every group of its features has the length one."""
    cells = [
        (row, place, 1 / math.sqrt(len(known)))
        for row, groups in enumerate(rows)
        for known in ([places[name] for name in sorted(group) if name in places] for group in groups)
        for place in known
    ]
    lines, columns, values = zip(*cells, strict=True)
    return csr_matrix((values, (lines, columns)), shape=(len(rows), len(places)))


def _regression() -> LogisticRegression:
    return LogisticRegression(C=PULL, max_iter=250, tol=3e-3)


def _temperature(sums: np.ndarray, right: np.ndarray) -> float:
    """What to divide the sums by, so that a chance of .8 is right in 8 of 10 (Guo et al. 2017)."""
    return float(min((0.5 + step / 20 for step in range(90)), key=lambda warmth: _surprise(sums / warmth, right)))


def _surprise(sums: np.ndarray, right: np.ndarray) -> float:
    highest = sums.max(axis=1, keepdims=True)
    logs = sums - highest - np.log(np.exp(sums - highest).sum(axis=1, keepdims=True))
    return float(-logs[np.arange(len(right)), right].mean())
