"""What a silence says: quiet, then probably closed, later where people have met."""

from collections import Counter
from datetime import UTC, datetime
from math import exp
from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lifelines import LogNormalFitter, MixtureCureFitter
from scipy import stats

from highroad.applications.silence import (
    CLOSED,
    KNOTS,
    PROBABLY_CLOSED,
    QUIET,
    Asked,
    Waits,
    chance_of_reply,
    curve,
    waiting_since,
)
from highroad.events.event import Kind
from tests.record import haldenfrey, only_application

DRAWS = 100_000
WAITS = st.lists(st.integers(0, 300), max_size=12)
SHORT = Waits(answered=((1, 3), (3, 4), (6, 3), (12, 2)), silent=((20, 3), (40, 8)))
LONG = Waits(answered=((8, 2), (25, 3), (60, 2)), silent=((3, 2), (15, 4), (90, 1)))


def test_the_chance_begins_at_the_share_that_is_ever_answered():
    assert chance_of_reply(0, met=False) == pytest.approx(6 / 12, abs=0.005)
    assert chance_of_reply(0, met=True) == pytest.approx(9 / 11, abs=0.005)


def test_at_the_median_wait_half_of_the_answers_are_still_to_come():
    median = 10  # exp(2.3) is 9.97 days

    assert chance_of_reply(median, met=False) == pytest.approx(0.25 / 0.75, abs=0.01)
    assert curve(Asked.JOB_BOARD).part_over(median) == pytest.approx(0.5, abs=0.01)


@pytest.mark.parametrize("asked", Asked)
@pytest.mark.parametrize("waits", [Waits(), SHORT, LONG], ids=["none", "short", "long"])
def test_the_curve_is_that_of_priors_drawn_by_chance(asked: Asked, waits: Waits):
    dice = np.random.default_rng(6)
    share = {Asked.JOB_BOARD: (6, 6), Asked.ELSEWHERE: (8, 4), Asked.MET: (9, 2)}[asked]
    ever, mu, sigma = dice.beta(*share, DRAWS), dice.normal(2.3, 0.5, DRAWS), dice.normal(1.1, 0.25, DRAWS).clip(0.1)
    wait = stats.lognorm(sigma, scale=np.exp(mu))
    log_fit = sum(many * np.log(ever * wait.pdf(days)) for days, many in waits.answered)
    log_fit += sum(many * np.log(1 - ever + ever * wait.sf(days)) for days, many in waits.silent)
    weights = np.exp(log_fit - np.max(log_fit)) * np.ones(DRAWS)

    found = curve(asked, waits)

    for days in (0, 14, 45):
        coming = ever * wait.sf(days) / (1 - ever + ever * wait.sf(days))
        assert found.chance_of_reply(days) == pytest.approx(np.average(coming, weights=weights), abs=0.02)
        assert np.interp(days, KNOTS, found.over) == pytest.approx(
            np.average(wait.cdf(days), weights=weights), abs=0.02
        )


def test_much_data_gives_what_lifelines_fits():
    dice = np.random.default_rng(7)
    days = np.where(dice.random(2000) < 0.7, dice.lognormal(1.97, 1.12, 2000).round().clip(1), np.inf)
    looked_on = dice.integers(1, 200, 2000)
    answered = days <= looked_on
    fitted = MixtureCureFitter(base_fitter=LogNormalFitter()).fit(np.minimum(days, looked_on), answered)

    found = curve(Asked.JOB_BOARD, Waits(counted(days[answered]), counted(looked_on[~answered])))

    ever = 1 - fitted.cured_fraction_
    for silent in (0, 7, 14, 30, 60):
        waiting = stats.lognorm(fitted.sigma_, scale=np.exp(fitted.mu_)).sf(silent)
        assert found.chance_of_reply(silent) == pytest.approx(ever * waiting / (1 - ever + ever * waiting), abs=0.02)


@settings(max_examples=12)
@given(WAITS, WAITS, st.randoms(use_true_random=False))
def test_the_order_of_waits_does_not_matter(answered: list[int], silent: list[int], dice):
    once = curve(Asked.MET, Waits(counted(answered), counted(silent)))
    again = curve(Asked.MET, Waits(shuffled(counted(answered), dice), shuffled(counted(silent), dice)))

    assert again.comes == pytest.approx(once.comes)


@settings(max_examples=12)
@given(WAITS, st.integers(0, 400))
def test_a_silence_of_no_days_changes_nothing_and_a_longer_one_never_more_than_forever(silent: list[int], days: int):
    before = curve(Asked.JOB_BOARD, Waits(silent=counted(silent)))
    begun = curve(Asked.JOB_BOARD, Waits(silent=counted([*silent, 0])))
    waited = curve(Asked.JOB_BOARD, Waits(silent=counted([*silent, days])))
    forever = curve(Asked.JOB_BOARD, Waits(silent=counted([*silent, 10**6])))

    assert begun.comes == pytest.approx(before.comes)
    assert forever.comes[0] - 1e-9 <= waited.comes[0] <= before.comes[0] + 1e-9


@pytest.mark.parametrize(("silent", "chance"), [(14, 0.39), (30, 0.19), (45, 0.11), (60, 0.06)])
def test_what_a_silence_says_where_seven_in_ten_answer_after_about_a_week(silent: int, chance: float):
    """By hand, S(14) = 1 - Phi((ln 14 - 1.97) / 1.12) = .275, and .7 * .275 / (.3 + .7 * .275) = .39."""
    found = curve(Asked.JOB_BOARD, seven_in_ten())

    assert found.chance_of_reply(silent) == pytest.approx(chance, abs=0.01)


def test_such_a_silence_is_quiet_after_three_weeks_probably_closed_after_six_and_closed_after_two_months():
    found = curve(Asked.JOB_BOARD, seven_in_ten())

    days = [found.days_until_below(chance) for chance in (QUIET, PROBABLY_CLOSED, CLOSED)]

    assert days == pytest.approx([21, 45, 60], rel=0.15)  # by hand 24, 47 and 68


def test_answers_that_came_late_keep_the_hope_up_longer():
    assert curve(Asked.JOB_BOARD, LONG).days_until_below(PROBABLY_CLOSED) > 40
    assert curve(Asked.JOB_BOARD, SHORT).days_until_below(PROBABLY_CLOSED) < 40


def test_a_record_of_years_is_one_curve_like_any():
    found = curve(Asked.JOB_BOARD, Waits(tuple((day, 50) for day in range(60)), tuple((day, 5) for day in range(999))))

    assert sorted(found.comes, reverse=True) == list(found.comes)
    assert sorted(found.over) == list(found.over)
    assert found.over[0] == 0
    assert found.part_over(10**6) == 1


@pytest.mark.parametrize("met", [False, True])
def test_the_chance_only_falls_and_never_reaches_nothing(met: bool):
    chances = [chance_of_reply(days, met=met) for days in range(400)]

    assert chances == sorted(chances, reverse=True)
    assert chances[-1] > 0


def test_before_a_record_says_more_two_weeks_are_quiet_and_six_closed():
    nobody_met = curve(Asked.JOB_BOARD)

    assert (nobody_met.days_until_below(QUIET), nobody_met.days_until_below(PROBABLY_CLOSED)) == (17, 46)


def test_after_a_talk_the_wait_may_be_longer():
    assert curve(Asked.MET).days_until_below(QUIET) == 62


def test_nobody_is_silent_before_the_talk_was_held():
    held = datetime(2026, 9, 20, 14, tzinfo=UTC)

    application = only_application([haldenfrey("a", Kind.INTERVIEW, 0, happens_at=held)])

    assert waiting_since(application) == held.date()


def test_without_a_date_nobody_waits():
    assert waiting_since(only_application([haldenfrey("a", Kind.CONFIRMATION, None)])) is None


def seven_in_ten() -> Waits:
    """Of 218 applications 153 were answered, after log-normal days (1.97, 1.12); the others never will be."""
    waited = [round(exp(NormalDist(1.97, 1.12).inv_cdf((answer + 0.5) / 153))) for answer in range(153)]
    return Waits(counted(waited), ((10**6, 65),))


def counted(days) -> tuple[tuple[int, int], ...]:
    return tuple(sorted(Counter(int(day) for day in days).items()))


def shuffled(waits: tuple[tuple[int, int], ...], dice) -> tuple[tuple[int, int], ...]:
    return tuple(dice.sample(waits, len(waits)))
