"""A notice is rare: by day, once a day, and no more after three that nobody opened."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from highroad.recovery.notices import Shown, Turn, turn

ZONES = [ZoneInfo(name) for name in ("Europe/Berlin", "America/Los_Angeles", "Asia/Tokyo", "Pacific/Chatham")]


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize(
    ("hour", "minute", "wanted"),
    [(0, 0, Turn.WAIT), (7, 59, Turn.WAIT), (8, 0, Turn.SHOW), (20, 59, Turn.SHOW), (21, 0, Turn.WAIT)],
)
def test_it_is_shown_between_eight_and_nine_in_the_evening_by_the_users_clock(zone, hour, minute, wanted):
    assert turn([], now=datetime(2026, 11, 23, hour, minute, tzinfo=zone)) is wanted


@pytest.mark.parametrize("zone", ZONES)
def test_a_second_one_waits_for_the_next_day(zone):
    first = datetime(2026, 11, 23, 8, 0, tzinfo=zone)
    shown = [Shown(first.astimezone(UTC), opened=True)]

    same_day = [turn(shown, now=first + timedelta(hours=hours)) for hours in range(13)]

    assert set(same_day) == {Turn.WAIT}
    assert turn(shown, now=first + timedelta(days=1)) is Turn.SHOW


def test_the_day_that_is_an_hour_longer_has_one_too():
    berlin = ZoneInfo("Europe/Berlin")
    evening = datetime(2026, 10, 24, 20, 59, tzinfo=berlin)  # the clocks go back in the night

    assert turn([Shown(evening, opened=True)], now=datetime(2026, 10, 25, 8, 0, tzinfo=berlin)) is Turn.SHOW


def test_a_flight_into_the_day_before_brings_no_second_one():
    shown = [Shown(datetime(2026, 11, 23, 8, 0, tzinfo=ZoneInfo("Asia/Tokyo")), opened=True)]

    assert turn(shown, now=datetime(2026, 11, 22, 17, 0, tzinfo=ZoneInfo("America/Los_Angeles"))) is Turn.WAIT


def test_a_clock_that_ran_ahead_by_a_month_does_not_end_them():
    shown = [Shown(datetime(2026, 12, 23, 10, 0, tzinfo=UTC), opened=True)]

    assert turn(shown, now=datetime(2026, 11, 23, 10, 0, tzinfo=UTC)) is Turn.SHOW


@pytest.mark.parametrize(
    ("opened", "wanted"),
    [
        ([False, False], Turn.SHOW),
        ([False, False, False], Turn.STOP),
        ([True, False, False, False], Turn.STOP),
        ([False, False, True], Turn.SHOW),
        ([False, False, False, True], Turn.SHOW),
    ],
)
def test_three_in_a_row_that_stayed_unopened_are_the_last(opened, wanted):
    now = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
    shown = [Shown(now - timedelta(days=len(opened) - place), one) for place, one in enumerate(opened)]

    assert turn(list(reversed(shown)), now=now) is wanted
