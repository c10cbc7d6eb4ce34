"""`python -m measure.given PATH…`: measures each labelled file by what its lines are labelled with."""

import argparse
import subprocess
import sys
from pathlib import Path

from measure.jsonl import labelled

MEASURES = {
    ("text", "level"): "crisis",
    ("text", "distortions"): "hints",
    ("text", "labels"): "hints",
    ("text", "hot"): "tone",
    ("body", "errors"): "proofread",
    ("kind",): "reader",
    ("label",): "reader",
}
TELL_MISTAKES = {"reader", "tone"}  # those that can; who gives a file may see what is in it


def main() -> None:
    """Prints what the program for such lines prints, one file after the other."""
    parser = argparse.ArgumentParser(prog="python -m measure.given", description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="labelled text, one JSON object a line")
    for path in parser.parse_args().paths:
        name = measure(path)
        mistakes = ["--mistakes"] if name in TELL_MISTAKES else []
        done = subprocess.run([sys.executable, "-m", f"measure.{name}", *mistakes, str(path)], check=False)
        if done.returncode:
            sys.exit(done.returncode)


def measure(path: Path) -> str:
    """The name of the program for the fields of the first line."""
    first = next(labelled(path), {})
    found = (name for fields, name in MEASURES.items() if first.keys() >= set(fields))
    if name := next(found, None):
        return name
    known = "; ".join(" and ".join(fields) for fields in MEASURES)
    raise SystemExit(f"The lines of {path} have none of the fields we measure by: {known}.")


if __name__ == "__main__":
    main()
