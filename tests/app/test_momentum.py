"""/momentum: what the user did, in a word, a picture and a table; never what came back."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from highroad.app.actions import by_hand
from highroad.app.actions.by_hand import Told
from highroad.app.actions.deeds import did
from highroad.app.actions.keep_going import not_today
from highroad.app.pictures_effort import calendar_of
from highroad.app.queries.effort import momentum
from highroad.app.queries.today import today
from highroad.events.event import Kind
from highroad.steps.keep_going.momentum import Pace
from tests.app.mails import brightmoor, bring
from tests.app.noes import final_no, light_no, text_of
from tests.app.test_query_counts import questions
from tests.cast import NOW

pytestmark = pytest.mark.django_db


def test_one_dot_a_day_up_to_today_in_its_own_place():
    mondays = [date(2026, 11, 9), date(2026, 11, 16), date(2026, 11, 23)]

    calendar = calendar_of(mondays, today=NOW.date(), active={date(2026, 11, 10)}, rested={date(2026, 11, 23)})

    assert len(calendar.dots) == len({(dot.x, dot.y) for dot in calendar.dots}) == 15
    assert [dot.kind for dot in calendar.dots].index("yes") == 1
    assert calendar.dots[-1].kind == "maybe"
    assert all(0 < dot.x < calendar.width and 0 < dot.y < calendar.height for dot in calendar.dots)


def test_what_was_done_stands_in_the_picture_and_in_the_table(client, ana):
    did(ana, "draft", now=NOW - timedelta(days=8))
    did(ana, "practice", now=NOW)

    page = text_of(client.get("/momentum"))

    assert page.count('class="yes" cx=') == 3  # two days and the key
    assert "Week of 9 November" in page or "Week of 16 November" in page
    assert "One question practised." in page and "One letter drafted." in page


def test_no_no_stands_in_it(client, ana):
    final_no(ana)
    light_no(ana)
    did(ana, "filed", now=NOW)

    page = text_of(client.get("/momentum")).lower()

    assert "filed" not in page and "haldenfrey" not in page and " no’s" not in page
    assert momentum(ana, now=NOW).pace == "resting"


def test_an_application_sent_is_something_done(ana):
    by_hand.new_application(ana, Told(Kind.APPLIED, NOW.date() - timedelta(days=2), employer="Tallowby"), now=NOW)

    found = momentum(ana, now=NOW)

    assert found.calendar.active == 1
    assert "one application sent" in dict(found.weeks).values()


def test_a_confirmation_has_no_day_but_its_week_is_no_rest(ana):
    bring(ana, *brightmoor(ago=-28))

    found = momentum(ana, now=NOW)

    assert (found.calendar.active, found.pace) == (0, Pace.PICKING_UP)
    assert "one application confirmed" in dict(found.weeks).values()


def test_a_day_of_rest_is_ringed_and_counts(ana):
    not_today(ana, None, now=NOW)

    found = momentum(ana, now=NOW)

    assert (found.calendar.active, found.calendar.rested) == (0, 1)
    assert found.weeks[0][1] == "one day of rest"


@pytest.mark.parametrize("zone", ["Europe/Lisbon", "America/Los_Angeles", "Asia/Tokyo", "Australia/Adelaide"])
def test_a_day_is_the_users_own_day(ana, zone):
    here = ZoneInfo(zone)
    did(ana, "draft", now=datetime(2026, 11, 22, 23, 59, tzinfo=here))
    did(ana, "draft", now=datetime(2026, 11, 23, 0, 1, tzinfo=here))
    with timezone.override(zone):
        found = momentum(ana, now=datetime(2026, 11, 23, 9, tzinfo=here))

    assert found.calendar.active == 2
    assert dict(found.weeks)[date(2026, 11, 23)] == dict(found.weeks)[date(2026, 11, 16)] == "one letter drafted"


def test_after_not_today_today_asks_for_nothing_until_tomorrow(ana):
    final_no(ana)
    not_today(ana, None, now=NOW)

    assert today(ana, now=NOW).card.key == "rested"
    assert today(ana, now=NOW + timedelta(days=1)).card.key != "rested"


def test_it_takes_few_questions_and_shows_bo_nothing(client, ana, bo):
    did(ana, "draft", now=NOW)

    assert questions(client, "get", "/momentum") <= 4
    assert momentum(bo, now=NOW).calendar.active == 0
