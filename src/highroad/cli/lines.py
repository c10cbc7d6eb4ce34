"""The lines of a JSONL file that is named on the command line, or piped in."""

import sys
from collections.abc import Iterator
from io import TextIOWrapper
from pathlib import Path


def lines_of(file: Path) -> Iterator[str]:
    """Every line, of what is piped in for "-"; a byte that is no letter is a sign, a mark at the beginning is no part.

    Ends the program with a sentence where the file cannot be read.
    """
    try:
        opened = sys.stdin.buffer if str(file) == "-" else file.open("rb")
    except OSError as error:
        sys.exit(f"{file} cannot be read: {error.strerror}.")
    with TextIOWrapper(opened, encoding="utf-8-sig", errors="replace") as lines:
        yield from lines
