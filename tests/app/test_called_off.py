"""A talk that they cancel or move: nowhere is its old day still to come."""

from datetime import timedelta

import pytest

from highroad.app.models import EventRow
from highroad.app.queries.application_pages import lines, story
from highroad.app.queries.days_ahead import days_ahead
from highroad.app.queries.keep_going import record_of
from highroad.app.queries.practice import talks_ahead
from highroad.app.queries.today import near
from highroad.app.queries.undated import undated
from tests.app.feeds import in_the_feed
from tests.app.mails import bring, mail
from tests.app.noes import text_of
from tests.cast import NOW

pytestmark = pytest.mark.django_db
INVITED = (
    "Hi Ana,\n\nWe would like to invite you to an interview for the {role} role at {employer} "
    "on Thursday, 26 November 2026 at 10:00.\n\nSam"
)
CANCELLED = (
    "Hi Ana,\n\nUnfortunately we have to cancel your interview on Thursday, 26 November for the {role} role. "
    "We will be in touch.\n\nSam"
)
MOVED = (
    "Hi Ana,\n\nWe need to reschedule your interview for the {role} role from Thursday, 26 November "
    "to Monday, 30 November 2026 at 14:00.\n\nSam"
)
GERMAN = (
    "Hallo Ana,\n\nIhr Vorstellungsgespräch als {role} bei {employer} wird auf den 30. November 2026 "
    "um 14:00 Uhr verschoben.\n\nSam"
)
THEIR_DAY, NEW_DAY = NOW.replace(day=26), NOW.replace(day=30, hour=13)  # ten and two o'clock in Berlin


def told(owner, *bodies):
    """Mail of the last days, one a day; gives the row of its application."""
    bring(owner, *(mail(body, day=len(bodies) - place) for place, body in enumerate(bodies)))
    return EventRow.objects.filter(owner=owner).first().application


def test_a_cancelled_talk_is_nowhere_to_come(ana):
    row = told(ana, INVITED, CANCELLED)

    [line] = lines(ana, [row], now=NOW)
    page = story(ana, row.application_id, now=NOW)

    assert (line.talk_at, line.is_asked, page.talk_at, page.talks) == (None, False, None, 0)
    assert (list(days_ahead(ana, now=NOW)), in_the_feed(ana, kind="interview"), talks_ahead(ana, now=NOW)) == (
        [],
        [],
        (),
    )
    assert not undated(ana, today=NOW.date())


def test_nor_is_it_held_or_asked_about_when_its_day_went_by(ana):
    row = told(ana, INVITED, CANCELLED)
    later = NOW + timedelta(days=9)

    [line] = lines(ana, [row], now=later)
    page = story(ana, row.application_id, now=later)

    assert (page.talks, page.people_met, in_the_feed(ana, kind="interview", now=later)) == (0, 0, [])
    assert not line.is_asked


def test_the_timeline_says_that_it_was_called_off(client, ana):
    page = text_of(client.get(f"/applications/{told(ana, INVITED, CANCELLED).application_id}"))

    assert "They called the talk off" in page
    assert "This talk was called off. Its day no longer stands." in page
    assert "For Thursday" not in page


def test_a_talk_that_was_moved_first_is_called_off_once(client, ana):
    last = CANCELLED.replace("Thursday, 26 November", "Monday, 30 November")

    page = text_of(client.get(f"/applications/{told(ana, INVITED, MOVED, last).application_id}"))

    assert page.count("They called the talk off") == 1
    assert page.count("This talk was called off.") == 2


def test_the_page_of_the_mail_asks_whether_it_is_news_and_no_invitation(client, ana):
    told(ana, INVITED, CANCELLED)
    event_id = EventRow.objects.get(calls_off=True).event_id

    before = text_of(client.get(f"/read/{event_id}"))
    client.post(f"/read/{event_id}/right")

    assert "They seem to call a talk off." in before
    assert "an invitation" not in before
    assert EventRow.objects.get(calls_off=True).kind == "update"
    assert in_the_feed(ana, kind="interview") == []


def test_what_the_user_calls_an_invitation_is_shown_as_one(client, ana):
    told(ana, INVITED, CANCELLED)
    event_id = EventRow.objects.get(calls_off=True).event_id

    client.post(f"/read/{event_id}/else", {"kind": "interview"})

    assert "This is an invitation." in text_of(client.get(f"/read/{event_id}"))
    assert len(in_the_feed(ana, kind="interview")) == 1


@pytest.mark.parametrize("body", [MOVED, GERMAN])
def test_a_moved_talk_has_its_new_day_alone(client, ana, body):
    row = told(ana, INVITED, body)

    [line] = lines(ana, [row], now=NOW)
    page = text_of(client.get(f"/applications/{row.application_id}"))

    assert (line.talk_at, in_the_feed(ana, kind="interview")) == (NEW_DAY, [NEW_DAY])
    assert in_the_feed(ana, now=NOW + timedelta(days=10)) == [NEW_DAY]
    assert "For Monday, 30 November, 14:00, moved from Thursday, 26 November" in page
    assert "For Thursday" not in page


def test_today_tells_the_new_day_though_its_mail_is_not_sure(ana):
    told(ana, INVITED, MOVED)

    days = [one.at for one in record_of(ana, now=NOW + timedelta(days=5)).dated]

    assert not EventRow.objects.get(moves=True).sure
    assert days == [NEW_DAY]
    assert len(near(ana, now=NOW)) == 1


def test_an_invitation_after_a_cancelled_one_stands(ana):
    again = INVITED.replace("Thursday, 26 November 2026 at 10:00", "Monday, 30 November 2026 at 14:00")

    row = told(ana, INVITED, CANCELLED, again)

    assert lines(ana, [row], now=NOW)[0].talk_at == NEW_DAY


def test_bos_cancelled_talk_changes_nothing_for_ana(ana, bo):
    told(ana, INVITED)
    told(bo, INVITED, CANCELLED)

    assert (in_the_feed(ana, kind="interview"), in_the_feed(bo)) == ([THEIR_DAY], [])
