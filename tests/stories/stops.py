"""highroad that stops itself, as by Ctrl-Z, once its record holds what was asked for; and waiting for that."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from django.db.backends.signals import connection_created

from highroad.cli.main import main
from tests.app.terminal import PATIENCE, environment
from tests.house.tree import ROOT

STOPPING = [sys.executable, "-c", "from tests.stories.stops import run; run()"]
QUESTION = "STOPS_WHEN"  # the variable with the question; any row for an answer is a yes


def started(folder: Path, *words: str, when: str) -> "subprocess.Popen[str]":
    """The program in a group of its own, which stops when the record answers this question."""
    return subprocess.Popen(
        [*STOPPING, *words, "--data-dir", str(folder)],
        cwd=ROOT,
        env=environment() | {QUESTION: f"{folder}\n{when}"},
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def has_stopped(program: "subprocess.Popen[str]") -> bool:
    """Wait until it stopped itself; False when it came to its end instead."""
    return os.waitid(os.P_PID, program.pid, os.WSTOPPED | os.WEXITED | os.WNOWAIT).si_code == os.CLD_STOPPED


def killed(program: "subprocess.Popen[str]", *, later: float) -> bool:
    """Kill it, with no warning, where it stopped, or so many seconds later; whether it was still at work then."""
    if has_stopped(program) and later:
        program.send_signal(signal.SIGCONT)
        _pause(program, later)
    program.kill()
    program.communicate()
    return program.returncode == -signal.SIGKILL


def interrupted(program: "subprocess.Popen[str]") -> tuple[int, str]:
    """Ctrl-C where it stopped; how it ended and what it said."""
    assert has_stopped(program)
    program.send_signal(signal.SIGINT)
    program.send_signal(signal.SIGCONT)
    _, said = program.communicate(timeout=PATIENCE)
    return program.returncode, said


def _pause(program: "subprocess.Popen[str]", seconds: float) -> None:
    try:
        program.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        return


def run() -> None:
    """The program itself: looks at what is committed, from outside, after each statement."""
    folder, _, question = os.environ.pop(QUESTION).partition("\n")
    watching = [Path(folder) / "highroad.sqlite3"]

    def look(execute: Callable[..., Any], *statement: Any) -> Any:
        found = execute(*statement)
        if watching and answers(watching[0], question):
            watching.clear()
            os.kill(os.getpid(), signal.SIGSTOP)
        return found

    def watch(*, connection: Any, **_: Mapping[str, Any]) -> None:
        connection.execute_wrappers.append(look)

    connection_created.connect(watch, weak=False)
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background would have it ignored
    main()


def answers(record: Path, question: str) -> bool:
    """Whether the record has a row for an answer."""
    try:
        with closing(sqlite3.connect(f"file:{record}?mode=ro", uri=True)) as asked:
            return asked.execute(question).fetchone() is not None
    except sqlite3.OperationalError:  # not made yet
        return False
