"""A check of a mail account that is killed at any moment ends, when run again, as if nothing had happened."""

import os
import random
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.app.terminal import run
from tests.servers.dovecot import SECRET, Dovecot, running
from tests.stories import import_runs, stops
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


def checked(folder: Path) -> int:
    """`highroad sync`, run to its end; its exit code."""
    return run(folder, "sync").returncode


def killed_once_past(uid: int, folder: Path, *, later: float) -> bool:
    """Kill it, with no warning, so long after it got further than this and than before; whether it was at work."""
    further = max(uid, read_so_far(folder)[0])
    when = f"SELECT 1 FROM highroad_folderrow WHERE last_uid > {further}"
    return stops.killed(stops.started(folder, "sync", when=when), later=later)


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
