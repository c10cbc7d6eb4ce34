"""A program that stands where a system's own notifier would, and writes down what it was told."""

import stat
from pathlib import Path

SCRIPT = """#!/bin/sh
for word in "$@"; do printf '%s\\n' "$word" >> '{told}'; done
echo --- >> '{told}'
exit {answer}
"""


def stand_in(folder: Path, *, name: str = "notify-send", answer: int = 0) -> Path:
    """Put it into the folder; gives the file that its words go to, an entry ended by ---."""
    told = folder / f"{name}.told"
    program = folder / name
    program.write_text(SCRIPT.format(told=told, answer=answer))
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return told


def entries(told: Path) -> list[list[str]]:
    """What it was told each time."""
    text = told.read_text() if told.exists() else ""
    return [entry.strip().splitlines() for entry in text.split("---\n") if entry.strip()]
