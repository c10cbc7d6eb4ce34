"""The forecast is as right as it says on a sample of the made-up searches; tests/soak looks at all of them."""

from functools import cache
from statistics import fmean

import numpy as np
import pytest

from highroad.applications.beta import Beta
from measure.forecast import Figures, covered, figures, seconds, table
from measure.searches import KINDS, Kind, search

RIGHT = [kind for kind in KINDS if kind.right]
WRONG = [kind for kind in KINDS if not kind.right]


@cache
def sample(kind: Kind) -> Figures:
    return figures(kind, 25, seed=6)


def test_where_the_model_is_right_ranges_of_eighty_hold_about_eighty():
    interview = fmean(sample(kind).interview.covered for kind in RIGHT)
    offer = fmean(sample(kind).offer.told for kind in RIGHT)

    assert 0.76 <= interview <= 0.84
    assert 0.76 <= offer <= 0.84


@pytest.mark.parametrize("kind", WRONG, ids=lambda kind: kind.name)
def test_where_the_model_is_wrong_ranges_hold_sixty_and_more(kind: Kind):
    assert sample(kind).interview.covered >= 0.6
    assert sample(kind).offer.told >= 0.6


def test_over_all_kinds_it_errs_less_than_the_share_seen_and_than_the_published_rate():
    for name in ("interview", "offer"):
        scores = [getattr(sample(kind), name) for kind in KINDS]
        ours, plug_in, base_rate = (
            fmean(getattr(score, of) for score in scores) for of in ("brier", "plug_in", "base_rate")
        )

        assert ours < plug_in
        assert ours < base_rate


def test_coverage_is_that_of_waits_drawn_by_chance():
    dice = np.random.default_rng(9)
    known, truth = Beta(2, 30), 0.08
    waits = dice.geometric(truth, 50_000)
    upto = {n: known.some_in(n) for n in range(int(waits.max()) + 1)}
    pit = [upto[n - 1] + part * (upto[n] - upto[n - 1]) for n, part in zip(waits, dice.random(50_000), strict=True)]

    drawn = np.mean((np.array(pit) > 0.1) & (np.array(pit) < 0.9))

    assert covered(known, truth, at_most=10**6) == pytest.approx(drawn, abs=0.006)


def test_the_same_dice_make_the_same_search():
    once, again = (search(KINDS[7], np.random.default_rng(1)) for _ in range(2))

    assert once == again


def test_a_chance_known_to_be_far_off_covers_nothing():
    assert covered(Beta(5000, 5000), 0.001, at_most=10**9) < 0.01


def test_the_table_has_a_row_for_each_kind():
    assert table([sample(KINDS[0])]).count("\n") == 2


def test_ten_thousand_applications_take_a_third_of_a_second_and_a_change_a_third_of_that():
    cold, again = (min(times) for times in zip(*(seconds() for _ in range(3)), strict=True))

    assert cold < 0.3
    assert again < 0.1
