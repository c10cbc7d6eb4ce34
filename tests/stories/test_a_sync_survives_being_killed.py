"""A check of a mail account that is killed at any moment ends, when run again, as if nothing had happened."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.servers.dovecot import SECRET, Dovecot, running
from tests.stories import import_runs
from tests.stories.mailbox import mails

MESSAGES = 200
KILLS = 2
CONNECT = f"""
import sys, django
django.setup()
from highroad.app import clock
from highroad.app.actions.accounts import connect
from highroad.app.actions.start import make_ready
from highroad.app.queries.accounts import AccountSettings
from highroad.app.queries.owners import the_owner
from highroad.edges.imap import Folder
make_ready(now=clock.now())
told = AccountSettings("ana@duarte.example", "127.0.0.1", imap_port=int(sys.argv[1]), imap_security="none")
connect(the_owner(), told, "{SECRET}", folders=[Folder("INBOX")], chosen=["INBOX"], now=clock.now())
"""
DUMPED = [question for question in import_runs.DUMPED if "highroad_sourcerow" not in question]


@pytest.fixture(scope="module")
def dovecot():
    """A server with mails enough for a few batches."""
    with running() as server:
        server.deliver([*mails(MESSAGES, seed=7)])
        yield server


@pytest.fixture(scope="module")
def undisturbed(dovecot: Dovecot, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record after a check that nothing disturbed."""
    folder = connected(tmp_path_factory.mktemp("undisturbed"), dovecot)
    assert checked(folder) == 0
    return folder


@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.soak) for seed in range(1, 20))])
def test_killed_at_random_moments_and_run_again_it_ends_the_same(dovecot, undisturbed, tmp_path, seed):
    dice = random.Random(seed)
    connected(tmp_path, dovecot)

    killed = [killed_once_past(dice.randrange(MESSAGES), tmp_path, later=dice.uniform(0, 0.1)) for _ in range(KILLS)]

    assert checked(tmp_path) == 0
    assert any(killed)
    assert dump(tmp_path) == dump(undisturbed)
    assert read_so_far(tmp_path) == (MESSAGES, MESSAGES)


def connected(folder: Path, dovecot: Dovecot) -> Path:
    """A record with one account."""
    settings = {"HIGHROAD_DATA_DIR": str(folder), "DJANGO_SETTINGS_MODULE": "highroad.app.settings"}
    subprocess.run([sys.executable, "-c", CONNECT, str(dovecot.port)], env=os.environ | settings, check=True)
    return folder


def started(folder: Path) -> "subprocess.Popen[str]":
    """`highroad sync` as a program of its own."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("HIGHROAD_")}
    command = [*import_runs.HIGHROAD, "sync", "--data-dir", str(folder)]
    return subprocess.Popen(command, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def checked(folder: Path) -> int:
    """Run it to its end; its exit code."""
    program = started(folder)
    program.communicate(timeout=120)
    return program.returncode


def killed_once_past(uid: int, folder: Path, *, later: float) -> bool:
    """Kill it, with no warning, so long after it got further than this and than before; whether it was at work."""
    further = max(uid, read_so_far(folder)[0])
    program = started(folder)
    while program.poll() is None and read_so_far(folder)[0] <= further:
        _pause(program, 0.03)
    _pause(program, later)
    program.kill()
    program.communicate()
    return program.returncode == -signal.SIGKILL


def _pause(program: "subprocess.Popen[str]", seconds: float) -> None:
    try:
        program.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        return


def read_so_far(folder: Path) -> tuple[int, int]:
    """The number of the last mail read, and how many mails were counted."""
    with closing(sqlite3.connect(f"file:{folder}/highroad.sqlite3?mode=ro", uri=True)) as record:
        last, counted = record.execute("SELECT last_uid, messages FROM highroad_folderrow").fetchone()
    return last, counted


def dump(folder: Path) -> list[list[tuple[object, ...]]]:
    """Everything in the record, sorted, without the database's own numbers and times."""
    with closing(sqlite3.connect(folder / "highroad.sqlite3")) as record:
        assert record.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return [sorted(record.execute(question), key=repr) for question in DUMPED]
