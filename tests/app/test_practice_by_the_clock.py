"""The pages of practice keep the user's own days, whatever zone their clock stands in."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.utils import timezone

from highroad.app import clock
from highroad.app.queries.practice import offered
from tests.app.noes import text_of
from tests.app.talks import talk_on

pytestmark = pytest.mark.django_db

ZONES = ["Pacific/Auckland", "Europe/Lisbon", "America/Los_Angeles", "Asia/Kolkata"]
BEGIN = ">Begin</a>"


@pytest.mark.parametrize("zone", ZONES)
def test_what_was_said_is_done_until_the_users_own_midnight(client, ana, zone):
    evening = datetime(2026, 11, 23, 20, 50, tzinfo=ZoneInfo(zone))
    pages = []
    with timezone.override(zone):
        for minutes in (0, 5, 180, 200):  # 20:50, 20:55, 23:50, ten past midnight
            with time_machine.travel(evening + timedelta(minutes=minutes), tick=False):
                pages.append(text_of(client.get("/practice")))
                for card in [one.key for one in offered(ana, now=clock.now())] if not minutes else []:
                    client.post(f"/practice/{card}", {"mark": "3"})

    assert [BEGIN in page for page in pages] == [True, False, False, True]


@pytest.mark.parametrize("zone", ZONES)
def test_a_talk_late_in_the_evening_is_named_by_the_users_own_day(client, ana, zone):
    here = ZoneInfo(zone)
    talk_on(ana, datetime(2026, 11, 27, 23, 30, tzinfo=here))

    with timezone.override(zone), time_machine.travel(datetime(2026, 11, 24, 9, tzinfo=here), tick=False):
        page = text_of(client.get("/practice"))

    assert "In time for Friday, 27 November" in page
