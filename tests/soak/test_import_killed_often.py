"""`highroad import`, killed at twenty random moments one after the other, loses and doubles nothing."""

import random
import time

import pytest

from bench.mailbox import write_mbox
from tests.stories.import_runs import dump, imported, killed_after

pytestmark = pytest.mark.soak

MESSAGES = 3_000
KILLS = 20


@pytest.mark.parametrize("seed", range(3))
def test_twenty_kills_end_in_the_same_record(tmp_path, seed):
    mailbox = tmp_path / "all.mbox"
    write_mbox(mailbox, MESSAGES, seed=seed)
    begun = time.monotonic()
    imported(tmp_path / "whole", mailbox)
    seconds = time.monotonic() - begun
    dice = random.Random(seed)

    killed = [killed_after(dice.uniform(0.05, 0.6) * seconds, tmp_path / "killed", mailbox) for _ in range(KILLS)]
    imported(tmp_path / "killed", mailbox)

    assert any(killed)
    assert dump(tmp_path / "killed") == dump(tmp_path / "whole")
