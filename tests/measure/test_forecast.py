"""The forecast is as right as it says on a sample of the made-up searches; tests/soak looks at all of them."""

from dataclasses import replace
from functools import cache
from statistics import fmean

import numpy as np
import pytest

from highroad.applications.beta import Beta
from measure import weeks
from measure.forecast import Figures, covered, figures, known_of, seconds, table
from measure.searches import KINDS, Kind, search

RIGHT = [kind for kind in KINDS if kind.right]
WRONG = [kind for kind in KINDS if not kind.right]


@cache
def sample(kind: Kind) -> Figures:
    return figures(kind, 25, seed=6)


def test_where_the_model_is_right_ranges_of_eighty_hold_about_eighty():
    interview = fmean(sample(kind).interview.covered for kind in RIGHT)
    offer = fmean(sample(kind).offer.told for kind in RIGHT)
    week = fmean(sample(kind).weeks for kind in RIGHT)

    assert 0.76 <= interview <= 0.84
    assert 0.76 <= offer <= 0.84
    assert 0.76 <= week <= 0.84
    assert 0.76 <= fmean(sample(kind).shown for kind in RIGHT) <= 0.86  # of a hundred searches, each in or out


@pytest.mark.parametrize("kind", WRONG, ids=lambda kind: kind.name)
def test_where_the_model_is_wrong_ranges_hold_sixty_and_more(kind: Kind):
    assert sample(kind).interview.covered >= 0.6
    assert sample(kind).offer.told >= 0.6
    assert sample(kind).weeks >= 0.6


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_for_each_kind_it_errs_less_than_the_share_seen_and_than_the_published_rate(kind: Kind):
    for score in (sample(kind).interview, sample(kind).offer):
        assert score.brier < min(score.plug_in, score.base_rate)


def test_coverage_is_that_of_waits_drawn_by_chance():
    dice = np.random.default_rng(9)
    known, truth = Beta(2, 30), 0.08
    waits = dice.geometric(truth, 50_000)
    upto = {n: known.some_in(n) for n in range(int(waits.max()) + 1)}
    pit = [upto[n - 1] + part * (upto[n] - upto[n - 1]) for n, part in zip(waits, dice.random(50_000), strict=True)]

    drawn = np.mean((np.array(pit) > 0.1) & (np.array(pit) < 0.9))

    assert covered(known, truth, at_most=10**6) == pytest.approx(drawn, abs=0.006)


def test_the_week_told_by_who_knows_all_but_the_dice_is_covered_eight_times_in_ten():
    made = [search(KINDS[0], np.random.default_rng(seed)) for seed in range(40)]
    made = [replace(one, applications=(), ages=(), coming=np.inf, truth=replace(one.truth, a_week=1)) for one in made]
    sure = [replace(known_of(one), offer=Beta.around(one.truth.offer, cases=1e7)) for one in made]

    found = fmean(weeks.covered(one, known) for one, known in zip(made, sure, strict=True))

    assert found == pytest.approx(0.8, abs=0.02)  # beside the chance only the pace is not known


def test_the_same_dice_make_the_same_search():
    once, again = (search(KINDS[7], np.random.default_rng(1)) for _ in range(2))

    assert once == again


def test_a_chance_known_to_be_far_off_covers_nothing():
    assert covered(Beta(5000, 5000), 0.001, at_most=10**9) < 0.01


def test_the_table_has_a_row_for_each_kind():
    assert table([sample(KINDS[0])]).count("\n") == 2


def test_ten_thousand_applications_take_a_moment_and_a_blink_after_a_change():
    cold, again = (min(times) for times in zip(*(seconds() for _ in range(3)), strict=True))

    assert cold < 0.6
    assert again < 0.2
