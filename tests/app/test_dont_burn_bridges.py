"""Leave the door open, unless the user thinks that it broke the law."""

import io
import zipfile
from datetime import date, timedelta
from email import message_from_bytes, policy

import pytest

from highroad.app.actions.corrections import say
from highroad.app.actions.employers import apply_again, remind
from highroad.app.actions.paste import take_text
from highroad.app.actions.recoveries import flag_unfair, say_how_hard
from highroad.app.actions.take_a_moment import name_feelings
from highroad.app.models import EmployerRow
from highroad.app.queries.calendar import calendar
from highroad.app.queries.keep_going import one_next_thing
from highroad.app.queries.own_record import record_of
from highroad.app.queries.today import today
from highroad.applications.correction import ConfirmedNo
from highroad.mail.message import Address
from highroad.recovery.sting import Sting
from highroad.steps.keep_going.next_thing import Size
from tests.app.mails import INVITED, REFUSED, haldenfrey, mail
from tests.app.noes import MET, confirmed, final_no, light_no, text_of
from tests.cast import NOOR, NOW, SAM

pytestmark = pytest.mark.django_db

KEPT = "We would love to keep you in mind for our spring openings."


def no_that_says(owner, *sentences: str, day: float = 0.1) -> str:
    """The no of the final round, with these sentences in it; gives its event id."""
    no = mail(
        "Dear Ana,\n\nUnfortunately, we have decided to move forward with other candidates for the {role} position "
        "at {employer}. " + " ".join(sentences) + "\n\nKind regards\n{sign}",
        day=day,
    )
    return confirmed(owner, [*haldenfrey()[:-1], no], people=MET)


def test_one_reply_and_one_note_for_each_interviewer(client, ana):
    page = text_of(client.get(f"/no/{final_no(ana)}/dont-burn-bridges"))

    assert "A reply to Sam Reyes" in page
    assert "You met 2 people" in page
    assert "Noor Haddad" in page and "Eli Brandt" in page


def test_a_mail_from_an_office_needs_no_reply_and_tells_who_reads_one(client, ana):
    page = text_of(client.get(f"/no/{light_no(ana)}/dont-burn-bridges"))

    assert "Nothing is needed here." in page and "This one came from an office and not from one person." in page
    assert "somebody reads careers@brightmoor.example" in page
    assert "We know of nobody you met in this one." in page
    assert "Leave the door open." not in page and "A reply to" not in page


@pytest.mark.parametrize(
    ("signs", "says"),
    [
        ("The Haldenfrey Team", "This one came from a machine"),
        ("Katrin Vogel", "Katrin Vogel signed it, but it came from an address that nobody reads."),
    ],
)
def test_a_mail_from_a_machine_needs_no_reply(client, ana, signs, says):
    no = mail(REFUSED.replace("{sign}", signs), day=0.1, sender=Address("Haldenfrey", "no-reply@haldenfrey.example"))

    page = text_of(client.get(f"/no/{confirmed(ana, [no])}/dont-burn-bridges"))

    assert "Nothing is needed here." in page and says in page
    assert "A reply to" not in page and "somebody reads" not in page


def test_a_short_mail_of_a_founder_is_not_from_a_machine(client, ana):
    body = "Hi Ana,\n\nwe went with someone else for the product engineer role. Sorry, and good luck.\n\nMira"
    no = mail(body, day=0.1, sender=Address("Mira Kessel", "mira@tandlow.example"))

    page = text_of(client.get(f"/no/{confirmed(ana, [no])}/dont-burn-bridges"))

    assert "A reply to Mira Kessel" in page
    assert "machine" not in page


def test_talks_whose_people_no_mail_names_are_not_denied(client, ana):
    body = (
        "Hi Ana,\n\nThank you for coming in for both interviews for the {role} role at {employer}. Unfortunately we "
        "have decided to go with another candidate.\n\nBest wishes,\nSam"
    )

    page = text_of(client.get(f"/no/{confirmed(ana, [mail(body, day=0.1)])}/dont-burn-bridges"))

    assert "You talked with them, and the mail does not say with whom." in page
    assert "We know of nobody you met" not in page


def test_a_talk_that_was_only_arranged_is_not_called_one_they_had(client, ana):
    asked = mail(INVITED, day=1, sender=SAM, subject="Interview")

    page = text_of(client.get(f"/no/{confirmed(ana, [asked, mail(REFUSED, day=0.1)])}/dont-burn-bridges"))

    assert "We know of nobody you met in this one." in page
    assert "You talked with them" not in page


def test_a_german_letter_of_an_office_is_answered_to_the_one_who_signed_it(client, ana):
    no = mail(
        "Sehr geehrte Frau Duarte,\n\nvielen Dank für Ihre Bewerbung als Sachbearbeiterin. Leider müssen wir Ihnen "
        "mitteilen, dass wir uns für andere Bewerber entschieden haben.\n\nMit freundlichen Grüßen\n\n"
        "i. A. Katrin Vogel",
        day=0.1,
        sender=Address("Bewerbung", "bewerbung@nordlicht.example"),
    )
    event_id = confirmed(ana, [no])

    page, reply = (text_of(client.get(f"/no/{event_id}/dont-burn-bridges{part}")) for part in ("", "/reply"))

    assert "A reply to Katrin Vogel" in page
    assert "Katrin Vogel bewerbung@nordlicht.example" in reply


def test_a_mail_pasted_without_its_head_is_answered_to_the_one_who_signed_it(client, ana):
    body = "Hi Ana,\n\nthanks for coming in. We went with someone else for the product engineer role.\n\nBest,\nMira"
    event_id = take_text(ana, body, now=NOW)
    say(ana, ConfirmedNo(event_id), now=NOW)

    page, reply = (text_of(client.get(f"/no/{event_id}/dont-burn-bridges{part}")) for part in ("", "/reply"))

    assert "A reply to Mira" in page
    assert "no address on record" in reply


def test_no_gracious_reply_is_urged_where_discrimination_is_flagged(client, ana):
    event_id = final_no(ana)
    say_how_hard(ana, event_id, Sting.HARD, now=NOW)

    client.post(f"/no/{event_id}/dont-burn-bridges/unfair", {"unfair": "yes"})
    step, home = (text_of(client.get(f"/no/{event_id}{page}")) for page in ("/dont-burn-bridges", ""))

    assert "You don’t owe them a reply." in step
    assert "Keep every email." in step and "Keep every email." in home
    assert '<a class="button" href' not in step
    assert "Answer Sam Reyes in a few lines." not in home


def test_a_flagged_no_brings_no_thanks_as_the_next_thing(ana):
    event_id = final_no(ana)
    before = one_next_thing(ana, Size.FIVE, now=NOW).thing
    flag_unfair(ana, event_id, unfair=True, now=NOW)

    after = one_next_thing(ana, Size.FIVE, now=NOW).thing

    assert (before.kind, after.kind) == ("thank", "plan")


def test_the_flag_can_be_taken_back(client, ana):
    event_id = final_no(ana)
    flag_unfair(ana, event_id, unfair=True, now=NOW)

    client.post(f"/no/{event_id}/dont-burn-bridges/unfair", {"unfair": "no"})

    assert "Leave the door open." in text_of(client.get(f"/no/{event_id}/dont-burn-bridges"))


def test_a_promise_to_think_of_one_becomes_a_dated_reminder_with_one_tap(client, ana):
    event_id = no_that_says(ana, KEPT)

    before = text_of(client.get(f"/no/{event_id}/dont-burn-bridges"))
    client.post(f"/no/{event_id}/dont-burn-bridges/remind")
    after = text_of(client.get(f"/no/{event_id}/dont-burn-bridges"))

    assert KEPT in before and "Remind me on 23 February 2027" in before
    assert "You will hear of it here on 23 February 2027." in after
    assert EmployerRow.objects.get(owner=ana).remind_on == date(2027, 2, 23)


def test_a_reminder_stands_on_today_from_its_day_and_can_be_let_go(client, ana):
    event_id = no_that_says(ana, KEPT)
    remind(ana, event_id, on=None, now=NOW)

    day = today(ana, now=NOW + timedelta(days=92))
    client.post(f"/no/{event_id}/dont-burn-bridges/remind", {"remind": "no"})
    let_go = today(ana, now=NOW + timedelta(days=92))

    assert "door" in [card.key for card in (day.card, *day.also)]
    assert "door" not in [card.key for card in (let_go.card, *let_go.also)]


def test_without_such_a_promise_no_reminder_is_offered(client, ana):
    assert "keep you in mind" not in text_of(client.get(f"/no/{final_no(ana)}/dont-burn-bridges"))


def test_one_may_apply_again_after_six_months_unless_the_mail_says_else(client, ana):
    usual = text_of(client.get(f"/no/{final_no(ana)}/dont-burn-bridges"))

    assert "For the same role, we would let half a year pass: 23 May 2027." in usual


def test_a_time_the_mail_names_wins_and_the_users_own_day_wins_over_it(client, ana):
    event_id = no_that_says(ana, "You are welcome to apply again in twelve months.")

    stated = text_of(client.get(f"/no/{event_id}/dont-burn-bridges"))
    own = text_of(client.post(f"/no/{event_id}/dont-burn-bridges/again", {"on": "2027-03-01"}, follow=True))

    assert "From 23 November 2027 you can apply again." in stated
    assert "You want to apply at Haldenfrey again from 1 March 2027." in own


def test_the_longest_wait_a_mail_names_can_be_kept_as_it_is_offered(client, ana):
    event_id = no_that_says(ana, "You may apply again after 60 months.")
    page = f"/no/{event_id}/dont-burn-bridges"

    offered = 'value="2031-11-23"' in client.get(page).content.decode()
    kept = text_of(client.post(f"{page}/again", {"on": "2031-11-23"}, follow=True))

    assert offered
    assert "You want to apply at Haldenfrey again from 23 November 2031." in kept


NO_DAY, GONE = "That is no day we can read.", "That day is over. Choose one that is still to come."
FAR = "That day is too far off to be meant. Please look at its year."


@pytest.mark.parametrize(
    ("typed", "told"),
    [("", NO_DAY), ("soon", NO_DAY), ("2027-13-01", NO_DAY), ("2020-01-01", GONE), ("9999-12-31", FAR)],
)
def test_a_day_that_is_none_or_gone_is_told_and_changes_nothing(client, ana, typed: str, told: str):
    event_id = final_no(ana)

    page = text_of(client.post(f"/no/{event_id}/dont-burn-bridges/again", {"on": typed}, follow=True))

    assert told in page
    assert not EmployerRow.objects.exists()


def test_a_reminder_for_a_no_dated_years_ahead_is_told_and_not_kept(client, ana):
    event_id = no_that_says(ana, KEPT, day=-9 * 365)

    page = text_of(client.post(f"/no/{event_id}/dont-burn-bridges/remind", follow=True))

    assert FAR in page
    assert not EmployerRow.objects.exists()


def test_the_users_days_stand_in_the_calendar_without_the_employer(ana):
    event_id = no_that_says(ana, KEPT)
    remind(ana, event_id, on=None, now=NOW)
    apply_again(ana, event_id, on=date(2027, 6, 1), now=NOW)

    feed = calendar(ana, now=NOW).decode()

    assert "SUMMARY:A door to knock at" in feed and "SUMMARY:A day to try again" in feed
    assert "haldenfrey" not in feed.lower()


def test_a_flagged_no_offers_no_reminder_and_no_day_and_today_urges_no_letter(client, ana):
    event_id = no_that_says(ana, KEPT)
    say_how_hard(ana, event_id, Sting.BIT, now=NOW)
    name_feelings(ana, event_id, ["sad"], strength=None, now=NOW)
    flag_unfair(ana, event_id, unfair=True, now=NOW)

    step = text_of(client.get(f"/no/{event_id}/dont-burn-bridges"))
    card = today(ana, now=NOW + timedelta(days=2)).card

    assert "Remind me" not in step and "Apply again" not in step
    assert client.post(f"/no/{event_id}/dont-burn-bridges/remind").status_code == 404
    assert card.key == "recovery" and "door" not in card.words["body"] and "feedback" not in card.words["body"].lower()


def test_the_record_of_one_application_can_be_taken_to_an_adviser(client, ana):
    event_id = final_no(ana)
    flag_unfair(ana, event_id, unfair=True, now=NOW)

    page = text_of(client.get(f"/no/{event_id}/dont-burn-bridges"))
    answer = client.post(f"/no/{event_id}/dont-burn-bridges/record")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}

    assert "a union, a legal advice centre" in page
    assert answer["Content-Disposition"] == 'attachment; filename="record.zip"'
    assert list(held) == [*(f"mails/{number:03}.eml" for number in range(1, 6)), "timeline.html"]
    no = message_from_bytes(held["mails/005.eml"], policy=policy.default)
    assert no["From"] == f"{SAM.name} <{SAM.email}>"
    assert "Unfortunately" in no.get_content()
    timeline = held["timeline.html"].decode()
    assert "mails/005.eml" in timeline and NOOR.email in timeline and "<script" not in timeline


def test_bo_cannot_take_the_record_of_another(client, ana, bo):
    event_id = final_no(bo)

    assert client.post(f"/no/{event_id}/dont-burn-bridges/record").status_code == 404
    with pytest.raises(Exception, match="nothing with this id"):
        record_of(ana, event_id, now=NOW)
