"""`python -m training.fit_names`: fits how employer and role are chosen on labelled mail, and ships the weights."""

import hashlib
import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from highroad.events.details.closing import closing_lines
from highroad.events.details.clues import Candidate
from highroad.events.details.employer import employers
from highroad.events.details.names import plain
from highroad.events.details.posting import Ground, own_words
from highroad.events.details.ranker import chosen
from highroad.events.details.role import roles
from highroad.events.event import NOT_ABOUT, Kind
from highroad.events.prepared import prepare
from highroad.mail.parse import from_parts
from measure.labelled import Case, cases
from training.written import ROOT, TRIALS, labelled_letters, names_fingerprint

SHIPPED = ROOT / "src/highroad/events/details/content/names.json"
KEPT_ASIDE = 5  # one mail in so many tells how well the fit on the others does
TIMES = 3  # how often a trial counts
FEWEST = 2  # mails a clue is in
PULL = 1.0  # how strongly weights are drawn to nothing, chosen by five-fold comparison
TOO_LIGHT = 0.01  # a weight that changes nothing


@dataclass(frozen=True, slots=True)
class Choice:
    """What one mail offers to choose from, and which of it is right: nothing, where the mail names none."""

    language: str
    found: dict[str, Candidate]
    right: frozenset[str]


def main() -> None:
    """Writes the weights; the same letters and the same versions of numpy and scipy give the same bytes."""
    letters = [case for case in cases(labelled_letters()) if case.kind not in NOT_ABOUT]
    told = [(case, _ground(case)) for case in (*letters, *TIMES * list(trials()))]
    shipped: dict[str, object] = {"written": names_fingerprint()}
    for detail, offered in (("employer", employer_choice), ("role", role_choice)):
        seen = [offered(case, ground) for case, ground in told if not kept_aside(case)]
        unseen = [offered(case, ground) for case, ground in told if kept_aside(case)]
        right = _right(unseen, fitted(seen))
        shipped[detail] = weights = fitted([*seen, *unseen])
        print(
            f"{detail}: {len(told)} mails, {len(weights)} clues; right in mail kept aside, before it counted: {right}"
        )
    SHIPPED.write_text(json.dumps(shipped, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8")


def trials() -> Iterator[Case]:
    """The mails that tests hold the reader to: a mail that was misread is added there, and learned from."""
    for table in TRIALS:
        for told in tomllib.loads(table.read_text(encoding="utf-8"))["mail"]:
            message = from_parts(
                told["from"], "Ana Duarte <ana@duarte.example>", told["subject"], None, told["body"].strip()
            )
            expected = {detail: told.get(detail) for detail in ("employer", "role")}
            if told["kind"] not in NOT_ABOUT:
                yield Case("trial", message, Kind(told["kind"]), expected, "trial")


def kept_aside(case: Case) -> bool:
    """Whether this mail tells how well the fit on the others does: a fixed choice by its own letters."""
    return case.name != "trial" and hashlib.sha256(case.message.text.encode()).digest()[0] % KEPT_ASIDE == 0


def _ground(case: Case) -> Ground:
    mail = prepare(case.message)
    return own_words(mail, sender=mail.sender, signers=closing_lines(mail))


def employer_choice(case: Case, ground: Ground) -> Choice:
    """All that may be the employer."""
    found = employers(ground.laid, address=ground.address, strangers=ground.strangers)
    return _choice(case, found, ground, case.expected["employer"])


def role_choice(case: Case, ground: Ground) -> Choice:
    """All that may be the role; the employer is taken to be known."""
    employer = (case.expected["employer"] or "").lower()
    found = roles(ground.laid, employer=employer, strangers=ground.strangers, language=ground.language)
    return _choice(case, found, ground, case.expected["role"])


def _choice(case: Case, found: dict[str, Candidate], ground: Ground, label: str | None) -> Choice:
    wanted = _even(label or "")
    right = {
        name
        for name, candidate in found.items()
        if any(_even(ground.laid.written(*span)) == wanted for span in candidate.spans)
    }
    return Choice(case.language, found, frozenset(right if label else [""]))


def _even(name: str) -> str:
    """Case, accents, brackets and the number of the posting do not count."""
    return plain(re.sub(r"\(.*?\)|\S*\d{5,}", " ", name))


def _right(choices: list[Choice], weights: dict[str, float]) -> str:
    """How many were chosen right, by language, where there is something to choose."""
    told = [
        (choice.language, chosen(choice.found, weights) in choice.right) for choice in choices if "" not in choice.right
    ]
    return ", ".join(
        f"{language} {sum(right for one, right in told if one == language)}/{sum(one == language for one, _ in told)}"
        for language in sorted({language for language, _ in told})
    )


def fitted(choices: list[Choice]) -> dict[str, float]:
    """The weights under which the right candidates are likeliest: a conditional log-linear model."""
    choices = [choice for choice in choices if choice.right]
    offered = [
        (number, name in choice.right, clues) for number, choice in enumerate(choices) for name, clues in _clues(choice)
    ]
    known = Counter(clue for clue, _ in {(clue, number) for number, _, clues in offered for clue in clues})
    places = {clue: at for at, clue in enumerate(sorted(clue for clue, count in known.items() if count >= FEWEST))}
    cells = [(row, places[clue]) for row, (_, _, clues) in enumerate(offered) for clue in clues if clue in places]
    rows, columns = zip(*cells, strict=True)
    matrix = csr_matrix((np.ones(len(cells)), (rows, columns)), shape=(len(offered), len(places)))
    numbers, right = np.array([number for number, _, _ in offered]), np.array([told for _, told, _ in offered])

    def surprise(weights: np.ndarray) -> tuple[float, np.ndarray]:
        sums = matrix @ weights
        everything, shares = _softmax(sums, numbers)
        wanted, wanted_shares = _softmax(np.where(right, sums, -np.inf), numbers)
        slope = matrix.T @ (shares - wanted_shares) + PULL * weights
        return float((everything - wanted).sum() + PULL / 2 * weights @ weights), slope

    found = minimize(surprise, np.zeros(len(places)), jac=True, method="L-BFGS-B", options={"maxiter": 400}).x
    return {clue: round(float(found[at]), 3) for clue, at in places.items() if abs(found[at]) >= TOO_LIGHT}


def _clues(choice: Choice) -> Iterator[tuple[str, list[str]]]:
    for name, candidate in choice.found.items():
        yield name, sorted(candidate.clues)


def _softmax(sums: np.ndarray, numbers: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """For each mail the logarithm of its summed chances, and for each candidate its share."""
    highest = np.full(numbers[-1] + 1, -np.inf)
    np.maximum.at(highest, numbers, sums)
    chances = np.exp(sums - highest[numbers])
    totals = np.bincount(numbers, chances)
    return highest + np.log(totals), chances / totals[numbers]


if __name__ == "__main__":
    main()
