"""A chance not known exactly, beside scipy's beta and its Monte Carlo."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from highroad.applications.beta import Beta, both, mixed, some_in, spread

SIDES = st.floats(0.05, 5000)
BETAS = st.builds(Beta, SIDES, SIDES)


@pytest.mark.parametrize("sides", [(4.6, 75.4), (0.4, 66), (0.6, 10_000), (0.6, 19.4), (300, 0.3), (20_000, 500_000)])
@pytest.mark.parametrize("share", [0.05, 0.1, 0.5, 0.9, 0.95])
def test_a_quantile_is_scipys(sides: tuple[float, float], share: float):
    assert Beta(*sides).quantile(share) == pytest.approx(stats.beta.ppf(share, *sides), rel=5e-4)


@given(BETAS)
def test_the_points_of_a_spread_weigh_one_and_have_its_mean(beta: Beta):
    log_odds, weights = spread(beta)

    assert weights.sum() == pytest.approx(1)
    assert weights @ np.exp(-np.logaddexp(0, -log_odds)) == pytest.approx(beta.mean, rel=1e-3)


@pytest.mark.parametrize("tries", [0, 1, 10, 100, 5000])
@pytest.mark.parametrize("sides", [(4.6, 75.4), (0.4, 66), (2, 8)])
def test_no_success_in_n_tries_is_the_empty_beta_binomial(sides: tuple[float, float], tries: int):
    assert Beta(*sides).none_in(tries) == pytest.approx(stats.betabinom.pmf(0, tries, *sides), rel=1e-6)


def test_two_chances_in_a_row_by_hand():
    """Means 1/2 and 1/4 over 4 cases: mean 1/8; M2 = (1/4 + 1/20) (1/16 + 3/80) = 3/100; k = (7/64) / (23/1600) - 1."""
    chance = both([Beta(2, 2), Beta(1, 3)])

    assert chance.mean == pytest.approx(1 / 8)
    assert chance.cases == pytest.approx((7 / 64) / (3 / 100 - 1 / 64) - 1)


def test_one_chance_alone_stays_what_it_is():
    alone = Beta(2, 8)

    assert both([alone]).a == pytest.approx(mixed([(0.3, alone)]).a) == pytest.approx(2)
    assert both([alone]).b == pytest.approx(mixed([(0.3, alone)]).b) == pytest.approx(8)


def test_a_mix_has_the_mean_of_its_parts():
    half_and_half = mixed([(1, Beta(3, 97)), (1, Beta(30, 70)), (0, Beta(1, 1))])

    assert half_and_half.mean == pytest.approx(0.165)
    assert half_and_half.variance == pytest.approx((Beta(3, 97).variance + Beta(30, 70).variance) / 4)


@given(BETAS, st.floats(0.05, 0.95))
def test_the_tries_until_are_the_fewest(beta: Beta, share: float):
    tries = beta.tries_until(share, at_most=1000)

    if tries is None:
        assert beta.some_in(1000) < share
    else:
        assert beta.some_in(tries) >= share
        assert tries == 1 or beta.some_in(tries - 1) < share


@given(BETAS, st.floats(0.1, 100), st.floats(0.1, 100))
def test_seeing_more_at_the_same_rate_narrows_a_chance(beta: Beta, often: float, more: float):
    once = beta.after(hits=often * beta.mean, misses=often * (1 - beta.mean))
    twice = once.after(hits=more * beta.mean, misses=more * (1 - beta.mean))

    assert twice.variance < once.variance < beta.variance


def test_a_sure_chance_comes_true_at_once():
    assert some_in(1, chance=1.0) == 1
    assert some_in(0, chance=1.0) == 0
    assert some_in(2, chance=0.5) == pytest.approx(0.75)
