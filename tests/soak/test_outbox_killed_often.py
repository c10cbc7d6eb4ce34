"""The outbox, killed -9 fifty times at each of its points: nobody gets a mail twice, and none is lost in silence."""

import shutil
from collections import Counter

import pytest

from tests.stories.outbox_runs import BY_CHANCE, POINTS, Worker, killed_at, prepared

pytestmark = pytest.mark.soak

TIMES = 50


@pytest.mark.parametrize("point", POINTS)
def test_fifty_kills_at_one_point_send_nothing_twice(tmp_path, point):
    worker = Worker(tmp_path / "worker")
    template = prepared(worker, tmp_path / "template")
    ends = []
    for time in range(TIMES):
        share = 0.1 * time / TIMES if point in BY_CHANCE else 0.0
        ends.append(killed_at(point, worker, template, tmp_path / "record", share=share))
        shutil.rmtree(tmp_path / "record")
    worker.close()

    killed, twice = sum(end.killed for end in ends), sum(max(end.arrived - 1, 0) for end in ends)
    lost = sum(end.is_lost for end in ends)
    print(f"{point}: killed {killed}, twice {twice}, lost {lost}, {dict(Counter(end.state for end in ends))}")
    assert (twice, lost) == (0, 0)
    assert max(end.copies for end in ends) <= 1
