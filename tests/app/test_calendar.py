"""The calendar feed: what has a date is there, nothing private is, and no word can add a line of its own."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from hypothesis import example, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from highroad.app.actions.calendar import close_feed, open_feed
from highroad.app.feed import Entry, as_calendar
from highroad.app.models import ApplicationRow, EventRow, FeedbackRow, OutgoingRow, OwnerRow, RecoveryRow
from highroad.app.queries.calendar import calendar
from tests.app.everything import everything
from tests.app.mails import bring, haldenfrey
from tests.cast import NOW, SAM

HOST = {"host": "127.0.0.1:8747"}
PROPERTIES = {"UID", "DTSTAMP", "SUMMARY", "DTSTART", "DTEND", "TRANSP"}


def opened(owner: OwnerRow) -> str:
    open_feed(owner)
    owner.refresh_from_db()
    return f"/calendar.ics?key={owner.calendar_key}"


def titles(raw: bytes) -> list[str]:
    return sorted(str(event["SUMMARY"]) for event in Calendar.from_ical(raw).walk("VEVENT"))


@given(st.text(max_size=200), st.text(min_size=1, max_size=60))
@example("Interview\r\nATTENDEE:mailto:eve@evil.example", "a")
@example("x\u2028END:VEVENT\u2029BEGIN:VALARM", "b\nURL:http://evil.example")
@example("a\x00b\x0bc\x0cd\x1ce\x85f", "c\x1dd")
@example("semi;colon,comma\\n back\\\\slash", "d")
@example("ü" * 150, "e")
@settings(max_examples=200)
def test_no_title_can_add_a_line(title, uid):
    rounds(title, uid)


@pytest.mark.soak
@given(st.text(max_size=200), st.text(min_size=1, max_size=60))
@settings(max_examples=10_000, deadline=None)
def test_no_title_can_add_a_line_ten_thousand_times(title, uid):
    rounds(title, uid)


def rounds(title: str, uid: str) -> None:
    """One entry comes back as one entry, with its words and nothing else."""
    raw = as_calendar([Entry(uid, title, NOW)], name=title, now=NOW)

    (event,) = Calendar.from_ical(raw).walk("VEVENT")
    shown = "".join(letter if letter.isprintable() else " " for letter in title.replace("\\", "/")).split()
    assert str(event["SUMMARY"]).split() == shown
    assert set(event) <= PROPERTIES
    assert not event.subcomponents
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))


def test_an_entry_at_the_edge_of_time_leaves_the_others_in_the_calendar():
    raw = as_calendar([Entry("1", "a", datetime.max.replace(tzinfo=UTC)), Entry("2", "b", NOW)], name="n", now=NOW)

    assert titles(raw) == ["b"]


def test_days_and_moments_keep_their_dates():
    raw = as_calendar(
        [Entry("1", "a", date(2026, 3, 29)), Entry("2", "b", datetime(2026, 3, 29, 0, 30, tzinfo=UTC))],
        name="n",
        now=NOW,
    )

    day, moment = Calendar.from_ical(raw).walk("VEVENT")
    assert day.decoded("dtstart") == date(2026, 3, 29)
    assert moment.decoded("dtstart") == datetime(2026, 3, 29, 0, 30, tzinfo=UTC)


@pytest.mark.django_db
def test_without_its_key_there_is_no_calendar(ana):
    stranger = Client(headers=HOST)
    address = opened(ana)

    assert stranger.get("/calendar.ics").status_code == 404
    assert stranger.get("/calendar.ics?key=").status_code == 404
    assert stranger.get(address[:-1]).status_code == 404
    assert stranger.get(address).status_code == 200
    close_feed(ana)
    assert stranger.get(address).status_code == 404


@pytest.mark.django_db
def test_a_new_address_ends_the_old_one(client, ana):
    old = opened(ana)
    client.post("/settings/calendar", {"feed": "open"})

    assert Client(headers=HOST).get(old).status_code == 404
    assert "calendar.ics?key=" in client.get("/settings/calendar").content.decode()


@pytest.mark.django_db
def test_what_has_a_date_ahead_is_in_it_without_a_name(ana):
    everything(ana)
    soon = NOW + timedelta(days=2)
    EventRow.objects.filter(owner=ana, kind="interview").update(happens_at=soon)
    ApplicationRow.objects.filter(owner=ana, events__kind="interview").update(outcome="open")
    RecoveryRow.objects.filter(owner=ana).update(rests_until=soon)
    OutgoingRow.objects.filter(owner=ana).update(state="scheduled", leaves_at=soon)

    raw = Client(headers=HOST).get(opened(ana)).content

    assert {"Interview", "The rest ends", "A letter leaves"} <= set(titles(raw))
    for private in (b"Haldenfrey", b"Noor", b"haldenfrey", b"reject", b"Thank you"):
        assert private not in raw


@pytest.mark.django_db
@pytest.mark.parametrize(("years", "shown"), [(4, True), (6, False), (7973, False)])
def test_a_day_beyond_five_years_is_left_out(ana, years, shown):
    bring(ana, *haldenfrey())
    EventRow.objects.filter(owner=ana, kind="interview").update(happens_at=NOW.replace(year=NOW.year + years))
    ApplicationRow.objects.filter(owner=ana).update(outcome="open")

    assert ("Interview" in titles(calendar(ana, now=NOW))) is shown


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ({}, True),
        ({"in_talk": True}, False),
        ({"nudged_at": NOW}, False),
        ({"answer": "Thank you."}, False),
        ({"asked_email": ""}, False),
    ],
)
def test_a_day_to_remind_is_told_only_where_one_reminder_may_still_leave(ana, asked, shown):
    no = RecoveryRow.objects.create(owner=ana, event_id="no", opened_at=NOW - timedelta(days=3))
    row = {"asked_email": SAM.email, "asked_at": NOW - timedelta(days=2)} | asked
    FeedbackRow.objects.create(owner=ana, recovery=no, **row)

    assert ("A good day for one reminder" in titles(calendar(ana, now=NOW))) is shown


@pytest.mark.django_db
def test_nobody_sees_the_dates_of_another(ana, bo):
    bring(ana, *haldenfrey())
    EventRow.objects.filter(owner=ana, kind="interview").update(happens_at=NOW + timedelta(days=2))

    assert titles(Client(headers=HOST).get(opened(bo)).content) == []
