"""`highroad import`, killed two hundred times at random moments, loses and doubles nothing."""

import random

import pytest

from tests.stories.import_runs import dump, imported, killed_at
from tests.stories.mailbox import write_mailbox

pytestmark = pytest.mark.soak

MESSAGES = 1_000
KILLS = 10  # for each of twenty seeds


@pytest.mark.parametrize("seed", range(20))
def test_ten_kills_end_in_the_same_record(tmp_path, seed):
    mailbox = write_mailbox(tmp_path / "all.mbox", MESSAGES, seed=seed)
    imported(tmp_path / "whole", mailbox)
    dice, size = random.Random(seed), mailbox.stat().st_size
    places = sorted(dice.randrange(size) for _ in range(KILLS))

    killed = [killed_at(at, tmp_path / "killed", mailbox, later=dice.uniform(0, 0.2)) for at in places]
    imported(tmp_path / "killed", mailbox)

    assert sum(killed) > KILLS // 2
    assert dump(tmp_path / "killed") == dump(tmp_path / "whole")
