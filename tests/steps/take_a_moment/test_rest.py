"""The next steps rest until nine in the morning, never less than twelve hours."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from highroad.steps.take_a_moment.rest import rest_until

LISBON = ZoneInfo("Europe/Lisbon")


@pytest.mark.parametrize(
    ("now", "until"),
    [
        ("2026-11-23 10:00", "2026-11-24 09:00"),
        ("2026-11-23 21:00", "2026-11-24 09:00"),
        ("2026-11-23 21:01", "2026-11-25 09:00"),
        ("2026-11-24 00:30", "2026-11-25 09:00"),
        ("2026-12-31 23:00", "2027-01-02 09:00"),
    ],
)
def test_it_rests_until_tomorrow_and_over_a_whole_night(now: str, until: str):
    here = datetime.fromisoformat(now).replace(tzinfo=LISBON)

    assert rest_until(here) == datetime.fromisoformat(until).replace(tzinfo=LISBON)


@pytest.mark.parametrize("day", ["2026-03-28", "2026-10-24"])
def test_a_night_the_clocks_change_is_still_a_night(day: str):
    here = datetime.fromisoformat(f"{day} 20:30").replace(tzinfo=LISBON)

    rested = rest_until(here)

    assert (rested.hour, rested.minute) == (9, 0)
    assert rested.timestamp() - here.timestamp() >= timedelta(hours=11.5).total_seconds()
