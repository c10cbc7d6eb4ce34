"""How long a text waits: its rest, its good moment, and clocks that jump."""

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from highroad.recovery.cooldown import (
    Beat,
    Turn,
    Wait,
    Why,
    earliest,
    good_moment,
    rest_until,
    turn,
    why_it_rests,
    zone_east,
)

BERLIN = ZoneInfo("Europe/Berlin")
MORNING = datetime(2026, 11, 23, 10, 0, tzinfo=BERLIN)  # a Monday
WAIT = Wait(MORNING, Beat("boot", 1_000.0), MORNING + timedelta(hours=20))
MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2090, 1, 1))  # noqa: DTZ001  the zone comes later
ZONES = ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Chatham", "UTC")


def at(hour: int, minute: int = 0, *, day: int = 23) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("hot", "written", "opened", "why"),
    [
        (True, at(10), None, Why.HOT),
        (False, at(22), None, Why.NIGHT),
        (False, at(5, 59), None, Why.NIGHT),
        (False, at(6), None, None),
        (False, at(21, 59), None, None),
        (False, at(10), at(9, 1), Why.FRESH),
        (False, at(10), at(9), None),
        (False, at(10), None, None),
    ],
)
def test_hot_words_a_night_or_a_fresh_no_make_a_text_rest(hot, written, opened, why):
    assert why_it_rests(hot=hot, written=written, opened=opened) is why


@pytest.mark.parametrize(
    ("written", "until"),
    [
        (at(10), at(9, day=24)),
        (at(22, 30), at(9, day=24)),
        (at(23, 30), at(9, 30, day=24)),
        (at(2), at(12)),
        (at(5, 59), at(15, 59)),
        (at(6), at(9, day=24)),
    ],
)
def test_a_rest_ends_at_nine_in_the_next_morning_and_is_ten_hours_at_least(written, until):
    assert rest_until(written) == until


@given(MOMENTS, st.sampled_from(ZONES))
def test_no_rest_is_shorter_than_ten_hours_or_longer_than_28_in_any_zone(moment, zone):
    written = moment.replace(tzinfo=ZoneInfo(zone))

    rest = rest_until(written).astimezone(UTC) - written.astimezone(UTC)

    assert timedelta(hours=10) <= rest <= timedelta(hours=28)


@pytest.mark.parametrize(
    ("now", "zone", "moment"),
    [
        (at(8), BERLIN, at(9, 10)),
        (at(9), BERLIN, at(9, 10)),
        (at(9, 1), BERLIN, at(9, 10, day=24)),
        (at(10, day=27), BERLIN, at(9, 10, day=30)),
        (at(10, day=28), BERLIN, at(9, 10, day=30)),
        (at(10), timezone(timedelta(hours=-5)), at(15, 10)),
        (at(20, day=29), timezone(timedelta(hours=9)), at(1, 10, day=30)),
    ],
)
def test_a_cool_text_leaves_on_a_weekday_morning_of_whoever_gets_it(now, zone, moment):
    assert good_moment(now, zone) == moment


@given(MOMENTS, st.integers(-14 * 60, 14 * 60))
def test_a_good_moment_is_ten_minutes_to_four_days_away(moment, east):
    now, zone = moment.replace(tzinfo=UTC), zone_east(east)

    found = good_moment(now, zone)

    assert timedelta(minutes=10) <= found - now <= timedelta(days=3, minutes=10)
    assert (found.astimezone(zone).weekday() < 5, found.astimezone(zone).strftime("%H:%M")) == (True, "09:10")


def test_a_rested_text_leaves_in_thirty_seconds_any_other_in_ten_minutes():
    assert earliest(MORNING, rested=True) - MORNING == timedelta(seconds=30)
    assert earliest(MORNING, rested=False) - MORNING == timedelta(minutes=10)


@pytest.mark.parametrize(
    ("wall", "boot", "counted", "found"),
    [
        (19, "boot", 19, Turn.WAITS),
        (20, "boot", 20, Turn.OVER),
        (20, "boot", 0, Turn.WAITS),  # put forward by a day
        (24 * 365, "boot", 1, Turn.WAITS),  # put forward by a year
        (20, "boot", 19.9, Turn.WAITS),
        (-1, "boot", 30, Turn.SET_BACK),
        (-0.01, "boot", 0, Turn.WAITS),  # put right by half a minute
        (5, "boot", 40, Turn.WAITS),  # put back, but not to before the wait
        (20, "another", 0, Turn.OVER),  # restarted: only the wall clock is left
        (19, "another", 40, Turn.WAITS),
        (45, "another", 0, Turn.TOO_LATE),
        (45, "boot", 45, Turn.TOO_LATE),
    ],
)
def test_a_wait_is_over_when_the_clock_and_the_beats_both_say_so(wall, boot, counted, found):
    beat = Beat(boot, 1_000 + counted * 3600)

    assert turn(WAIT, now=MORNING + timedelta(hours=wall), beat=beat) is found


def test_where_nobody_counts_the_clock_alone_decides():
    assert turn(WAIT, now=WAIT.until, beat=None) is Turn.OVER


@given(st.floats(0, 19.99), st.floats(0, 24 * 365 * 50))
def test_however_far_a_clock_is_put_forward_nothing_is_over_early(passed, jump):
    beat = Beat("boot", 1_000 + passed * 3600)

    assert turn(WAIT, now=MORNING + timedelta(hours=passed + jump), beat=beat) is Turn.WAITS
