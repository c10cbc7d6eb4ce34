"""Four writers and an import on one record: nobody is shown a locked database, nothing acknowledged is lost."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.stories.busy import busy, slowest_of
from tests.stories.mailbox import write_mailbox
from tests.stories.server import started

EVERY_DAY = (4.0, 600)  # seconds, messages
SOAK = (60.0, 20_000)
LONGEST_WAIT = 0.25  # seconds, for 99 of 100 pages on a machine with nothing else to do
PATIENCE = 20  # times as long where tests of others run beside this one


@pytest.mark.parametrize(
    ("seconds", "messages", "longest"),
    [(*EVERY_DAY, PATIENCE * LONGEST_WAIT), pytest.param(*SOAK, LONGEST_WAIT, marks=pytest.mark.soak)],
)
def test_nobody_waits_for_the_database(tmp_path: Path, seconds: float, messages: int, longest: float):
    mailbox = write_mailbox(tmp_path / "all.mbox", messages, seed=3)

    with started(tmp_path / "data") as browser:
        seen = busy(browser, tmp_path / "data", mailbox, seconds=seconds)

    print(f"\nfour writers and an import for {seconds:.0f} s: {seen}")
    assert not seen.wrong
    assert len(seen.written) > 4
    assert set(seen.written) <= employers(tmp_path / "data")
    assert slowest_of(seen.waits, 99) <= longest


def employers(folder: Path) -> set[str]:
    with closing(sqlite3.connect(folder / "highroad.sqlite3")) as record:
        assert record.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return {row[0] for row in record.execute("SELECT employer FROM highroad_applicationrow")}
