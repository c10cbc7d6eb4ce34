"""Labelled lines of JSON, and what to say when a file holds something else."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def labelled(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSONL file that have a text; ends the program with a sentence at a line that is none."""
    try:
        lines = path.read_text("utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise SystemExit(f"{path} cannot be read: {error}.") from error
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _object(line, f"{path}, line {number}")


def _object(line: str, place: str) -> dict[str, Any]:
    try:
        told = json.loads(line)
    except ValueError as error:
        raise SystemExit(f"{place}, is not JSON.") from error
    if not isinstance(told, dict):
        raise SystemExit(f"{place}, is no object with fields.")
    return told
