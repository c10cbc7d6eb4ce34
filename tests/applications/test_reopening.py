"""When doors open again in a line of work: after so many days, or in certain months."""

from datetime import date

import pytest

from highroad.applications.field import FieldRefused, profile, shipped
from highroad.applications.reopening import Reopening
from tests.applications.test_field import garden

NO_ON, TODAY = date(2026, 11, 2), date(2026, 11, 23)


@pytest.mark.parametrize(
    ("door", "opens"),
    [
        (Reopening("a hold", after_days=14), date(2026, 11, 16)),
        (Reopening("autumn", months=(9, 10, 11)), TODAY),
        (Reopening("next cycle", months=(9,)), date(2027, 9, 1)),
        (Reopening("before the year is out", months=(1, 12)), date(2026, 12, 1)),
        (Reopening("autumn, after half a year", after_days=180, months=(9, 10)), date(2027, 9, 1)),
        (Reopening("after a clerkship"), None),
    ],
)
def test_a_door_opens_on_its_day(door, opens):
    assert door.opens_on(no_on=NO_ON, today=TODAY) == opens


def test_where_the_no_has_no_day_only_months_tell_one():
    assert Reopening("a hold", after_days=14).opens_on(no_on=None, today=TODAY) is None
    assert Reopening("spring", months=(3,)).opens_on(no_on=None, today=TODAY) == date(2027, 3, 1)


def test_law_comes_with_its_doors():
    doors = {door.what: door for door in shipped("law").reopens}

    assert doors["the next cycle"] == Reopening("the next cycle", 0, (9,), "uk", "our own suggestion", "2026-11")


@pytest.mark.parametrize(
    ("door", "says"),
    [
        ({"after_days": "soon"}, "after_days"),
        ({"after_days": 10**9}, "after_days"),
        ({"after_days": -1}, "after_days"),
        ({"months": [13]}, "from 1 to 12"),
        ({"months": 9}, "from 1 to 12"),
        ({"what": " "}, "each with what"),
    ],
)
def test_a_door_that_cannot_be_understood_is_refused(door, says):
    told = garden() | {"reopen": {"add": [{"what": "again", "source": "made up", "as_of": "2024"} | door]}}

    with pytest.raises(FieldRefused, match=says):
        profile(told)
