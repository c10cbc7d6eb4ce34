"""`python -m training.train`: fits the second opinion on the text here and ships it in the package."""

import time

from highroad.events.weights import pack
from training.clauses import KINDS
from training.fit import cases, fitted
from training.written import ROOT, fingerprint

SHIPPED = ROOT / "src/highroad/events/content/second_opinion.bin"


def main() -> None:
    """Writes the weights; the same text and the same versions of numpy and scikit-learn give the same bytes."""
    began = time.monotonic()
    head, rows = fitted(list(cases()), KINDS, written=fingerprint())
    SHIPPED.parent.mkdir(exist_ok=True)
    SHIPPED.write_bytes(pack(head, rows))
    print(
        f"{len(rows)} features, temperature {head['temperature']:.2f}, {SHIPPED.stat().st_size / 1e6:.2f} MB,", end=" "
    )
    print(f"{time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()
