"""`python -m training.fit_sent`: fits how mail that the user wrote is told, on such mail of our own, and ships it."""

import json
from collections.abc import Iterator

from highroad.events.event import Kind
from highroad.events.own_mail import own_groups
from highroad.events.prepared import prepare
from highroad.events.weights import SENT, pack
from highroad.mail.parse import from_parts
from training.fit import FOLDS, Case, Source, fitted
from training.linear import fold_of
from training.written import ROOT, sent_fingerprint, sent_letters

SHIPPED = ROOT / "src/highroad/events" / SENT
KINDS = tuple(
    str(kind)
    for kind in (Kind.APPLIED, Kind.THANK_YOU, Kind.FOLLOW_UP, Kind.WITHDRAWAL, Kind.ACCEPTED, Kind.UPDATE, Kind.OTHER)
)
COUNTS = {"withdrawal": 2.0, "accepted": 2.0}  # the ends are few among our letters


def main() -> None:
    """Writes the weights; the same text and the same versions of numpy and scikit-learn give the same bytes."""
    known = list(cases())
    head, rows = fitted(known, KINDS, written=sent_fingerprint())
    SHIPPED.write_bytes(pack(head, rows))
    print(f"own mail: {len(known)} mails, {len(rows)} features, temperature {head['temperature']:.2f}")


def cases() -> Iterator[Case]:
    """Every mail that was written for this."""
    for path in sent_letters():
        for line in path.read_text(encoding="utf-8").splitlines():
            told = json.loads(line)
            mail = prepare(from_parts(None, told["to"], told["subject"], None, told["body"]))
            groups = tuple(map(frozenset, own_groups(mail)))
            yield Case(groups, told["kind"], COUNTS.get(told["kind"], 1.0), fold_of(told["body"], FOLDS), Source.WHOLE)


if __name__ == "__main__":
    main()
