"""`highroad import` as a program of its own, which can be killed, and what it left in its folder."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

from tests.stories import stops

HIGHROAD = [sys.executable, "-c", "from highroad.cli.main import main; main()"]
DUMPED = (
    "SELECT key, event_id, outgoing, sender, subject, sent_at, message, reading, unreadable FROM highroad_messagerow",
    "SELECT hex(digest), reader_version FROM highroad_seenrow",
    "SELECT application_id, employer, role, furthest_stage, outcome, applied_on FROM highroad_applicationrow",
    "SELECT e.event_id, a.application_id, e.kind, e.at, e.evidence, e.is_no, e.event FROM highroad_eventrow e"
    " JOIN highroad_applicationrow a ON a.id = e.application_id",
    "SELECT a.application_id, p.name, p.email, p.part, p.last_contact_at FROM highroad_personrow p"
    " JOIN highroad_applicationrow a ON a.id = p.application_id",
    "SELECT event_id, key FROM highroad_linkrow",
    "SELECT employer, role, people, mail FROM highroad_search",
    "SELECT email, mine, seen FROM highroad_addressrow",
    "SELECT path, state, position, size, messages FROM highroad_sourcerow",
)


def started(folder: Path, *arguments: str | Path) -> subprocess.Popen[str]:
    """The program, at work on its own data folder, in a group of its own."""
    command = [*HIGHROAD, "import", "--data-dir", str(folder), *map(str, arguments)]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("HIGHROAD_")}
    return subprocess.Popen(
        command, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )


def imported(folder: Path, *paths: Path) -> dict[str, Any]:
    """Run it to its end; what it printed."""
    program = started(folder, *paths, "--json")
    out, err = program.communicate(timeout=300)
    assert program.returncode == 0, err
    return json.loads(out)


def killed_at(position: int, folder: Path, path: Path, *, later: float = 0.0) -> bool:
    """Start it and kill it, with no warning, so many seconds after it got there; whether it was still at work then.

    Where an earlier run came further, it is killed after the first thing it stores.
    """
    further = max([position, *(so_far + 1 for so_far in positions(folder))])
    return stops.killed(stopping_at(further, folder, path), later=later)


def stopping_at(position: int, folder: Path, path: Path) -> subprocess.Popen[str]:
    """The program, which stops itself once a source is read as far as this."""
    when = f"SELECT 1 FROM highroad_sourcerow WHERE position >= {position}"
    return stops.started(folder, "import", str(path), when=when)


def positions(folder: Path) -> list[int]:
    """How far sources were read, where any was."""
    try:
        with closing(sqlite3.connect(f"file:{folder}/highroad.sqlite3?mode=ro", uri=True)) as record:
            return [row[0] for row in record.execute("SELECT position FROM highroad_sourcerow WHERE position > 0")]
    except sqlite3.OperationalError:  # not made yet
        return []


def dump(folder: Path) -> list[list[tuple[Any, ...]]]:
    """Everything in the record, sorted, without the database's own numbers and times."""
    with closing(sqlite3.connect(folder / "highroad.sqlite3")) as record:
        assert record.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return [sorted(record.execute(question), key=repr) for question in DUMPED]
