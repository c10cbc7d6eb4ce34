"""`python -m training.fit_dark`: fits the opinion on dark words, and says how well it judges.

Folds that are not seen tell from which chance on a level is said.
"""

import json
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from highroad.words.crisis import DARK, SURE_LEAST, Level, is_named, is_sure, pieces, seen
from highroad.words.dark_signs import WEIGHTS, Groups
from highroad.words.opinion import Opinion, pack
from training.fit_sentences import STEP
from training.linear import fold_of, matrix, places
from training.written import DARK_TRIALS, ROOT, dark_fingerprint, sentence_files

QUESTION = "dark"
CONTENT = ROOT / "src/highroad/words/content"
TRIALS = ROOT / DARK_TRIALS  # which the tables of phrases were made with
LABELS = (Level.EXPLICIT.value, DARK)
FOLDS = 5
PULL = 10.0  # inverse regularisation
PLAIN_COUNTS = 0.25  # of a sentence; at 1 oblique dark words are passed over more often
PLAIN = ("distortions", "tone")  # questions whose sentences without a label are everyday text
FALSE = {Level.EXPLICIT.value: 0.10, DARK: 0.12}  # of harmless texts, all but few written to mislead; not of plain ones


@dataclass(frozen=True, slots=True)
class Sentence:
    """What a text of a few sentences is weighed by as a whole, and piece by piece as it will be read; its level."""

    text: str
    language: str
    level: Level
    groups: Groups
    pieces: tuple[Groups, ...]
    is_trial: bool = False
    is_plain: bool = False

    @property
    def is_judged_on(self) -> bool:
        """Whether the figures and thresholds are taken from it."""
        return not (self.is_trial or self.is_plain)

    def speaks_for(self, label: str) -> bool:
        """Explicit words are dark too."""
        return self.level is not Level.NONE if label == DARK else self.level == label


def main() -> None:
    """Writes the opinion and its thresholds; the same text and versions give the same bytes."""
    told = [*written(), *trials(), *plain()]
    found = judged_apart(told)
    certain = {label: threshold(told, found[:, at], label) for at, label in enumerate(LABELS)}
    opinion = fitted(told)
    (CONTENT / "dark.bin").write_bytes(pack(opinion, step=STEP))
    lines = "".join(f"{label} = {least:.4f}\n" for label, least in certain.items())
    said = "# From which chance on each level is said; written by training/fit_dark.py."
    (CONTENT / "dark_certainty.toml").write_text(f"{said}\n{lines}", encoding="utf-8")
    print(f"dark: {len(told)} sentences, {len(opinion.rows)} signs")
    print(*figures(told, found, certain), sep="\n")


def written() -> Iterator[Sentence]:
    """The sentences of training/sentences/dark; the same text twice counts once."""
    for one in _lines(QUESTION):
        level = Level(one["labels"][0]) if one["labels"] else Level.NONE
        yield Sentence(one["text"], one["language"], level, *_weighed(one["text"]))


def plain() -> Iterator[Sentence]:
    """Everyday sentences and letters of the other questions, but those in which a phrase says something dark."""
    for one in _lines(*PLAIN):
        groups, parts = _weighed(one["text"])
        if not one["labels"] and not is_named(groups):
            yield Sentence(one["text"], one["language"], Level.NONE, groups, parts, is_plain=True)


def trials() -> Iterator[Sentence]:
    """With phrases and without: the tables know these by heart, so what they say of them proves little."""
    for language, levels in tomllib.loads(TRIALS.read_text("utf-8")).items():
        for level, texts in levels.items():
            for text in texts:
                words, senses, phrases = seen(text)
                for known in (frozenset[str](), phrases):
                    weighed = (words, senses, known)
                    yield Sentence(text, language, Level(level), weighed, (weighed,), is_trial=True)


def fitted(told: Sequence[Sentence]) -> Opinion:
    """The opinion on all of them."""
    columns = places(one.groups for one in told)
    rows = matrix([one.groups for one in told], columns, weights=WEIGHTS)
    models = [_fit(rows, told, label) for label in LABELS]
    weights = np.vstack([model.coef_[0] for model in models]).T
    return Opinion(
        labels=LABELS,
        bias=tuple(float(model.intercept_[0]) for model in models),
        rows={name: tuple(map(float, weights[at])) for name, at in columns.items()},
        written=dark_fingerprint(),
    )


def judged_apart(told: Sequence[Sentence]) -> np.ndarray:
    """Chances (sentences x labels) of the likeliest piece, by models that have not seen the sentence's fold."""
    folds = np.array([fold_of(one.text, FOLDS) for one in told])
    found = np.zeros((len(told), len(LABELS)))
    for fold in range(FOLDS):
        known = [one for one, apart in zip(told, folds == fold, strict=True) if not apart]
        judged = [one for one, apart in zip(told, folds == fold, strict=True) if apart]
        columns = places(one.groups for one in known)
        rows = matrix([one.groups for one in known], columns, weights=WEIGHTS)
        others = matrix([piece for one in judged for piece in one.pieces], columns, weights=WEIGHTS)
        begins = np.cumsum([0, *(len(one.pieces) for one in judged[:-1])])
        for at, label in enumerate(LABELS):
            chance = _fit(rows, known, label).predict_proba(others)[:, 1]
            found[folds == fold, at] = np.maximum.reduceat(chance, begins)
    return found


def threshold(told: Sequence[Sentence], found: np.ndarray, label: str) -> float:
    """The lowest chance that flags no more than FALSE of the harmless sentences."""
    harmless = [one.level is Level.NONE and one.is_judged_on for one in told]
    return float(np.quantile(found[harmless], 1 - FALSE[label]))


def figures(told: Sequence[Sentence], found: np.ndarray, certain: dict[str, float]) -> Iterator[str]:
    """Of each level and language, how many are read as what, in folds that were not seen."""
    least = [SURE_LEAST if any(map(is_sure, one.pieces)) else certain[Level.EXPLICIT.value] for one in told]
    explicit, heavy = found[:, 0] >= np.array(least), found[:, 1] >= certain[DARK]
    says = np.where(explicit, "explicit", np.where(heavy, "heavy", "none"))
    for language in ("en", "de"):
        for level in Level:
            some = says[[one.level is level and one.language == language and one.is_judged_on for one in told]]
            yield f"{language} {level} ({len(some)}): " + ", ".join(
                f"{one} {(some == one).mean():.3f}" for one in Level
            )
        dark = says[[one.is_plain and one.language == language for one in told]] != "none"
        yield f"{language} everyday ({len(dark)}): explicit or heavy {dark.mean():.3f}"


def _lines(*questions: str) -> Iterable[dict[str, Any]]:
    files = (path for question in questions for path in sentence_files(question))
    lines = (line for path in files for line in path.read_text("utf-8").splitlines() if line.strip())
    return {told["text"]: told for told in map(json.loads, lines)}.values()


def _weighed(text: str) -> tuple[Groups, tuple[Groups, ...]]:
    return seen(text), tuple(map(seen, pieces(text)))


def _fit(rows: csr_matrix, told: Sequence[Sentence], label: str) -> LogisticRegression:
    counts = [PLAIN_COUNTS if one.is_plain else 1.0 for one in told]
    model = LogisticRegression(C=PULL, max_iter=400, tol=1e-4)
    return model.fit(rows, [one.speaks_for(label) for one in told], sample_weight=counts)


if __name__ == "__main__":
    main()
