"""Forecasts held against what came: nothing is counted while it is open."""

import pytest

from highroad.applications.scored import Later, Told, came_true, score

YES = Later(interview=True, offer=False, over=True)
NO = Later(interview=False, offer=False, over=True)
OPEN = Later(interview=False, offer=False, over=False)


@pytest.mark.parametrize(
    ("later", "came"),
    [
        ([], None),
        ([NO] * 9, None),
        ([NO] * 10, False),
        ([NO] * 9 + [OPEN], None),
        ([OPEN, YES], True),
        ([NO] * 10 + [YES], False),
    ],
)
def test_it_came_true_did_not_or_is_open(later, came):
    assert came_true(later, within=10, offer=False) is came


def test_an_interview_is_no_offer():
    assert came_true([YES] * 10, within=10, offer=True) is False


def test_no_share_is_told_of_fewer_than_ten():
    found = score([Told(50, True)] * 9 + [Told(50, None)] * 5)

    assert (found.over, found.open, found.squared_error, found.kept) == (9, 5, None, ())


def test_a_seer_has_no_error_and_half_has_a_quarter():
    assert score([Told(100, True)] * 10).squared_error == 0
    assert score([Told(50, True), Told(50, False)] * 5).squared_error == 0.25


def test_those_that_said_alike_are_told_together():
    (low, high) = score([Told(10, False)] * 8 + [Told(95, True), Told(100, True)]).kept

    assert (low.low, low.high, low.times, low.came_true) == (0, 20, 8, 0)
    assert (high.low, high.high, high.times, high.came_true) == (80, 100, 2, 2)
