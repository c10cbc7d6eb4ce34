"""What linear models are fitted on: rows of numbers from groups of named features, and folds that stay the same."""

import hashlib
import math
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

import numpy as np
from scipy.sparse import csr_matrix

Groups = Sequence[Collection[str]]  # of one text; a group weighs the same however many features it has

FEWEST = 2  # texts a feature is in


def fold_of(text: str, folds: int) -> int:
    """The number of the fold a text belongs to, the same in every run."""
    return hashlib.sha256(text.encode()).digest()[0] % folds


def places(rows: Iterable[Groups]) -> dict[str, int]:
    """The column of each feature that is known well enough."""
    known = Counter(name for groups in rows for group in groups for name in set(group))
    return {name: at for at, name in enumerate(sorted(name for name, count in known.items() if count >= FEWEST))}


def matrix(rows: Sequence[Groups], columns: dict[str, int], *, weights: Sequence[float] = ()) -> csr_matrix:
    """A row for each text (texts x features), every group of it of the length of its weight, or of length one."""
    cells = [
        (row, place, weight / math.sqrt(len(known)))
        for row, groups in enumerate(rows)
        for group, weight in zip(groups, weights or [1.0] * len(groups), strict=True)
        for known in [sorted({columns[name] for name in group if name in columns})]
        for place in known
    ]
    lines, found, values = zip(*cells, strict=True)
    return csr_matrix((np.array(values), (lines, found)), shape=(len(rows), len(columns)))
