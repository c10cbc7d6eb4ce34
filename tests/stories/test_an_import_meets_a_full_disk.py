"""The disk fills up at any write of an import: a sentence, nothing lost, and on from there once there is room."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from highroad.app.disk import FULL
from tests.stories.import_runs import dump, imported, started
from tests.stories.mailbox import write_mailbox
from tests.stories.small_disk import give_room, small_disk

MESSAGES = 200
EVERY_DAY, SOAK = range(3), range(3, 43)
KILOBYTES = (400, 3_000)  # from the first table to the last batch


@pytest.fixture(scope="module")
def mailbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Mails enough for a few batches, on a disk of their own."""
    return write_mailbox(tmp_path_factory.mktemp("mailbox") / "all.mbox", MESSAGES, seed=7)


@pytest.fixture(scope="module")
def undisturbed(mailbox: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record after an import with room enough."""
    folder = tmp_path_factory.mktemp("undisturbed")
    imported(folder, mailbox)
    return folder


@pytest.mark.parametrize("seed", [*EVERY_DAY, *(pytest.param(seed, marks=pytest.mark.soak) for seed in SOAK)])
def test_nothing_kept_is_lost_and_the_import_goes_on(mailbox: Path, undisturbed: Path, tmp_path: Path, seed: int):
    with small_disk(tmp_path / "disk", random.Random(seed).randrange(*KILOBYTES)) as folder:
        program = started(folder, mailbox)
        _, said = program.communicate(timeout=120)
        counted, kept = acknowledged(folder)
        give_room(folder)
        kept_after = acknowledged(folder)[1]
        imported(folder, mailbox)
        after = dump(folder)

    assert program.returncode == 0 or said.strip() == FULL
    assert counted <= len(kept) <= len(kept_after)
    assert kept <= kept_after
    assert after == dump(undisturbed)


def acknowledged(folder: Path) -> tuple[int, set[bytes]]:
    """How many mails the record says it read, and the digests of those it says it saw."""
    try:
        with closing(sqlite3.connect(f"file:{folder}/highroad.sqlite3?mode=ro", uri=True)) as record:
            counted = record.execute("SELECT coalesce(sum(messages), 0) FROM highroad_sourcerow").fetchone()[0]
            return counted, {row[0] for row in record.execute("SELECT digest FROM highroad_seenrow")}
    except sqlite3.OperationalError:  # full before the first table was there
        return 0, set()
