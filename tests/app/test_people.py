"""Everyone met, across applications."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from highroad.app.actions.by_hand import Told, add_person, new_application
from highroad.app.actions.people import keep_in_touch, say_same, snooze, was_in_touch, write_to
from highroad.app.actions.recoveries import flag_unfair
from highroad.app.models import ContactRow, OutgoingRow
from highroad.app.queries.applications import NotThere
from highroad.app.queries.calendar import calendar
from highroad.app.queries.contacts import due, due_rows
from highroad.app.queries.people import page_of, people, person
from highroad.app.queries.today import today
from highroad.applications.contact import Keep
from highroad.events.event import Kind, Part, Person
from highroad.events.recognise import event_id
from highroad.mail.message import Address
from tests.app.mails import CONFIRMED, INVITED, bring, haldenfrey, mail
from tests.app.noes import final_no, text_of
from tests.cast import ANA, NOOR, NOOR_INTERVIEWER, NOW, SAM

pytestmark = pytest.mark.django_db

NOOR_ID = event_id(NOOR.email)
NOOR_NOW = Address("Noor Haddad", "noor.haddad@brookmere.example")
NOOR_NOW_ID = event_id(NOOR_NOW.email)
LATER = NOW + timedelta(days=200)


def moved(owner):
    """Noor, met at Haldenfrey a year ago, writes from Brookmere now."""
    invited = mail(INVITED, day=5, sender=NOOR_NOW, subject="Interview", employer="Brookmere", role="Data Engineer")
    bring(owner, *haldenfrey(ago=400), invited)


def test_the_last_heard_of_come_first(ana):
    bring(ana, *haldenfrey())

    _, met = people(ana, number="")

    assert [who.name for who in met] == [SAM.name, NOOR.name]


def test_someone_met_twice_is_one_person_with_two_meetings(client, ana):
    bring(ana, *haldenfrey(), *haldenfrey(ago=400))

    page = client.get(f"/people/{NOOR_ID}").content.decode()

    assert [who.id for who in people(ana, number="")[1]].count(NOOR_ID) == 1
    assert page.count('class="who"') == 2
    assert ", in 2 applications" in client.get("/people").content.decode()


def test_a_single_name_without_an_address_is_another_person_at_another_employer(ana):
    for employer in ("Haldenfrey", "Brookmere", "Haldenfrey"):
        told = Told(Kind.APPLIED, NOW.date(), employer=employer)
        event, _ = new_application(ana, told, now=NOW)
        add_person(ana, event, Person("Krüger", "", Part.INTERVIEWER), now=NOW)

    assert [who.name for who in people(ana, number="")[1]] == ["Krüger", "Krüger"]


def test_a_person_says_where_they_were_met_and_whether_they_were_thanked(client, ana):
    bring(ana, *haldenfrey())

    page = client.get(f"/people/{NOOR_ID}").content.decode()

    assert NOOR.email in page and "Haldenfrey" in page and "thanked on" in page


def test_nobody_yet_is_said_with_a_way_on(client, ana):
    assert "Nobody here yet." in client.get("/people").content.decode()


def test_names_are_in_no_title(client, ana):
    bring(ana, *haldenfrey())

    page = client.get(f"/people/{NOOR_ID}").content.decode()

    assert "Noor" not in page.partition("<title>")[2].partition("</title>")[0]


def test_bo_has_met_nobody_of_them(ana, bo):
    bring(ana, *haldenfrey())

    assert people(bo, number="")[1] == []
    with pytest.raises(Exception, match="nothing with this id"):
        person(bo, NOOR_ID)


def test_who_is_kept_in_touch_with_is_due_after_the_last_real_contact(ana):
    bring(ana, *haldenfrey())
    keep_in_touch(ana, NOOR_ID, Keep.QUARTERLY, now=NOW)

    (noor,) = due(ana, on=LATER.date())

    assert (noor.name, noor.employer) == ("Noor Haddad", "Haldenfrey")
    assert noor.on == date(2027, 1, 27)
    assert due(ana, on=NOW.date()) == []


@pytest.mark.parametrize("keep", [Keep.NEVER, Keep.NEWS])
def test_never_and_news_make_nobody_due(ana, keep: Keep):
    bring(ana, *haldenfrey())
    keep_in_touch(ana, NOOR_ID, keep, now=NOW)

    assert due(ana, on=LATER.date()) == []


def test_a_talk_no_mail_knows_of_counts_and_a_snooze_waits(ana):
    bring(ana, *haldenfrey())
    keep_in_touch(ana, NOOR_ID, Keep.QUARTERLY, now=NOW)

    was_in_touch(ana, NOOR_ID, now=LATER)
    talked = page_of(ana, NOOR_ID).kept.due_on
    snooze(ana, NOOR_ID, until=date(2028, 1, 1), now=LATER)

    assert talked == date(2027, 9, 11)
    assert page_of(ana, NOOR_ID).kept.due_on == date(2028, 1, 1)


def test_a_note_that_left_counts_as_contact(ana):
    bring(ana, *haldenfrey())
    keep_in_touch(ana, NOOR_ID, Keep.QUARTERLY, now=NOW)
    row = write_to(ana, NOOR_ID, now=NOW)
    OutgoingRow.objects.filter(pk=row.pk).update(state=OutgoingRow.State.SENT, sent_at=LATER)

    assert due(ana, on=LATER.date()) == []


def test_writing_to_them_opens_one_draft_and_sends_nothing(client, ana):
    bring(ana, *haldenfrey())

    answers = [client.post(f"/people/{NOOR_ID}/write") for _ in range(2)]

    row = OutgoingRow.objects.get(owner=ana)
    assert [answer.url for answer in answers] == [f"/outbox/{row.pk}"] * 2
    assert (row.purpose, row.state, row.to_email) == ("note", "draft", NOOR.email)
    assert "____" in row.body


def test_how_often_is_chosen_on_the_page_and_shown_there(client, ana):
    bring(ana, *haldenfrey())

    page = text_of(client.post(f"/people/{NOOR_ID}/keep", {"keep": "quarterly", "note": "Ferries."}, follow=True))

    assert "The next time is around 27 January 2027." in page
    assert "Ferries." in page
    assert 'value="quarterly" checked' in page


def test_an_unknown_choice_changes_nothing(client, ana):
    bring(ana, *haldenfrey())

    client.post(f"/people/{NOOR_ID}/keep", {"keep": "hourly"})

    assert not ContactRow.objects.exists()


def test_one_name_at_another_employer_is_asked_about_before_it_is_said(client, ana):
    moved(ana)

    page = text_of(client.get(f"/people/{NOOR_NOW_ID}"))

    assert "Noor Haddad also wrote from Haldenfrey" in page and "Is this the same person?" in page
    assert "You know them from Haldenfrey" not in page


def test_once_said_they_are_one_person_who_writes_from_elsewhere(client, ana):
    moved(ana)
    keep_in_touch(ana, NOOR_ID, Keep.QUARTERLY, now=NOW)

    client.post(f"/people/{NOOR_NOW_ID}/same", {"other": NOOR_ID, "same": "yes"})
    page = text_of(client.get(f"/people/{NOOR_ID}", follow=True))

    assert "You know them from Haldenfrey. Mail comes from Brookmere now." in page
    assert "Is this the same person?" not in page
    assert [who.id for who in people(ana, number="")[1]].count(NOOR_NOW_ID) == 1
    assert NOOR_ID not in [who.id for who in people(ana, number="")[1]]
    assert page_of(ana, NOOR_ID).kept.keep is Keep.QUARTERLY


def test_two_people_of_one_name_stay_two_and_are_not_asked_about_again(client, ana):
    moved(ana)

    client.post(f"/people/{NOOR_NOW_ID}/same", {"other": NOOR_ID, "same": "no"})

    assert "Is this the same person?" not in text_of(client.get(f"/people/{NOOR_NOW_ID}"))
    assert len(person(ana, NOOR_NOW_ID).emails) == 1


def test_nobody_can_be_made_one_with_someone_of_another_name(ana):
    bring(ana, *haldenfrey())

    with pytest.raises(NotThere):
        say_same(ana, NOOR_ID, event_id(SAM.email), same=True, now=NOW)


def test_what_they_wrote_is_shown_but_never_the_no(client, ana):
    bring(ana, *haldenfrey())

    noor, sam = (text_of(client.get(f"/people/{event_id(who.email)}")) for who in (NOOR, SAM))

    assert "We would like to invite you to an interview" in noor
    assert "Unfortunately" not in sam


def test_a_new_application_says_at_once_who_and_where_was_met_before(client, ana):
    bring(ana, *haldenfrey(ago=400))
    *_, again = bring(ana, *haldenfrey())

    pages = [text_of(client.get(page)) for page in (f"/applications/{again}", f"/read/{again}")]
    pages[0] = text_of(client.get(f"/applications/{again}", follow=True))

    for page in pages:
        assert "You know someone here." in page
        assert f'You met <a href="/people/{NOOR_ID}">Noor Haddad</a> at Haldenfrey in September 2025' in page
        assert "It went as far as: final round." in page


def test_a_name_met_elsewhere_is_only_a_maybe_until_the_user_has_said(client, ana):
    moved(ana)
    story = person(ana, NOOR_NOW_ID).meetings[0].application_id

    before = text_of(client.get(f"/applications/{story}"))
    say_same(ana, NOOR_NOW_ID, NOOR_ID, same=True, now=NOW)

    assert "It may be the same person." in before
    assert "It may be the same person." not in text_of(client.get(f"/applications/{story}"))


def test_someone_who_was_only_named_before_they_wrote_is_asked_about(client, ana):
    named = "Hi Ana,\n\nWe would like to invite you to an interview for the {role} role at {employer}. You will meet "
    first = mail(named + "Noor Haddad.\n\n{sign}", day=300, subject="Interview")
    later = mail(INVITED, day=5, sender=NOOR_NOW, subject="Interview", employer="Brookmere", role="Data Engineer")
    bring(ana, first, later)
    story = person(ana, NOOR_NOW_ID).meetings[0].application_id
    page, history = (text_of(client.get(f"/{where}")) for where in (f"people/{NOOR_NOW_ID}", f"applications/{story}"))
    (before,) = page_of(ana, NOOR_NOW_ID).maybe

    say_same(ana, NOOR_NOW_ID, before.id, same=True, now=NOW)
    said = text_of(client.get(f"/people/{before.id}", follow=True))

    assert "Someone called Noor Haddad was named at Haldenfrey. Is this the same person?" in page
    assert "It may be the same person." in history
    assert "You know them from Haldenfrey. Mail comes from Brookmere now." in said
    assert "It may be the same person." not in text_of(client.get(f"/applications/{story}"))


def test_the_first_application_has_no_history(client, ana):
    *_, no = bring(ana, *haldenfrey())

    assert "You know someone here." not in text_of(client.get(f"/applications/{no}", follow=True))


def test_today_names_who_is_due_on_mondays_alone_and_never_how_many(ana):
    bring(ana, *haldenfrey(ago=200))
    keep_in_touch(ana, NOOR_ID, Keep.QUARTERLY, now=NOW)

    monday, tuesday = (today(ana, now=NOW + timedelta(days=days)) for days in (0, 1))

    lines = [card.key for card in (monday.card, *monday.also)]
    assert "in_touch" in lines
    assert "in_touch" not in [card.key for card in (tuesday.card, *tuesday.also)]


@pytest.mark.parametrize("days", [0, 90, 91, 92, 93, 120, 182, 185])
@pytest.mark.parametrize("keep", [Keep.QUARTERLY, Keep.TWICE_A_YEAR])
def test_today_and_the_list_agree_on_who_is_due(ana, keep: Keep, days: int):
    bring(ana, *haldenfrey())
    keep_in_touch(ana, NOOR_ID, keep, now=NOW)
    was_in_touch(ana, NOOR_ID, now=NOW)
    day = (NOW + timedelta(days=days)).date()

    assert due_rows(ana, on=day).exists() == bool(due(ana, on=day))


def test_today_says_when_a_new_application_leads_to_someone_known(ana):
    careers = Address("Careers", "careers@brookmere.example")
    bring(ana, *haldenfrey(ago=400))
    *_, new = bring(ana, mail(CONFIRMED, day=3, sender=careers, employer="Brookmere"))
    before = today(ana, now=NOW)

    add_person(ana, new, NOOR_INTERVIEWER, now=NOW)
    after = today(ana, now=NOW)

    assert "known" not in [card.key for card in (before.card, *before.also)]
    (card,) = [card for card in (after.card, *after.also) if card.key == "known"]
    assert card.words["body"] == "Noor Haddad is part of it at Brookmere. You have met before."


def test_keeping_in_touch_stands_in_the_calendar_without_a_name(ana):
    bring(ana, *haldenfrey())
    keep_in_touch(ana, NOOR_ID, Keep.QUARTERLY, now=NOW)

    feed = calendar(ana, now=NOW).decode()

    assert "SUMMARY:Someone to write to" in feed
    assert "Noor" not in feed and "haldenfrey" not in feed.lower()


def test_nobody_of_a_flagged_application_is_due(ana):
    no = final_no(ana)
    keep_in_touch(ana, NOOR_ID, Keep.QUARTERLY, now=NOW)
    flag_unfair(ana, no, unfair=True, now=NOW)

    assert due(ana, on=LATER.date()) == []


@pytest.mark.parametrize("deed", ["keep", "snooze", "in-touch", "same", "write"])
def test_bo_can_say_nothing_about_them(client, ana, bo, deed: str):
    bring(bo, *haldenfrey())

    assert client.post(f"/people/{NOOR_ID}/{deed}", {"keep": "quarterly"}).status_code == 404
    assert due(bo, on=LATER.date()) == []


def test_a_mail_that_only_names_someone_is_no_contact_with_them(ana):
    confirmed, invited, *_ = haldenfrey(ago=10)
    words = "Hi Ana,\n\nWe would like to invite you to an interview with Noor Haddad.\n\nSam"
    named = mail(words, day=2, answers=invited.message_id or "")
    bring(ana, confirmed, invited, named)

    assert person(ana, NOOR_ID).last_contact_at == invited.sent_at


def test_what_the_user_wrote_to_someone_is_contact_with_them_alone(ana):
    confirmed, invited, thanked, *_ = haldenfrey(ago=10)
    bring(ana, confirmed, invited, thanked)

    assert person(ana, NOOR_ID).last_contact_at == thanked.sent_at
    assert person(ana, event_id(SAM.email)).last_contact_at == confirmed.sent_at


def test_a_mail_to_both_of_them_is_contact_with_whoever_wrote_it(ana):
    confirmed, invited, *_ = haldenfrey(ago=10)
    to_both = replace(mail("Hi Ana, hi Noor, until Thursday. Sam", day=2), to=(ANA, NOOR))
    bring(ana, confirmed, invited, replace(to_both, in_reply_to=invited.message_id))

    assert person(ana, NOOR_ID).last_contact_at == invited.sent_at
    assert person(ana, event_id(SAM.email)).last_contact_at == to_both.sent_at
