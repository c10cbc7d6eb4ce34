"""The forecast from the record: what is counted, what still waits, whose it is, and how long it takes."""

from dataclasses import astuple
from datetime import date, timedelta
from time import process_time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from highroad.app.actions.by_hand import rename
from highroad.app.models import ApplicationRow, OwnerRow
from highroad.app.queries.applications import as_value
from highroad.app.queries.forecast import curves_of, outlook
from highroad.applications.application import Channel, Outcome
from highroad.applications.forecast import forecast
from highroad.applications.funnel import Seen, funnel
from highroad.applications.silence import Asked, curve
from highroad.events.event import Stage
from measure.forecast import forget_all
from tests.app.mails import bring, haldenfrey
from tests.cast import NOW

pytestmark = pytest.mark.django_db

TODAY = NOW.date()


def one_of_many(owner: OwnerRow, number: int) -> ApplicationRow:
    """One of the ten that are sent on every day of a thousand: six are open, four were answered."""
    day = number // 10
    on = TODAY - timedelta(days=day)
    answered = {"outcome": Outcome.REJECTED, "answer_days": day % 60}
    known = answered if number % 10 < 4 else {"outcome": Outcome.OPEN, "channel": list(Channel)[day % 6]}
    return ApplicationRow(owner=owner, application_id=f"a{number}", furthest_stage=Stage.APPLIED, applied_on=on,
                          waiting_since=on, **known)  # fmt: skip


def sent(owner: OwnerRow, number: int, *, days: int = 200, **known) -> None:
    """So many applications sent so many days ago, of which nothing was heard unless `known` says more."""
    on = TODAY - timedelta(days=days)
    told = {"furthest_stage": Stage.APPLIED, "outcome": Outcome.OPEN, "applied_on": on, "waiting_since": on} | known
    begun = ApplicationRow.objects.count()
    ApplicationRow.objects.bulk_create(
        ApplicationRow(owner=owner, application_id=f"a{begun + one}", **told) for one in range(number)
    )


def sixty(owner: OwnerRow) -> None:
    sent(owner, 50, outcome=Outcome.REJECTED)
    sent(owner, 6, days=700)
    sent(owner, 3, furthest_stage=Stage.FINAL, outcome=Outcome.REJECTED)
    sent(owner, 1, furthest_stage=Stage.SCREEN, waiting_since=TODAY)


def test_the_record_says_what_its_counts_say(ana):
    sixty(ana)

    found = outlook(ana, today=TODAY)

    by_hand = forecast(funnel(Channel.JOB_BOARD, Seen(interviews=4, no_interview=56, no_offer=3)))
    for one, expected in zip(found.horizons, by_hand, strict=True):
        assert astuple(one) == pytest.approx(astuple(expected))


def test_an_empty_record_says_what_the_priors_say(ana):
    found = outlook(ana, today=TODAY)

    assert found.horizons == forecast(funnel(Channel.JOB_BOARD))
    assert found.horizons[0].others_share == 1
    assert found.curves == {asked: curve(asked) for asked in Asked}
    assert [week.offer for week in found.weeks] == pytest.approx([0, 0, 0, 0])


def test_what_was_sent_today_changes_no_chance(ana):
    sixty(ana)
    before = outlook(ana, today=TODAY)

    sent(ana, 5, days=0)

    after = outlook(ana, today=TODAY)
    assert after.own.interview.mean == pytest.approx(before.own.interview.mean, rel=1e-6)
    assert after.a_week == before.a_week + 5 / 4


def test_somebody_elses_record_says_nothing_here(ana, bo):
    sixty(bo)

    assert outlook(ana, today=TODAY) == outlook(OwnerRow.objects.create(created_at=NOW), today=TODAY)
    assert outlook(ana, today=TODAY).own.own == 0


def test_the_questions_do_not_grow_with_the_record(ana):
    with CaptureQueriesContext(connection) as few:
        outlook(ana, today=TODAY)
    sixty(ana)

    with CaptureQueriesContext(connection) as many:
        outlook(ana, today=TODAY)

    assert len(few) == len(many) <= 3


def test_a_referral_a_week_more_helps(ana):
    sixty(ana)
    sent(ana, 8, days=10)
    found = outlook(ana, today=TODAY)

    more = found.with_more(Channel.REFERRAL, a_week=1)

    assert all(with_more.offer > week.offer for with_more, week in zip(more, found.weeks, strict=True))


def test_quick_answers_make_a_silence_tell_sooner(ana):
    sent(ana, 40, outcome=Outcome.REJECTED, answer_days=2)
    sent(ana, 40, days=120)

    found = curves_of(ana, today=TODAY)[Asked.JOB_BOARD]

    assert found.days_until_below(0.1) < curve(Asked.JOB_BOARD).days_until_below(0.1)


def test_the_mail_tells_how_long_answers_took(ana):
    bring(ana, *haldenfrey())

    row = ApplicationRow.objects.get(owner=ana)

    assert row.answer_days == 10
    assert row.first_talk_on >= row.applied_on + timedelta(days=10)
    assert row.word_days is not None
    assert row.channel == Channel.JOB_BOARD


def test_the_user_says_how_an_application_was_sent(ana):
    bring(ana, haldenfrey()[0])
    row = ApplicationRow.objects.get(owner=ana)

    rename(ana, row.application_id, employer=row.employer, role=row.role, stage=None, outcome=None,
           channel=Channel.REFERRAL, now=NOW)  # fmt: skip

    row = ApplicationRow.objects.get(owner=ana)
    assert row.channel == Channel.REFERRAL
    assert as_value(row).channel is Channel.REFERRAL
    assert outlook(ana, today=TODAY).own.interview.mean > 0.2


def test_the_pace_of_who_began_a_fortnight_ago_is_that_of_a_fortnight(ana):
    sent(ana, 3, days=14)
    sent(ana, 3, days=1)

    assert outlook(ana, today=TODAY).a_week == 3


def test_the_pace_of_who_began_today_is_that_of_a_week(ana):
    sent(ana, 3, days=0)

    assert outlook(ana, today=TODAY).a_week == 3


@pytest.mark.parametrize("day", [date(2026, 1, 1), TODAY, date(2030, 1, 1)])
def test_a_date_that_does_not_fit_is_no_trouble(ana, day):
    sixty(ana)
    sent(ana, 2, days=-30)
    sent(ana, 1, applied_on=None, waiting_since=None)

    assert outlook(ana, today=day).horizons[0].interview > 0


def test_each_of_those_sent_on_one_day_is_under_way_until_it_is_over(ana, bo):
    sent(ana, 3, days=10)
    sent(ana, 1, days=10, applied_on=None)
    sent(ana, 1, days=10, outcome=Outcome.REJECTED)
    sent(ana, 1, days=10, furthest_stage=Stage.OFFER, outcome=Outcome.OFFER)
    sent(ana, 1, days=900)
    sent(bo, 1, days=10)

    found = outlook(ana, today=TODAY).open

    assert [one.days for one in found] == [10, 10, 10]
    assert len(set(found)) == 1


def test_ten_thousand_applications_take_a_moment_and_a_blink_after_a_change(ana):
    ApplicationRow.objects.bulk_create(one_of_many(ana, number) for number in range(10_000))

    cold = [just_begun(ana) for _ in range(3)]
    changed = [after_a_change(ana, days=day) for day in range(9)]

    # Twice what docs/measurements.md holds them to: the machines of CI are slower, and others share their cores.
    assert min(cold) < 0.6
    assert min(changed) < 0.2


def just_begun(owner: OwnerRow) -> float:
    """CPU-seconds of the outlook in a program that has kept nothing yet."""
    forget_all()
    return timed(owner)


def after_a_change(owner: OwnerRow, *, days: int) -> float:
    """CPU-seconds of the outlook once one more was sent."""
    sent(owner, 1, days=days)
    return timed(owner)


def timed(owner: OwnerRow) -> float:
    """CPU-seconds of the outlook."""
    begun = process_time()
    outlook(owner, today=TODAY)
    return process_time() - begun
