"""An import that is killed or stopped at any moment ends, when run again, as if nothing had happened."""

import random
from pathlib import Path

import pytest

from tests.stories.import_runs import dump, imported, killed_at, stopping_at
from tests.stories.mailbox import write_mailbox
from tests.stories.stops import interrupted

MESSAGES = 250
KILLS = 5  # for each of three seeds
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
    code, said = interrupted(stopping_at(1, tmp_path, mailbox))

    imported(tmp_path, mailbox)

    assert code == STOPPED
    assert said == "Stopped. What was read is kept, and the same command goes on from there.\n"
    assert dump(tmp_path) == dump(undisturbed)
