"""A text on its way out, killed where one wants, and what became of it in the end."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.app.terminal import environment
from tests.edges.mail_server import Told, mail_server
from tests.house.tree import ROOT

RECORD = "highroad.sqlite3"
DUE, CLAIM_OVER, LEASE_OVER = 660, 1_100, 1_900  # seconds after the yes
LATER = (CLAIM_OVER, LEASE_OVER, 2_700, 3_500)
BY_SERVER = ("connect", "ehlo", "auth", "mail", "rcpt", "data", "midway", "dot", "taken")
BY_OUTSIDE = ("secret", "between", "look", "before the copy", "after the copy")
BY_RECORD = {  # as the record says it to somebody outside
    "claimed": "attempts > 0",
    "sending": "state = 'sending'",
    "sent": "state = 'sent'",
    "recorded": "recorded_at IS NOT NULL",
}
BY_CHANCE = tuple(f"after {part} of its time" for part in (5, 15, 30, 45, 60, 75, 90))
POINTS = (*BY_SERVER, *BY_OUTSIDE, *BY_RECORD, *BY_CHANCE)


@dataclass(frozen=True)
class End:
    """What became of one text."""

    state: str
    arrived: int
    copies: int
    killed: bool
    recorded: int

    @property
    def is_lost(self) -> bool:
        """Nobody has it, and nobody was told."""
        return self.arrived == 0 and self.state not in {"unknown", "failed"}


class Worker:
    """Runs of the program, one at a time."""

    def __init__(self, folder: Path) -> None:
        self.pid, self.known = 0, threading.Event()
        folder.mkdir()
        told = {"HIGHROAD_DATA_DIR": str(folder), "DJANGO_SETTINGS_MODULE": "highroad.app.settings"}
        self._program = subprocess.Popen(
            [sys.executable, "-m", "tests.stories.outbox_worker"], cwd=ROOT, env=environment() | told,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip

    def run(self, folder: Path, do: str = "go", **told: Any) -> int:
        """One run to its end, however that comes; gives its exit code, or the signal below zero."""
        self.start(folder, do, **told)
        return self.ended()

    def start(self, folder: Path, do: str = "go", **told: Any) -> None:
        """Begin a run."""
        self.known.clear()
        line = {"folder": str(folder), "do": do, "dies_at": "", "dies_when": "", "later": DUE} | told
        self._program.stdin.write(json.dumps(line) + "\n")
        self._program.stdin.flush()
        self.pid = int(self._program.stdout.readline())
        self.known.set()

    def ended(self) -> int:
        """Wait for its end."""
        return int(self._program.stdout.readline())

    def kill(self) -> None:
        """Kill -9 what runs now, as somebody outside would."""
        self.known.wait(10)
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)

    def close(self) -> None:
        """No more runs."""
        self._program.stdin.close()
        self._program.wait(10)


def prepared(worker: Worker, folder: Path, *, keeps_sent: bool = False) -> Path:
    """A folder with a record in which one reply is due at DUE."""
    folder.mkdir()
    assert worker.run(folder, "prepare", keeps_sent=keeps_sent) == 0
    return folder


def killed_at(
    point: str,
    worker: Worker,
    template: Path,
    folder: Path,
    *,
    share: float = 0.0,
    act: Callable[[Path, Callable[[], None]], None] = lambda folder, kill: kill(),  # noqa: ARG005
) -> End:
    """A run killed at this point, and as many further runs as it takes to settle; `share` moves chance kills.

    `act` is what the server does at its point instead of killing at once.
    """
    shutil.copytree(template, folder)
    told = Told()
    if point in BY_SERVER:
        told.acts[point] = lambda: act(folder, worker.kill)
    with mail_server(told) as port:
        when = f"SELECT 1 FROM highroad_outgoingrow WHERE {BY_RECORD[point]}" if point in BY_RECORD else ""
        worker.start(folder, port=port, dies_at=point if point in BY_OUTSIDE else "", dies_when=when)
        ends = threading.Event()
        by_chance = _kill_by_chance(point, worker, ends, share) if point in BY_CHANCE else None
        code = worker.ended()
        ends.set()
        if by_chance:
            by_chance.join()
        told.acts.clear()
        settled = [worker.run(folder, port=port, later=later) for later in LATER]
    assert set(settled) == {0}
    return end_of(folder, told, killed=code == -signal.SIGKILL)


def end_of(folder: Path, told: Told, *, killed: bool) -> End:
    """What the record, the other mailbox and the Sent folder hold."""
    sent = folder / "sent-folder"
    copies = sent.read_text().count("Message-ID: ") if sent.exists() else 0
    [(state,)] = asked(folder, "SELECT state FROM highroad_outgoingrow")
    [(recorded,)] = asked(folder, "SELECT count(*) FROM highroad_messagerow WHERE sent_at > '2026-11-23 09:05'")
    return End(state, len(told.taken), copies, killed, recorded)


def asked(folder: Path, question: str) -> list[tuple[Any, ...]]:
    """Look into the record from outside."""
    with closing(sqlite3.connect(f"file:{folder / RECORD}?mode=ro", uri=True, timeout=5)) as record:
        return record.execute(question).fetchall()


USUAL = 0.25  # seconds that a run takes, about


def _kill_by_chance(point: str, worker: Worker, ends: threading.Event, share: float) -> threading.Thread:
    """Somebody beside the run who kills it after a share of its usual time."""
    seconds = (int(point.split()[1]) / 100 + share) * USUAL
    beside = threading.Thread(target=lambda: ends.wait(seconds) or worker.kill())
    beside.start()
    return beside
