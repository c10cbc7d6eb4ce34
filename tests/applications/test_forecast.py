"""What the next applications and weeks may bring: cases worked by hand, and the same by simulation."""

from dataclasses import astuple

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from highroad.applications.application import Channel
from highroad.applications.beta import Beta
from highroad.applications.forecast import (
    HORIZONS,
    Horizon,
    Open,
    by_week,
    dots,
    drought,
    drought_range,
    forecast,
    is_telling,
    lag,
    others_of,
    range_of,
)
from highroad.applications.funnel import Seen, funnel

SIXTY_APPLICATIONS = Seen(interviews=4, no_interview=56, offers=0, no_offer=3)
COUNTS = st.integers(0, 300)


def of_sixty() -> tuple[Horizon, ...]:
    return forecast(funnel(Channel.JOB_BOARD, SIXTY_APPLICATIONS))


@pytest.mark.parametrize(("n", "offer", "interview"), [(10, 8, 43), (25, 19, 72), (50, 32, 90), (100, 50, 98)], ids=str)
def test_sixty_board_applications_with_four_interviews_and_no_offer(n: int, offer: int, interview: int):
    (found,) = (horizon for horizon in of_sixty() if horizon.n == n)

    assert (round(found.offer), round(found.interview)) == (offer, interview)


@pytest.mark.parametrize(
    ("ends", "told"),
    [
        ((0, 0), (0, 5)),
        ((1, 7), (0, 5)),
        ((24, 61), (25, 60)),
        ((94, 99.9), (95, 100)),
        ((100, 100), (95, 100)),
        ((1.7, 99.8), (5, 95)),
    ],
)
def test_a_range_is_told_to_the_next_five_and_never_as_none_or_all(ends: tuple, told: tuple):
    assert astuple(range_of(*ends)) == told


@pytest.mark.parametrize(("share", "told"), [(1, 100), (0.999, 95), (0.3, 30), (0.001, 5)])
def test_only_what_is_all_other_people_s_is_told_as_all(share: float, told: int):
    assert others_of(share) == told


def test_what_is_known_of_one_of_sixty_applications():
    chance = funnel(Channel.JOB_BOARD, SIXTY_APPLICATIONS).offer

    assert chance.mean == pytest.approx(0.009, abs=0.0005)
    assert chance.quantile(0.05) == pytest.approx(0.0013, abs=0.0005)
    assert chance.quantile(0.95) == pytest.approx(0.023, abs=0.0005)


def test_nine_in_ten_with_such_a_record_wait_for_6_to_935_applications():
    """Drawn stage by stage, 5 of 100 have an offer within 6 applications and 95 within 935."""
    dice = np.random.default_rng(3)
    drawn = dice.beta(4.6, 75.4, 500_000) * dice.beta(2, 11, 500_000)
    of_these = {tries: 1 - np.mean((1 - drawn) ** tries) for tries in (6, 935)}

    chance = funnel(Channel.JOB_BOARD, SIXTY_APPLICATIONS).offer

    assert of_these == pytest.approx({6: 0.051, 935: 0.950}, abs=0.001)
    assert chance.tries_until(0.05, at_most=1000) == 6
    assert chance.some_in(935) == pytest.approx(0.95, abs=0.015)


@pytest.mark.parametrize(
    ("channel", "of_100"), [(Channel.JOB_BOARD, 20), (Channel.CAREER_SITE, 45), (Channel.REFERRAL, 89)]
)
def test_fifty_applications_before_anything_is_known(channel: Channel, of_100: int):
    (found,) = forecast(funnel(channel), [50])

    assert found.offer == pytest.approx(of_100, abs=1)
    assert found.others_share == 1


def test_an_interview_is_the_beta_geometric_by_hand():
    """Beta(2, 2), two tries: none with (2/4)(3/5) = 3/10."""
    (found,) = forecast(funnel_of(Beta(2, 2)), [2])

    assert found.interview == pytest.approx(70)


@pytest.mark.parametrize("n", HORIZONS)
def test_a_range_holds_eight_in_ten_of_what_the_chance_may_be(n: int):
    drawn = 1 - (1 - np.random.default_rng(2).beta(4.6, 75.4, 200_000)) ** n
    (found,) = forecast(funnel(Channel.JOB_BOARD, SIXTY_APPLICATIONS), [n])

    assert (found.interview_low, found.interview_high) == pytest.approx(100 * np.quantile(drawn, [0.1, 0.9]), abs=0.5)


@given(st.sampled_from(Channel), COUNTS, COUNTS, COUNTS, COUNTS)
def test_every_forecast_is_in_order(channel: Channel, interviews: int, no_interview: int, offers: int, no_offer: int):
    found = forecast(funnel(channel, Seen(interviews, no_interview, offers, no_offer)))

    for one in found:
        assert 0 <= one.interview_low <= one.interview_high <= 100
        assert 0 <= one.offer_low <= one.offer_high <= 100
        assert one.offer <= one.interview + 1e-9
        assert 0 < one.others_share <= 1
    assert [one.interview for one in found] == sorted(one.interview for one in found)
    assert [one.offer for one in found] == sorted(one.offer for one in found)


@given(st.integers(1, 50), st.integers(2, 50))
def test_the_same_record_many_times_over_narrows_every_range(interviews: int, times: int):
    once = Seen(interviews, 20 * interviews, interviews / 5, interviews * 4 / 5)
    often = Seen(*(times * count for count in astuple(once)))

    for few, many in zip(*(forecast(funnel(Channel.JOB_BOARD, seen), [1]) for seen in (once, often)), strict=True):
        assert many.others_share < few.others_share
    few_known, many_known = (funnel(Channel.JOB_BOARD, seen) for seen in (once, often))
    assert _relative(many_known.interview) < _relative(few_known.interview)
    assert _relative(many_known.offer) < _relative(few_known.offer)


def test_half_of_a_forecast_is_ones_own_after_thirty_applications():
    assert funnel(Channel.JOB_BOARD, Seen(no_interview=30)).others_share == pytest.approx(0.5)
    assert of_sixty()[0].others_share == pytest.approx(30 / 93)


@pytest.mark.parametrize(("applications", "of_100"), [(30, 40), (50, 22)])
def test_a_drought_is_often_chance(applications: int, of_100: int):
    at_three_percent = Beta.around(0.03, cases=20)

    assert round(100 * drought(at_three_percent, applications=applications)) == of_100
    assert not is_telling(at_three_percent, applications=applications)
    assert is_telling(at_three_percent, applications=99)


def test_the_range_of_a_drought_holds_its_share_and_narrows_with_more_cases():
    few, many = Beta.around(0.03, cases=20), Beta.around(0.03, cases=2_000)

    low, high = drought_range(few, applications=30)
    narrow_low, narrow_high = drought_range(many, applications=30)

    assert 0 < low < narrow_low < drought(few, applications=30) < narrow_high < high < 1


def test_twenty_dots_are_the_quantiles_of_the_wait():
    come_true = 1 - stats.betabinom.pmf(0, np.arange(1, 31), 4.6, 75.4)

    found = dots(Beta(4.6, 75.4), at_most=30)

    reached = [int(np.argmax(come_true >= share)) + 1 for share in (np.arange(20) + 0.5) / 20 if share <= come_true[-1]]
    assert found == (*reached, *[None] * (20 - len(reached)))


def test_the_weeks_ahead_are_those_of_a_simulated_search():
    dice = np.random.default_rng(4)
    offer, a_week, weeks, many = Beta(1.5, 60), 5.0, 12, 100_000
    pace = dice.gamma(4 * a_week, 1 / 4, many)
    sent_by_week = dice.poisson(pace[:, np.newaxis] * np.ones(weeks))
    in_time = lag(7.0 * np.arange(weeks, 0, -1))
    chance = dice.beta(offer.a, offer.b, many)
    none = np.prod((1 - chance[:, np.newaxis] * in_time) ** sent_by_week, axis=1)

    (found,) = by_week(offer, a_week=a_week, weeks=[weeks])

    assert found.offer == pytest.approx(100 * (1 - none.mean()), abs=2)  # (1 - p)^G stands for 1 - p G
    assert found.low < found.offer < found.high


def test_what_is_under_way_adds_its_own_chance():
    (without,) = by_week(Beta(1.5, 60), a_week=5, weeks=[8])
    (with_two,) = by_week(
        Beta(1.5, 60), a_week=5, weeks=[8], under_way=[Open(0.2, 30, met=True), Open(0.1, 0, met=True)]
    )

    late = stats.lognorm(0.5, scale=40)
    first = 0.2 * (late.cdf(86) - late.cdf(30)) / late.sf(30)
    second = 0.1 * late.cdf(56)
    assert 1 - with_two.offer / 100 == pytest.approx((1 - without.offer / 100) * (1 - first) * (1 - second), rel=1e-6)


def test_what_waits_for_a_first_talk_is_as_sure_as_what_is_still_to_be_sent():
    offer, open_ones = Beta(1.5, 60), [Open(Beta(1.5, 60).mean, 0)] * 60
    drawn = np.random.default_rng(5).beta(offer.a, offer.b, 200_000)
    none = (1 - drawn * stats.lognorm(0.5, scale=40).cdf(84)) ** 60

    (found,) = by_week(offer, a_week=0, weeks=[12], under_way=open_ones)

    assert found.offer == pytest.approx(100 * (1 - none.mean()), abs=0.3)
    assert (found.low, found.high) == pytest.approx(100 * (1 - np.quantile(none, [0.9, 0.1])), abs=0.5)


def test_a_pace_seen_for_one_week_is_less_sure_than_one_seen_for_four():
    (one_week,) = by_week(Beta(15, 60), a_week=1, looked_back=1, weeks=[8])
    (four_weeks,) = by_week(Beta(15, 60), a_week=1, weeks=[8])

    assert one_week.offer < four_weeks.offer
    assert one_week.low < four_weeks.low < four_weeks.high < one_week.high


def test_a_range_of_weeks_holds_eight_in_ten_of_what_chance_and_pace_may_be():
    dice = np.random.default_rng(7)
    offer, ripe = Beta(3, 40), lag(np.arange(84.0, 0, -7)).sum()
    drawn = 1 - (1 - dice.beta(offer.a, offer.b, 200_000)) ** (ripe * dice.gamma(12, 1 / 4, 200_000))

    (found,) = by_week(offer, a_week=3, weeks=[12])

    assert (found.low, found.high) == pytest.approx(100 * np.quantile(drawn, [0.1, 0.9]), abs=0.6)


def test_nobody_who_sends_nothing_gets_anything():
    (found,) = by_week(Beta(1.5, 60), a_week=0, weeks=[26])

    assert (found.offer, found.low, found.high) == (0, 0, 0)


def test_the_lag_is_scipys_log_normal():
    days = np.array([0.0, 7, 40, 100])

    assert lag(days) == pytest.approx(stats.lognorm(0.5, scale=40).cdf(days), abs=1e-6)


def funnel_of(chance: Beta):
    """A funnel of one stage that everybody passes on to the same chance."""
    known = funnel(Channel.JOB_BOARD)
    return type(known)(chance, chance, chance, others=1, own=0)


def _relative(chance: Beta) -> float:
    return chance.variance / chance.mean**2
