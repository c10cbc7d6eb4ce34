"""An import that is killed or stopped at any moment ends, when run again, as if nothing had happened."""

import random
import signal
import time
from pathlib import Path

import pytest

from bench.mailbox import write_mbox
from tests.stories.import_runs import dump, first_batch_is_in, imported, killed_after, started

MESSAGES = 450


@pytest.fixture(scope="module")
def mailbox(tmp_path_factory) -> Path:
    """Mails enough for a few batches."""
    path = tmp_path_factory.mktemp("mailbox") / "all.mbox"
    write_mbox(path, MESSAGES, seed=7, kilobytes=4)
    return path


@pytest.fixture(scope="module")
def undisturbed(mailbox, tmp_path_factory) -> tuple[Path, float]:
    """The record after an import that nothing disturbed, and the seconds it took."""
    folder = tmp_path_factory.mktemp("undisturbed")
    begun = time.monotonic()
    imported(folder, mailbox)
    return folder, time.monotonic() - begun


@pytest.mark.parametrize("seed", range(3))
def test_killed_at_a_random_moment_and_run_again_it_ends_the_same(mailbox, undisturbed, tmp_path, seed):
    whole, seconds = undisturbed
    moment = random.Random(seed).uniform(0.3, 0.9) * seconds

    killed_after(moment, tmp_path, mailbox)
    counts = imported(tmp_path, mailbox)

    assert dump(tmp_path) == dump(whole)
    assert counts["messages"] == MESSAGES


def test_ctrl_c_stops_cleanly_and_the_next_run_goes_on(mailbox, undisturbed, tmp_path):
    whole, _ = undisturbed
    program = started(tmp_path, mailbox)

    at_work = first_batch_is_in(tmp_path, program)
    program.send_signal(signal.SIGINT)
    _, said = program.communicate(timeout=60)
    imported(tmp_path, mailbox)

    assert at_work and program.returncode == 130
    assert said == "Stopped. What was read is kept, and the same command goes on from there.\n"
    assert dump(tmp_path) == dump(whole)
