"""`python -m training.fit_stages`: fits what tells the stage an application had reached, and ships the weights."""

import json
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from highroad.events.details.stage import IS, NO_STAGE, signs, stage_reached
from highroad.events.details.weighing import ALWAYS
from highroad.events.event import Kind
from highroad.events.prepared import prepare
from highroad.mail.message import Message
from highroad.mail.parse import from_parts
from measure.labelled import Case, cases
from training.fit_names import kept_aside
from training.written import ROOT, TRIALS, labelled_letters, stages_fingerprint

SHIPPED = ROOT / "src/highroad/events/details/content/stages.json"
TRIAL = 12.0  # how much a mail of the tests counts
FEWEST = 3  # mails a sign is in
PULL = 0.2  # inverse regularisation, chosen by three-fold comparison
TOO_LIGHT = 0.05  # a weight that changes nothing


@dataclass(frozen=True, slots=True)
class Reached:
    """The signs in a mail, the stage it tells, and how much the mail counts."""

    signs: set[str]
    stage: str
    weight: float = 1.0


def main() -> None:
    """Writes the weights; the same letters and the same versions of numpy and scikit-learn give the same bytes."""
    letters = [case for case in cases(labelled_letters()) if _tells(case.kind) and case.expected["stage"]]
    seen = [_reached(case.message, case.kind, case.expected["stage"]) for case in letters if not kept_aside(case)]
    worth = fitted([*seen, *_trials()])
    shipped = {"written": stages_fingerprint(), "worth": worth}
    SHIPPED.write_text(json.dumps(shipped, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    print(f"stages: {len(seen)} mails, {len(worth)} signs; right in mail kept aside:", _right(letters))


def _tells(kind: Kind) -> bool:
    return kind not in NO_STAGE and kind not in IS


def _reached(message: Message, kind: Kind, stage: str, *, weight: float = 1.0) -> Reached:
    return Reached(signs(prepare(message), kind), stage, weight)


def _trials() -> Iterator[Reached]:
    """The mails that tests hold the reader to: a mail that was misread is added there, and learned from."""
    for table in TRIALS:
        for told in tomllib.loads(table.read_text(encoding="utf-8"))["mail"]:
            if _tells(Kind(told["kind"])) and "stage" in told:
                message = from_parts(told["from"], None, told["subject"], None, told["body"].strip())
                yield _reached(message, Kind(told["kind"]), told["stage"], weight=TRIAL)


def fitted(mails: list[Reached]) -> dict[str, dict[str, float]]:
    """What each sign is worth for each stage."""
    known = Counter(sign for mail in mails for sign in mail.signs)
    places = {sign: at for at, sign in enumerate(sorted(sign for sign, count in known.items() if count >= FEWEST))}
    cells = [(row, places[sign]) for row, mail in enumerate(mails) for sign in sorted(mail.signs) if sign in places]
    rows, columns = zip(*cells, strict=True)
    matrix = csr_matrix((np.ones(len(cells)), (rows, columns)), shape=(len(mails), len(places)))
    model = LogisticRegression(C=PULL, max_iter=400)
    model.fit(matrix, [mail.stage for mail in mails], sample_weight=[mail.weight for mail in mails])
    worth = {ALWAYS: _heavy(model.classes_, model.intercept_, lightest=0.0)}
    worth |= {sign: _heavy(model.classes_, model.coef_[:, at], lightest=TOO_LIGHT) for sign, at in places.items()}
    return {sign: weights for sign, weights in worth.items() if weights}


def _heavy(stages: Iterable[str], weights: Iterable[float], *, lightest: float) -> dict[str, float]:
    told = zip(stages, weights, strict=True)
    return {stage: round(float(weight), 2) for stage, weight in told if abs(weight) >= lightest}


def _right(letters: list[Case]) -> str:
    """By language: how many stages are read right."""
    told = [
        (case.language, stage_reached(prepare(case.message), case.kind) == case.expected["stage"])
        for case in letters
        if kept_aside(case)
    ]
    return ", ".join(
        f"{language} {sum(right for one, right in told if one == language)}/{sum(one == language for one, _ in told)}"
        for language in sorted({language for language, _ in told})
    )


if __name__ == "__main__":
    main()
