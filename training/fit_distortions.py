"""`python -m training.fit_distortions`: fits the opinion behind hints at distortions, and says how well it judges.

Three folds tell how certain a hint is, and from which certainty on it is shown.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.linear_model import LogisticRegression

from highroad.words.distortions import ANY, MOST, Distortion, Guess, odds, pieces, ranked, seen, shown
from highroad.words.language import detect
from highroad.words.opinion import pack
from training.fit_sentences import FOLDS, STEP, fitted, judged_apart
from training.linear import fold_of
from training.sentences import Sentence, read
from training.written import ROOT, distortions_fingerprint

QUESTION = "distortions"
CONTENT = ROOT / "src/highroad/words/content"
FITS = 0.85  # of the hints shown
FALSE = 0.06  # of harmless sentences; those of the folds are near pairs, and harder than mail and plain feelings
SECOND = 0.8  # certainty of a second hint: one that fits is enough
PULL = 10.0

Bounds = dict[str, float]  # as `shown` takes them


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence, and the guesses of a model that has not seen it."""

    sentence: Sentence
    guesses: Sequence[Guess]


def main() -> None:
    """Writes the opinion and the figures; the same text and versions give the same bytes."""
    told = sentences()
    certain = _certain(told)
    judged = list(apart(told, certain))
    bounds = _bounds(judged)
    opinion = fitted(told, [*Distortion, ANY], written=distortions_fingerprint(), pull=PULL)
    (CONTENT / "distortions.bin").write_bytes(pack(opinion, step=STEP))
    (CONTENT / "distortions_certainty.toml").write_text(_told(certain, bounds), encoding="utf-8")
    print(f"distortions: {len(told)} sentences, {len(opinion.rows)} features")
    print(*lines(judged, bounds), sep="\n")


def sentences() -> list[Sentence]:
    """All that was written, with one label more for any distortion."""
    return [
        Sentence(one.text, one.words, one.labels | ({ANY} if one.labels else set()), one.language)
        for one in read(QUESTION, lambda text: seen(text, detect(text)))
    ]


def apart(told: Sequence[Sentence], certain: Sequence[float]) -> Iterator[Judged]:
    """Each sentence, judged by a model that has not seen its fold."""
    for fold in range(FOLDS):
        opinion = fitted(
            [one for one in told if fold_of(one.text, FOLDS) != fold], [*Distortion, ANY], written="", pull=PULL
        )
        for one in told:
            if fold_of(one.text, FOLDS) == fold:
                yield Judged(one, ranked(pieces(one.text), opinion, certain))


def lines(judged: Sequence[Judged], bounds: Bounds) -> Iterator[str]:
    """What the folds tell."""
    for language in ("en", "de"):
        some = [one for one in judged if one.sentence.language == language]
        yield f"{language}: " + ", ".join(f"{name} {share:.3f}" for name, share in figures(some, bounds).items())


def figures(judged: Sequence[Judged], bounds: Bounds) -> dict[str, float]:
    """Shares: hints shown that fit, distorted thoughts with one that fits, top-3, harmless ones with a hint."""
    bent = [one for one in judged if one.sentence.labels]
    plain = [one for one in judged if not one.sentence.labels]
    fits = [guess.distortion in one.sentence.labels for one in bent for guess in shown(one.guesses, **bounds)]
    return {
        "fits": float(np.mean(fits or [0])),
        "reached": float(
            np.mean([any(g.distortion in one.sentence.labels for g in shown(one.guesses, **bounds)) for one in bent])
        ),
        "top-3": float(np.mean([any(g.distortion in one.sentence.labels for g in one.guesses[:3]) for one in bent])),
        "false": float(np.mean([bool(shown(one.guesses, **bounds)) for one in plain])),
    }


def _certain(told: Sequence[Sentence]) -> tuple[float, float, float]:
    """The curve that makes chances into how often they fit, from the likeliest of each sentence."""
    judged = [
        (odds(found[kind]), odds(found[ANY]), kind in one.labels)
        for one, found in _chances(told)
        for kind in sorted(Distortion, key=lambda kind: -found[kind])[:MOST]
    ]
    *seen_odds, fits = zip(*judged, strict=True)
    curve = LogisticRegression(C=100.0).fit(np.array(seen_odds).T, fits)
    own, whole = curve.coef_[0]
    return float(curve.intercept_[0]), float(own), float(whole)


def _chances(told: Sequence[Sentence]) -> Iterator[tuple[Sentence, dict[str, float]]]:
    labels = [*Distortion, ANY]
    for one, row in zip(told, judged_apart(told, labels, pull=PULL), strict=True):
        yield one, dict(zip(labels, map(float, row), strict=True))


def _bounds(judged: Sequence[Judged]) -> Bounds:
    """Of the bounds at which enough hints fit and few harmless sentences get one, those that reach most thoughts."""
    tried = [
        {"least": least, "bent": bent, "sure": sure, "second": max(SECOND, least)}
        for least in np.arange(0.36, 0.9, 0.04).round(2).tolist()
        for bent in np.arange(0.4, 0.98, 0.04).round(2).tolist()
        for sure in (0.7, 0.8, 0.9, 1.01)  # never, with the last
    ]
    found = [(bounds, figures(judged, bounds)) for bounds in tried]
    good = [(told["reached"], bounds) for bounds, told in found if told["fits"] >= FITS and told["false"] <= FALSE]
    return max(good, key=lambda one: one[0])[1]


def _told(certain: Sequence[float], bounds: Bounds) -> str:
    return (
        "# From folds of training/sentences/distortions; `make train` writes it.\n"
        f"certainty = [{', '.join(f'{one:.4f}' for one in certain)}]\n"
        "\n[bounds]\n" + "".join(f"{name} = {bound}\n" for name, bound in bounds.items())
    )


if __name__ == "__main__":
    main()
