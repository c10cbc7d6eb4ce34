"""What a record shows of each way of applying; what is still open is never a no."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from highroad.applications.application import Channel
from highroad.applications.funnel import Alike, Seen, fields, funnel, mix, prior, seen
from highroad.applications.silence import Asked, curve

CURVES = {asked: curve(asked) for asked in Asked}
ALIKE = st.builds(
    Alike,
    channel=st.sampled_from(Channel),
    met=st.booleans(),
    offered=st.just(False),
    ended=st.booleans(),
    silent=st.integers(0, 900),
    count=st.integers(1, 20),
)
COUNTS = st.integers(0, 200)
RECORDS = st.builds(lambda i, n, o, c: Seen(i + o + c, n, o, c), COUNTS, COUNTS, st.integers(0, 20), COUNTS)


def test_what_ended_counts_in_full_at_the_stage_where_it_ended():
    board = [
        Alike(Channel.JOB_BOARD, met=False, offered=False, ended=True, count=56),
        Alike(Channel.JOB_BOARD, met=True, offered=False, ended=True, count=3),
        Alike(Channel.JOB_BOARD, met=True, offered=True, ended=False, count=1),
    ]

    found = seen(board, CURVES)

    assert found[Channel.JOB_BOARD] == Seen(interviews=4, no_interview=56, offers=1, no_offer=3)
    assert found[Channel.REFERRAL] == Seen()


@pytest.mark.parametrize("met", [False, True])
def test_what_was_sent_today_says_nothing(met: bool):
    found = seen([Alike(Channel.REFERRAL, met=met, offered=False, ended=False, silent=0)], CURVES)[Channel.REFERRAL]

    assert (found.no_interview, found.no_offer) == (0, 0)
    assert found.interviews == met


def test_an_open_one_counts_as_the_part_of_the_wait_that_is_over():
    parts = [
        seen([Alike(Channel.JOB_BOARD, met=False, offered=False, ended=False, silent=days)], CURVES)
        for days in range(120)
    ]
    counted = [part[Channel.JOB_BOARD].no_interview for part in parts]

    assert counted == sorted(counted)
    assert counted[10] == pytest.approx(0.5, abs=0.02)  # the median wait is ten days
    assert counted[-1] == 1  # nothing is to be expected of it any more


@given(st.lists(ALIKE, max_size=8))
def test_an_open_one_never_counts_for_more_than_a_no(record: list[Alike]):
    as_noes = [Alike(one.channel, one.met, one.offered, True, one.silent, one.count) for one in record]
    found, at_worst = seen(record, CURVES), seen(as_noes, CURVES)

    for channel in Channel:
        assert found[channel].interviews == at_worst[channel].interviews
        assert found[channel].no_interview <= at_worst[channel].no_interview + 1e-9
        assert found[channel].no_offer <= at_worst[channel].no_offer + 1e-9
        assert funnel(channel, found[channel]).offer.mean >= funnel(channel, at_worst[channel]).offer.mean - 1e-12


@given(st.lists(ALIKE, min_size=2, max_size=8), st.randoms(use_true_random=False))
def test_the_order_of_a_record_does_not_matter(record: list[Alike], dice):
    shuffled = dice.sample(record, len(record))

    assert seen(shuffled, CURVES) == seen(record, CURVES)


def test_a_mix_of_one_channel_is_that_channel():
    alone = funnel(Channel.REFERRAL, Seen(2, 5, 1, 1))

    found = mix([(0.4, alone), (0, funnel(Channel.JOB_BOARD))])

    assert found.offer.mean == pytest.approx(alone.offer.mean)
    assert found.offer.cases == pytest.approx(alone.offer.cases)
    assert found.others_share == pytest.approx(alone.others_share)


def test_a_referral_in_the_mix_helps():
    board, referral = funnel(Channel.JOB_BOARD), funnel(Channel.REFERRAL)

    assert mix([(4, board), (1, referral)]).offer.mean == pytest.approx((4 * 0.03 * 0.2 + 0.3 * 0.28) / 5)


def test_the_priors_are_those_of_the_job_board_by_hand():
    interview, offer = prior(Channel.JOB_BOARD)

    assert (interview.a, interview.b) == pytest.approx((0.6, 19.4))
    assert (offer.a, offer.b) == pytest.approx((2, 8))


def test_a_field_multiplies_the_odds_and_not_the_chance():
    """Odds of .5 are 1; four times that is 4, a chance of .8."""
    interview, _ = prior(Channel.INTERNAL, field="health_care")
    _, offer = prior(Channel.JOB_BOARD, field="tech")

    assert interview.mean == pytest.approx(0.8)
    assert offer.mean == pytest.approx(0.15)


@given(st.sampled_from(Channel), st.sampled_from(fields()), RECORDS, st.sampled_from([10, 25, 50, 100]))
def test_every_offer_is_within_three_hundredths_of_monte_carlo(channel: Channel, field: str, record: Seen, tries: int):
    dice = np.random.default_rng(1)
    known = funnel(channel, record, field=field)
    drawn = np.prod([dice.beta(one.a, one.b, 30_000) for one in (known.interview, known.offer_after)], axis=0)

    simulated = np.mean(1 - (1 - drawn) ** tries)

    assert known.offer.some_in(tries) == pytest.approx(simulated, abs=0.03 + 0.007)  # three errors of 30,000 draws


@pytest.mark.parametrize("channel", Channel)
def test_every_channel_has_priors_in_every_field_of_no_more_than_thirty_cases(channel: Channel):
    for field in fields():
        first, then = prior(channel, field=field, seniority="senior")

        assert first.cases <= 20 + 1e-9
        assert then.cases <= 10 + 1e-9
        assert 0 < then.mean * first.mean < 1
