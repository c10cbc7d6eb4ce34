"""A mailbox large enough for several processes ends in the same record as with one, also when it is killed."""

from pathlib import Path

import pytest

from bench.mailbox import mails
from tests.stories.import_runs import dump, imported, killed_at

LETTERS = 160
ALL = 70_000_000  # bytes; more than it takes for other processes to be worth it
FROM = b"From sam@haldenfrey.example Tue Nov  3 10:12:00 2026\n"


@pytest.fixture(scope="module")
def mailbox(tmp_path_factory) -> Path:
    """Letters about applications between a few large files."""
    path = tmp_path_factory.mktemp("mailbox") / "all.mbox"
    head = b"From: kim@postbox.example\nSubject: photo\nContent-Transfer-Encoding: base64\n\n"
    file = head + b"Tm90aGlu\n" * (ALL // 90)
    letters = [raw for raw, _ in mails(LETTERS, share=0.6, size=0.1)]
    with path.open("wb") as mbox:
        for some in _tenths(letters):
            mbox.writelines(FROM + raw + b"\n" for raw in [*some, file])
    return path


def _tenths(letters: list[bytes]) -> list[list[bytes]]:
    return [letters[start : start + LETTERS // 10] for start in range(0, LETTERS, LETTERS // 10)]


@pytest.fixture(scope="module")
def alone(mailbox, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("alone")
    imported(folder, mailbox, "--processes", "1")
    return folder


def test_two_processes_end_in_the_same_record(mailbox, alone, tmp_path):
    counts = imported(tmp_path, mailbox, "--processes", "2")

    assert counts["messages"] == LETTERS + 10
    assert dump(tmp_path) == dump(alone)


def test_killed_and_run_again_too(mailbox, alone, tmp_path):
    was_at_work = killed_at(ALL // 3, tmp_path, mailbox)
    imported(tmp_path, mailbox)

    assert was_at_work
    assert dump(tmp_path) == dump(alone)
