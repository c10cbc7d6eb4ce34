"""An invitation or a test that names no day waits where it is seen, until more comes of it or the user is done."""

from datetime import datetime, timedelta

import pytest
from django.utils.timezone import localtime

from highroad.app.actions.by_hand import Told, add_event
from highroad.app.actions.mail import store_message
from highroad.app.actions.record import rebuild_touched
from highroad.app.models import ApplicationRow, DeedRow, EventRow
from highroad.app.queries.keep_going import one_next_thing
from highroad.app.queries.slots import slots_left
from highroad.app.queries.today import today
from highroad.events.event import Kind, Reading
from highroad.steps.keep_going.next_thing import Size
from tests.app.mails import MINE, mail
from tests.app.noes import text_of
from tests.cast import NOW

pytestmark = pytest.mark.django_db

ASKS = [(Kind.INTERVIEW, "choose_time", "deadline"), (Kind.ASSESSMENT, "begin_test", "deadline_test")]
EVERY = pytest.mark.parametrize(("kind", "key", "with_day"), ASKS)


def asked(owner, kind: Kind, *, day: float = 3, sure: bool = True) -> str:
    message = mail("Please choose a time.", day=day, subject="A talk", employer="Tallowby")
    reading = Reading(kind, 0.9 if sure else 0.5, sure, employer="Tallowby")
    row = store_message(owner, message, mine=MINE, reading=reading)
    rebuild_touched(owner, [row.event_id])
    return row.event_id


def everywhere(owner, now: datetime = NOW) -> list[str]:
    """What leads Today, and the one next thing of either size."""
    things = [one_next_thing(owner, size, now=now).thing.kind for size in (Size.FIVE, Size.HALF_HOUR)]
    return [today(owner, now=now).card.key, *things]


@EVERY
def test_it_comes_first_and_leads_to_its_application(client, ana, kind, key, with_day):
    asked(ana, kind)
    application = ApplicationRow.objects.get().application_id

    page = text_of(client.get(f"/applications/{application}"))

    assert everywhere(ana) == [key, key, key]
    assert today(ana, now=NOW).card.url == one_next_thing(ana, Size.FIVE, now=NOW).url == f"/applications/{application}"
    assert "No date was read." in page
    assert "Write the date" in page


def test_an_invitation_without_a_day_can_be_practised_for_and_its_talk_told(client, ana):
    event_id = asked(ana, Kind.INTERVIEW)
    some_id = ApplicationRow.objects.get().application_id

    page, practice = text_of(client.get(f"/applications/{some_id}")), text_of(client.get("/practice"))
    form = text_of(client.get(f"/events/{event_id}/day"))
    add = text_of(client.get(f"/applications/{some_id}/add?kind=talk"))

    assert f'href="/practice/for/{some_id}">Practise for it' in page
    assert f'href="/applications/{some_id}/add?kind=talk">I had the talk' in page
    assert f'<a class="who" href="/practice/for/{some_id}">For Tallowby</a>' in practice
    assert 'name="on" value="2026-11-23"' in form and form.index('name="on"') < form.index('name="at"')
    assert '<option value="talk" selected>You had the talk</option>' in add


def test_of_two_times_offered_one_is_taken_by_one_tap(client, ana):
    invited = (
        "We would like to talk with you. Would Thursday 26 November at 10:00 or Friday 27 November at 14:00 suit you?"
    )
    reading = Reading(Kind.INTERVIEW, 0.9, True, employer="Tallowby")
    row = store_message(ana, mail(invited, day=3, subject="A talk", employer="Tallowby"), mine=MINE, reading=reading)
    rebuild_touched(ana, [row.event_id])
    application = f"/applications/{ApplicationRow.objects.get().application_id}"

    page, form = text_of(client.get(application)), text_of(client.get(f"/events/{row.event_id}/day"))
    taken = client.post(f"/events/{row.event_id}/day", {"on": "2026-11-27", "at": "14:00"}, follow=True)

    assert "They ask you to talk: Thursday, 26 November, 10:00 or Friday, 27 November, 14:00." in page
    assert 'name="on" value="2026-11-26"' in form and 'name="at" value="14:00"' in form
    assert "27 November, 14:00" in text_of(taken)
    assert "Which one did you take?" not in text_of(client.get(f"/events/{row.event_id}/day"))


def test_times_that_went_by_are_not_offered(client, ana):
    invited = "Would Thursday 26 November at 10:00 or Friday 27 November at 14:00 suit you for a talk?"
    reading = Reading(Kind.INTERVIEW, 0.9, True, employer="Tallowby")
    row = store_message(ana, mail(invited, day=3, subject="A talk", employer="Tallowby"), mine=MINE, reading=reading)
    rebuild_touched(ana, [row.event_id])

    assert [slot.day for slot in slots_left(ana, row.event_id, now=NOW)] == [26, 27]
    assert [slot.day for slot in slots_left(ana, row.event_id, now=NOW + timedelta(days=4))] == [27]


@EVERY
def test_its_day_can_be_written_by_hand_and_taken_back(client, ana, kind, key, with_day):
    event_id = asked(ana, kind)

    answer = client.post(f"/events/{event_id}/day", {"on": "2026-11-25", "at": "14:30"}, follow=True)
    with_its_day = everywhere(ana)
    undo = answer.content.decode().partition('action="/undo/')[2].partition('"')[0]
    client.post(f"/undo/{undo}")

    assert "25 November, 14:30" in text_of(answer)
    assert (with_its_day[0], key in with_its_day) == (with_day, False)
    assert everywhere(ana) == [key, key, key]


@pytest.mark.parametrize(("kind", "hour"), [(Kind.INTERVIEW, (12, 0)), (Kind.ASSESSMENT, (23, 59))])
def test_a_day_without_its_hour_is_its_noon_for_a_talk_and_its_end_for_a_test(client, ana, kind, hour):
    event_id = asked(ana, kind)

    client.post(f"/events/{event_id}/day", {"on": "2026-11-25", "at": ""})

    at = localtime(EventRow.objects.get().happens_at)
    assert (at.day, (at.hour, at.minute)) == (25, hour)


def test_a_day_that_is_none_is_asked_for_again_and_nothing_is_said(client, ana):
    event_id = asked(ana, Kind.INTERVIEW)

    answer = client.post(f"/events/{event_id}/day", {"on": "soon"})

    assert (answer.status_code, 'value="soon"' in answer.content.decode()) == (422, True)
    assert EventRow.objects.get().happens_at is None


@EVERY
def test_it_is_gone_once_the_user_says_it_is_done(client, ana, kind, key, with_day):
    event_id = asked(ana, kind)

    client.post(f"/events/{event_id}/asked-done")
    client.post(f"/events/{event_id}/asked-done")

    assert key not in everywhere(ana, now=NOW + timedelta(days=24))
    assert DeedRow.objects.count() == 1


@pytest.mark.parametrize(("later", "stays"), [(Kind.UPDATE, False), (Kind.REJECTION, False), (Kind.NOTE, True)])
def test_it_is_gone_once_more_has_come_of_it_but_not_for_a_note(ana, later, stays):
    event_id = asked(ana, Kind.INTERVIEW)

    add_event(ana, event_id, Told(later, NOW.date()), now=NOW)

    assert ("choose_time" in everywhere(ana)) is stays


def test_an_old_one_and_one_we_are_not_sure_of_do_not_lead(ana):
    asked(ana, Kind.INTERVIEW, day=30)
    asked(ana, Kind.INTERVIEW, day=2, sure=False)

    assert "choose_time" not in everywhere(ana)


def test_bo_sees_nothing_of_it_and_can_say_nothing(client, ana, bo):
    theirs = asked(bo, Kind.INTERVIEW)

    assert "choose_time" not in everywhere(ana)
    assert client.post(f"/events/{theirs}/asked-done").status_code == 404
    assert client.get(f"/events/{theirs}/day").status_code == 404
