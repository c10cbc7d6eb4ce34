"""`python -m training.fit_people`: fits what tells a person's name in a mail, and ships the weights."""

import hashlib
import json
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from math import fsum

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from highroad.events.details.closing import closing_lines
from highroad.events.details.faces import faces
from highroad.events.details.names import plain
from highroad.events.details.posting import own_words
from highroad.events.details.tables import word_set
from highroad.events.event import NOT_ABOUT, Kind
from highroad.events.prepared import prepare
from highroad.mail.parse import from_parts
from training.written import ROOT, TRIALS, labelled_letters, people_fingerprint

SHIPPED = ROOT / "src/highroad/events/details/content/people.json"
KEPT_ASIDE = 5  # one mail in so many is never fitted on
TIMES = 3  # how often a trial counts
USER = "Ana Duarte <ana@duarte.example>"
FEWEST = 2  # candidates a clue is in
PULL = 1.0  # inverse regularisation, chosen by three-fold comparison
TOO_LIGHT = 0.03  # a weight that changes nothing
EMPLOYER_UNKNOWN = 4  # in one mail of so many the employer is not told, as the reader may miss it


@dataclass(frozen=True, slots=True)
class Face:
    """A candidate's clues, and whether it is a person's name."""

    clues: frozenset[str]
    person: bool


def main() -> None:
    """Writes the weights; the same letters and the same versions of numpy and scikit-learn give the same bytes."""
    told = [letter for path in labelled_letters() for letter in _letters(path.read_text(encoding="utf-8"))]
    fit_on = [*(letter for letter in told if not kept_aside(letter)), *TIMES * list(_trials())]
    seen = sure_of(fit_on)
    shipped = {"written": people_fingerprint(), "person": fitted(seen)}
    SHIPPED.write_text(json.dumps(shipped, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    print(f"people: {len(seen)} candidates, {len(shipped['person'])} clues")


def _letters(text: str) -> Iterator[dict]:
    for line in filter(str.strip, text.split("\n")):
        letter = json.loads(line)
        if Kind(letter["kind"]) not in NOT_ABOUT:
            yield letter


def _trials() -> Iterator[dict]:
    """The mails that tests hold the reader to: a mail that was misread is added there, and learned from."""
    for table in TRIALS:
        for told in tomllib.loads(table.read_text(encoding="utf-8"))["mail"]:
            if "people" in told:
                people = [
                    {"name": who.rpartition(" ")[0] if who.split()[-1].islower() else who} for who in told["people"]
                ]
                yield {"to": USER, "employer": None, **told, "body": told["body"].strip(), "people": people}


def kept_aside(letter: dict) -> bool:
    """Whether nothing is fitted on this mail: a fixed choice by its own letters."""
    return hashlib.sha256(letter["body"].encode()).digest()[0] % KEPT_ASIDE == 0


def sure_of(letters: list[dict]) -> list[Face]:
    """The faces to fit on. Who signs a letter that tells nobody is often somebody: what may be one is left out."""
    told = [face for letter in letters if letter.get("people") for face in read(letter)]
    untold = [face for letter in letters if not letter.get("people") for face in read(letter)]
    worth = fitted(told)
    return told + [face for face in untold if not _may_be_one(face, worth)]


def _may_be_one(face: Face, worth: dict[str, float]) -> bool:
    named = not face.clues.isdisjoint(("given", "honour"))
    return named and fsum(worth.get(clue, 0.0) for clue in ("", *face.clues)) > 0


def read(letter: dict) -> Iterator[Face]:
    """All candidates of one labelled mail."""
    mail = prepare(from_parts(*(letter.get(part) for part in ("from", "to", "subject", "date", "body"))))
    ground = own_words(mail, sender=mail.sender, signers=closing_lines(mail))
    employer = (letter["employer"] or "").lower() if len(letter["body"]) % EMPLOYER_UNKNOWN else ""
    people = {_bare(person["name"]) for person in letter.get("people") or ()}
    alone = {word for name in people for word in (name.split(" ")[0], name.split(" ")[-1])}
    for name, candidate in faces(ground.laid, sender=mail.sender, employer=employer, kind=letter["kind"]).items():
        yield Face(frozenset(candidate.clues), _bare(name) in people | alone)


def _bare(name: str) -> str:
    """A name without "Dr" and "Ms"."""
    return " ".join(word for word in plain(name).split() if word not in word_set("people", "honours"))


def fitted(faces: list[Face]) -> dict[str, float]:
    """What each clue is worth for being a person."""
    known = Counter(clue for face in faces for clue in face.clues)
    places = {clue: at for at, clue in enumerate(sorted(clue for clue, count in known.items() if count >= FEWEST))}
    cells = [(row, places[clue]) for row, face in enumerate(faces) for clue in sorted(face.clues) if clue in places]
    rows, columns = zip(*cells, strict=True)
    matrix = csr_matrix((np.ones(len(cells)), (rows, columns)), shape=(len(faces), len(places)))
    model = LogisticRegression(C=PULL, max_iter=400).fit(matrix, [face.person for face in faces])
    found = {clue: round(float(model.coef_[0][at]), 3) for clue, at in places.items()}
    return {"": round(float(model.intercept_[0]), 3)} | {
        clue: weight for clue, weight in found.items() if abs(weight) >= TOO_LIGHT
    }


if __name__ == "__main__":
    main()
