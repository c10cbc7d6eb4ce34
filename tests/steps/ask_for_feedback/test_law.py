"""Where law gives a right: the day is worked out, the caution said, and nothing is shown elsewhere."""

from datetime import date, timedelta

import pytest

from highroad.events.event import Kind
from highroad.steps.ask_for_feedback.law import rights
from tests.cast import NOW
from tests.record import haldenfrey, only_no

EVENTS = [haldenfrey("talk", Kind.INTERVIEW, 60), haldenfrey("no", Kind.REJECTION, 82)]  # 31 October, 22 November


def told(country: str, *, in_ontario: bool = False) -> dict[str, date]:
    found = rights(only_no(EVENTS), country=country, in_ontario=in_ontario, now=NOW)
    assert all(
        right.caution and right.source and right.as_of and f"{right.until:%Y}" in right.title + right.says
        for right in found
    )
    return {right.key: right.until for right in found}


def test_ontario_counts_forty_five_days_from_the_last_talk_once_the_user_says_so():
    assert told("CA", in_ontario=True) == {"ontario": date(2026, 12, 15)}
    assert told("CA") == {}


def test_germany_counts_two_months_from_the_no_and_access_comes_last():
    assert told("DE") == {"germany": date(2027, 1, 22), "access": date(2026, 12, 23)}


def test_a_day_that_has_passed_says_so():
    late = NOW + timedelta(days=62)  # 24 January

    over = {right.key: right.over for right in rights(only_no(EVENTS), country="DE", in_ontario=False, now=late)}

    assert over == {"germany": True, "access": False}


@pytest.mark.parametrize("country", ["", "US"])
def test_elsewhere_nothing_is_said(country: str):
    assert told(country, in_ontario=True) == {}
