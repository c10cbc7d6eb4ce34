"""How it moves has three words, and none of them is less."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from highroad.steps.keep_going.momentum import Pace, pace

TODAY = date(2026, 11, 23)


def days(*ago: int) -> set[date]:
    return {TODAY - timedelta(days=one) for one in ago}


@pytest.mark.parametrize(
    ("active", "word"),
    [
        (days(), Pace.RESTING),
        (days(7, 8, 9), Pace.RESTING),
        (days(0), Pace.PICKING_UP),
        (days(6, 7), Pace.STEADY),
        (days(0, 1, 2, 7, 8), Pace.PICKING_UP),
        (days(0, 7, 8, 9, 10), Pace.STEADY),
    ],
)
def test_a_week_beside_the_one_before(active: set[date], word: Pace):
    assert pace(active, today=TODAY, resting=False) is word


@given(some.sets(some.dates(date(2026, 10, 1), date(2026, 12, 24))))
def test_during_a_rest_it_rests(active: set[date]):
    assert pace(active, today=TODAY, resting=True) is Pace.RESTING


@given(some.sets(some.dates(date(2026, 11, 1), TODAY)), some.integers(0, 6))
def test_doing_one_thing_more_never_slows_it(active: set[date], ago: int):
    before = pace(active, today=TODAY, resting=False)

    after = pace(active | days(ago), today=TODAY, resting=False)

    assert not (before is Pace.PICKING_UP and after is not Pace.PICKING_UP)
    assert after is not Pace.RESTING
