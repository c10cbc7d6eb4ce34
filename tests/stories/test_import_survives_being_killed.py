"""An import that is killed or stopped at any moment ends, when run again, as if nothing had happened."""

import random
import signal
from pathlib import Path

import pytest

from tests.stories.import_runs import dump, has_come_to, imported, killed_at, started
from tests.stories.mailbox import write_mailbox

MESSAGES = 250
KILLS = 5  # for each of three seeds
TRIES = 6
STOPPED = 130  # what a program stopped by Ctrl-C ends with


@pytest.fixture(scope="module")
def mailbox(tmp_path_factory) -> Path:
    """Mails enough for a few batches."""
    return write_mailbox(tmp_path_factory.mktemp("mailbox") / "all.mbox", MESSAGES, seed=7)


@pytest.fixture(scope="module")
def undisturbed(mailbox, tmp_path_factory) -> Path:
    """The record after an import that nothing disturbed."""
    folder = tmp_path_factory.mktemp("undisturbed")
    imported(folder, mailbox)
    return folder


@pytest.mark.parametrize("seed", range(3))
def test_killed_five_times_at_random_moments_and_run_again_it_ends_the_same(mailbox, undisturbed, tmp_path, seed):
    dice, size = random.Random(seed), mailbox.stat().st_size
    places = sorted(dice.randrange(size) for _ in range(KILLS))

    killed = [killed_at(place, tmp_path, mailbox, later=dice.uniform(0, 0.1)) for place in places]
    counts = imported(tmp_path, mailbox)

    assert any(killed)
    assert dump(tmp_path) == dump(undisturbed)
    assert counts["messages"] == MESSAGES


def test_ctrl_c_stops_cleanly_and_the_next_run_goes_on(mailbox, undisturbed, tmp_path):
    tries = (interrupted(tmp_path / str(number), mailbox) for number in range(TRIES))  # one may be done too soon
    folder, said = next((folder, said) for folder, code, said in tries if code == STOPPED)

    imported(folder, mailbox)

    assert said == "Stopped. What was read is kept, and the same command goes on from there.\n"
    assert dump(folder) == dump(undisturbed)


def interrupted(folder: Path, mailbox: Path) -> tuple[Path, int, str]:
    """Ctrl-C once something is stored; the folder, how the program ended and what it said."""
    program = started(folder, mailbox)
    has_come_to(1, folder, program)
    program.send_signal(signal.SIGINT)
    _, said = program.communicate(timeout=60)
    return folder, program.returncode, said
