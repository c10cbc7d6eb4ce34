"""`python -m training.fit_reasons`: fits what tells the reason of a no, and ships the weights.

Of a mail only its reason is known, not the sentence that states it. So the weights are those under which, over all
sentences and reasons of a mail, the right reason in any sentence (or none in all) is likeliest.
"""

import json
import random
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from highroad.events.details.reason import likeliest, sentences, signs
from highroad.events.details.weighing import ALWAYS
from highroad.events.event import Kind, Reason
from highroad.events.prepared import prepare
from highroad.mail.message import Message
from highroad.mail.parse import from_parts
from highroad.words import clauses
from measure.labelled import Case, cases
from training.clauses import LANGUAGES, TEXT, say, slots
from training.fit_names import kept_aside
from training.written import ROOT, TRIALS, labelled_letters, reasons_fingerprint

SHIPPED = ROOT / "src/highroad/events/details/content/reasons.json"
REASONS = tuple(Reason)
WORDINGS = 12  # ways of saying one written line that are learned from
LINE, LETTER, TRIAL = 4.0, 3.0, 12.0  # how much a written line, a whole letter and a mail of the tests count
PULL = 0.3  # how strongly weights are drawn to nothing, chosen by three-fold comparison
FEWEST = 2  # texts a sign is in
TOO_LIGHT = 0.15  # a weight that changes nothing
STEPS = 150


@dataclass(frozen=True, slots=True)
class Text:
    """The signs of each sentence, the reason that one of them states or none, and how much the text counts."""

    sentences: list[set[str]]
    reason: str | None
    weight: float


def main() -> None:
    """Writes the weights; the same text and the same versions of numpy and scipy give the same bytes."""
    letters = [case for case in cases(labelled_letters()) if case.kind is Kind.REJECTION]
    told, others = [*_lines(), *_trials()], [case for case in letters if not kept_aside(case)]
    right = _right([case for case in letters if kept_aside(case)], fitted([*told, *map(_letter, others)]))
    worth = fitted([*told, *map(_letter, letters)])
    shipped = {"written": reasons_fingerprint(), "worth": worth}
    SHIPPED.write_text(json.dumps(shipped, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    print(f"reasons: {len(letters)} mails, {len(worth)} signs; right in mail kept aside, before it counted: {right}")


def _letter(case: Case) -> Text:
    return _text(case.message, case.expected["reason"], weight=LETTER)


def _trials() -> Iterator[Text]:
    """The mails that tests hold the reader to: a no that was misread is added there, and learned from."""
    for table in TRIALS:
        for told in tomllib.loads(table.read_text(encoding="utf-8"))["mail"]:
            if told["kind"] == Kind.REJECTION:
                message = from_parts(told["from"], None, told["subject"], None, told["body"].strip())
                yield _text(message, told.get("reason"), weight=TRIAL)


def _text(message: Message, reason: str | None, *, weight: float) -> Text:
    return Text([seen for _, seen in sentences(prepare(message))], reason, weight)


def _lines() -> Iterator[Text]:
    """Every written line in some of its wordings, which together count as much as so few."""
    rng = random.Random(5)
    for language in LANGUAGES:
        written = tomllib.loads((TEXT / language / "reasons.toml").read_text(encoding="utf-8"))
        for reason, lines in written.items():
            for line in lines:
                said = {say(line, said={}, slots=slots(language), rng=rng) for _ in range(WORDINGS)}
                for wording in sorted(said):
                    seen = signs(list(clauses.split(wording, language)), language)
                    yield Text([seen], None if reason == "none" else reason, min(len(said), LINE) / len(said))


def fitted(texts: list[Text]) -> dict[str, dict[str, float]]:
    """What each sign is worth for each reason."""
    texts = [text for text in texts if text.sentences]
    known = Counter(sign for text in texts for sign in set().union(*text.sentences))
    places = {ALWAYS: 0} | {
        sign: at for at, sign in enumerate(sorted(sign for sign, count in known.items() if count >= FEWEST), 1)
    }
    found = _likeliest(texts, places)
    return {
        sign: {
            reason: round(float(weight), 2)
            for reason, weight in zip(REASONS, found[at], strict=True)
            if sign == ALWAYS or abs(weight) >= TOO_LIGHT
        }
        for sign, at in places.items()
        if sign == ALWAYS or max(abs(found[at])) >= TOO_LIGHT
    }


def _likeliest(texts: list[Text], places: dict[str, int]) -> np.ndarray:
    """The weights, a row for each sign and a column for each reason; nothing stated in any sentence weighs 0."""
    rows = [(number, seen) for number, text in enumerate(texts) for seen in text.sentences]
    cells = [
        (row, places[sign]) for row, (_, seen) in enumerate(rows) for sign in (ALWAYS, *sorted(seen)) if sign in places
    ]
    at_row, at_column = zip(*cells, strict=True)
    matrix = csr_matrix((np.ones(len(cells)), (at_row, at_column)), shape=(len(rows), len(places)))
    across = matrix.T.tocsr()
    mail = np.array([number for number, _ in rows])
    told = np.array([text.reason is not None for text in texts])
    right = np.array([[texts[number].reason == reason for reason in REASONS] for number, _ in rows])
    counts = np.array([text.weight for text in texts])

    def surprise(flat: np.ndarray) -> tuple[float, np.ndarray]:
        chances = np.exp(np.clip(matrix @ flat.reshape(len(places), len(REASONS)), -30, 30))
        everything = 1 + np.bincount(mail, chances.sum(axis=1))
        wanted = np.where(told, np.bincount(mail, (chances * right).sum(axis=1)), 1)
        shares = chances / everything[mail, None] - chances * right / wanted[mail, None]
        loss = counts @ (np.log(everything) - np.log(wanted)) + PULL / 2 * flat @ flat
        return float(loss), (across @ (shares * counts[mail, None])).ravel() + PULL * flat

    start = np.zeros(len(places) * len(REASONS))
    found = minimize(surprise, start, jac=True, method="L-BFGS-B", options={"maxiter": STEPS}).x
    return found.reshape(len(places), len(REASONS))


def _right(letters: list[Case], worth: Mapping[str, Mapping[str, float]]) -> str:
    """By language: how many of the stated reasons are read right, and how often one is told where none is stated."""
    told = [(case.language, case.expected["reason"], likeliest(prepare(case.message), worth)) for case in letters]
    lines = []
    for language in sorted({language for language, _, _ in told}):
        stated = [(want, got) for one, want, got in told if one == language and want]
        none = [got for one, want, got in told if one == language and not want]
        right = sum(got is not None and got.reason == want for want, got in stated)
        lines.append(f"{language} {right}/{len(stated)}, {sum(map(bool, none))} of {len(none)} told for nothing")
    return "; ".join(lines)


if __name__ == "__main__":
    main()
