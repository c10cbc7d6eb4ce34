"""A run without a talk on the worry about paper: how often chance brings it, and when nothing is said of it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from highroad.app.queries.drought import first_looks
from highroad.applications.application import Outcome
from highroad.applications.fact import facts
from highroad.events.event import Stage
from tests.app.mails import brightmoor
from tests.app.noes import confirmed, light_no, text_of
from tests.app.numbers import numbers_without_source
from tests.app.rests import WHAT_RESTS, rest
from tests.app.test_forecast import sent
from tests.cast import NOW

pytestmark = pytest.mark.django_db


def page_of(client, event_id):
    return text_of(client.get(f"/no/{event_id}/likely-not-you/qualified"))


def test_a_run_that_chance_brings_is_told_before_the_resume_with_its_range_and_source(client, ana):
    sent(ana, 29, days=60, outcome=Outcome.REJECTED)

    page = page_of(client, light_no(ana))

    assert "30 applications in a row led to no talk." in page
    assert "At your rate, chance alone brings that to more than 40 of 100 people." in page
    assert "So a run like this does not show that your résumé is at fault." in page
    assert page.index("in a row led to no talk") < page.index('class="beside"')
    assert numbers_without_source(page) == []


def test_a_run_too_rare_for_chance_says_so_and_is_no_verdict(client, ana):
    sent(ana, 20, days=300, furthest_stage=Stage.SCREEN, outcome=Outcome.REJECTED)
    sent(ana, 40, days=60, outcome=Outcome.REJECTED)

    page = page_of(client, light_no(ana))

    assert "At your rate, chance alone brings that to fewer than 5 of 100 people. That is rare" in page
    assert "It is no verdict on you." in page
    assert "is at fault" not in page


def test_a_rate_that_is_only_the_run_itself_comforts_nobody(ana):
    sent(ana, 199, days=60, outcome=Outcome.REJECTED)
    light_no(ana)

    assert first_looks(ana, now=NOW).drought is None


def test_below_ten_nothing_is_told_of_a_run(ana):
    sent(ana, 8, days=60, outcome=Outcome.REJECTED)
    light_no(ana)

    assert first_looks(ana, now=NOW).drought is None
    sent(ana, 1, days=60, outcome=Outcome.REJECTED)
    assert first_looks(ana, now=NOW).drought.run == 10


def test_a_run_begins_after_the_last_talk_and_what_is_still_open_is_none_of_it(ana):
    light_no(ana)
    sent(ana, 30, days=300, outcome=Outcome.REJECTED)
    sent(ana, 1, days=200, furthest_stage=Stage.SCREEN, outcome=Outcome.REJECTED)
    sent(ana, 12, days=100, outcome=Outcome.REJECTED)
    sent(ana, 6, days=3)

    assert first_looks(ana, now=NOW).drought.run == 13


def test_no_run_is_told_where_the_last_talk_has_no_day(ana):
    sent(ana, 20, days=60, outcome=Outcome.REJECTED)
    sent(ana, 1, applied_on=None, furthest_stage=Stage.SCREEN)
    light_no(ana)

    assert first_looks(ana, now=NOW).drought is None


@pytest.mark.parametrize("what", WHAT_RESTS)
def test_no_chance_is_told_while_anything_rests_be_it_of_another_no(ana, what):
    sent(ana, 29, days=60, outcome=Outcome.REJECTED)
    light_no(ana)
    before = first_looks(ana, now=NOW)

    rest(ana, what, NOW + timedelta(hours=30))

    assert before.drought is not None
    assert first_looks(ana, now=NOW).drought is None


def test_a_chance_is_told_again_a_day_after_the_no(ana):
    sent(ana, 29, days=60, outcome=Outcome.REJECTED)
    confirmed(ana, brightmoor(ago=-2.5))

    assert first_looks(ana, now=NOW).drought is None
    assert first_looks(ana, now=NOW + timedelta(days=1)).drought is not None


def test_what_nobody_has_read_is_not_told(ana, monkeypatch):
    sent(ana, 29, days=60, outcome=Outcome.REJECTED)
    unread = {name: replace(fact, opened=False) for name, fact in facts().items()}
    monkeypatch.setattr("highroad.applications.fact.facts", lambda: unread)
    light_no(ana)

    assert first_looks(ana, now=NOW).drought is None


def test_somebody_elses_run_is_not_told_here(ana, bo):
    sent(bo, 40, days=60, outcome=Outcome.REJECTED)
    light_no(ana)

    assert first_looks(ana, now=NOW).total == 1
