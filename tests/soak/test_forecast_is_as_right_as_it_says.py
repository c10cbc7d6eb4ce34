"""All 2,000 made-up searches, kind by kind."""

import pytest

from measure.forecast import figures
from measure.searches import KINDS, Kind

pytestmark = pytest.mark.soak


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_forecast_is_as_right_as_it_says(kind: Kind):
    found = figures(kind, 250, seed=6)

    low, high = (0.76, 0.84) if kind.right else (0.6, 1)
    assert low <= found.interview.covered <= high
    assert low <= found.offer.told <= high
    assert found.offer.covered <= 0.9  # too wide far beyond what is told, never too narrow
    for score in (found.interview, found.offer):
        assert score.brier < min(score.plug_in, score.base_rate)
