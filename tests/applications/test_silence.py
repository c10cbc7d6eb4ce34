"""What a silence says: quiet, then probably closed, later where people have met."""

from datetime import UTC, date, datetime

import pytest

from highroad.applications.silence import chance_of_reply, probably_closed_from, quiet_from
from highroad.events.event import Kind
from tests.record import final_round, haldenfrey, only_application


def test_the_chance_begins_at_the_share_that_is_ever_answered():
    assert chance_of_reply(0, met=False) == pytest.approx(6 / 12)
    assert chance_of_reply(0, met=True) == pytest.approx(9 / 11)


def test_at_the_median_wait_half_of_the_answers_are_still_to_come():
    median = 10  # exp(2.3) is 9.97 days

    assert chance_of_reply(median, met=False) == pytest.approx(0.25 / 0.75, abs=0.01)


@pytest.mark.parametrize("met", [False, True])
def test_the_chance_only_falls_and_never_reaches_nothing(met: bool):
    chances = [chance_of_reply(days, met=met) for days in range(400)]

    assert chances == sorted(chances, reverse=True)
    assert chances[-1] > 0


def test_an_application_nobody_answers_is_quiet_after_two_weeks_and_closed_after_five():
    application = only_application([haldenfrey("a", Kind.CONFIRMATION, 0)])

    assert quiet_from(application) == date(2026, 9, 18)
    assert probably_closed_from(application) == date(2026, 10, 10)


def test_after_a_talk_the_wait_may_be_longer():
    application = only_application([haldenfrey("a", Kind.INTERVIEW, 0)])

    assert quiet_from(application) == date(2026, 10, 20)


def test_nobody_is_silent_before_the_talk_was_held():
    held = datetime(2026, 9, 20, 14, tzinfo=UTC)

    application = only_application([haldenfrey("a", Kind.INTERVIEW, 0, happens_at=held)])

    assert quiet_from(application) == date(2026, 11, 8)


def test_what_ended_or_has_no_date_is_never_quiet():
    assert quiet_from(only_application(final_round())) is None
    assert probably_closed_from(only_application([haldenfrey("a", Kind.CONFIRMATION, None)])) is None
