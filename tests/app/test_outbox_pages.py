"""The outbox pages: one page alone can let a text leave."""

from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.policy import default

import pytest

from highroad.app.actions import outbox as act
from highroad.app.models import OutgoingRow, WritingRow
from tests.app.noes import text_of
from tests.app.outgoing import COOL, HOT, say_yes, state_of
from tests.cast import NOW, SAM

pytestmark = pytest.mark.django_db

State = OutgoingRow.State
MINUTE = "%Y-%m-%dT%H:%M"


def test_the_outbox_says_in_plain_words_where_each_text_stands(client, write):
    for state, more in {
        State.DRAFT: {},
        State.RESTING: {"rests_until": datetime(2026, 11, 24, 8, 0, tzinfo=UTC)},
        State.SCHEDULED: {"leaves_at": datetime(2026, 11, 24, 8, 10, tzinfo=UTC)},
        State.SENT: {"sent_at": NOW},
        State.UNKNOWN: {},
        State.FAILED: {},
    }.items():
        write(state=state, **more)

    page = text_of(client.get("/outbox"))

    assert "Resting until tomorrow," in page
    assert "Leaves tomorrow," in page
    assert "Sent today," in page
    assert "We do not know whether it arrived." in page
    assert "It did not leave." in page
    assert page.index("Waits for your word") < page.index("On its way") < page.index("Drafts") < page.index("Over")


def test_an_empty_outbox_says_where_a_text_begins(client):
    assert "A reply or a question begins on the page of a no." in text_of(client.get("/outbox"))


def test_the_words_can_be_changed_and_are_saved_as_they_are_typed(client, write):
    row = write()

    client.post(f"/outbox/{row.pk}/save", {"subject": "Re", "body": "Dear S"})

    row.refresh_from_db()
    assert (row.subject, row.body, row.state) == ("Re", "Dear S", State.DRAFT)


def test_going_on_leads_to_the_review(client, write):
    row = write()

    answer = client.post(f"/outbox/{row.pk}", {"subject": "Re", "body": "Dear Sam", "do": "review"})

    assert answer["Location"] == f"/outbox/{row.pk}/review"


def test_words_that_are_on_their_way_are_not_changed(client, write):
    row = write(state=State.SCHEDULED, leaves_at=NOW + timedelta(hours=1))

    typed = client.post(f"/outbox/{row.pk}/save", {"subject": "Re", "body": "other"})
    saved = client.post(f"/outbox/{row.pk}", {"subject": "Re", "body": "other"})

    assert (typed.status_code, saved.status_code) == (409, 422)
    assert "This text has moved on in the meantime." in text_of(saved)
    row.refresh_from_db()
    assert row.body == COOL


def test_the_review_shows_all_that_leaves_to_whom_from_where_and_when(client, write, account):
    page = text_of(client.get(f"/outbox/{write().pk}/review"))

    assert "ana@duarte.example" in page
    assert f"{SAM.name} {SAM.email}" in page
    assert "Your mail" in page
    assert "I enjoyed the talks." in page
    assert "Leaves at, by your clock (" in page
    assert "Ten minutes from now at the soonest." in page
    assert "Nobody is copied." in page


def test_send_schedules_a_cool_text_and_nothing_leaves_at_once(client, write, account):
    row = write()

    answer = say_yes(client, row)

    assert answer["Location"] == f"/outbox/{row.pk}"
    assert state_of(row) == State.SCHEDULED
    assert row.leaves_at >= NOW + timedelta(minutes=10)
    assert "Stop it" in text_of(client.get(answer["Location"]))


def test_an_hour_of_ones_own_is_taken_by_ones_own_clock(client, write, account):
    row = write()
    hour = (NOW + timedelta(days=2)).replace(second=0, microsecond=0)

    say_yes(client, row, leaves_at=hour.astimezone().strftime(MINUTE))

    assert state_of(row) == State.SCHEDULED
    assert row.leaves_at.strftime("%M") == hour.strftime("%M")
    assert abs(row.leaves_at - hour) < timedelta(days=1)


@pytest.mark.parametrize(
    "hour", ["soon", "0001-01-01T00:00", "2025-11-24T09:10", "9999-12-31T23:59", "2026-02-30T10:00"]
)
def test_an_hour_that_is_none_is_asked_for_again(client, write, account, hour):
    row = write()

    answer = say_yes(client, row, leaves_at=hour)

    assert answer.status_code == 422
    assert "Please give a day and an hour" in text_of(answer)
    assert state_of(row) == State.DRAFT


def test_words_changed_since_the_page_was_opened_do_not_leave(client, ana, write, account):
    row = write()
    act.change_words(ana, row.pk, subject="Re", body="typed in another window", now=NOW + timedelta(seconds=1))

    answer = say_yes(client, row)

    assert answer.status_code == 422
    assert "typed in another window" in text_of(answer)
    assert state_of(row) == State.DRAFT


@pytest.mark.parametrize("seen_at", ["", "yesterday"])
def test_a_yes_to_words_nobody_read_sends_nothing(client, write, account, seen_at):
    row = write()

    answer = client.post(f"/outbox/{row.pk}/review", {"seen_at": seen_at})

    assert (answer.status_code, state_of(row)) == (422, State.DRAFT)


def test_only_the_review_has_a_send_button(client, ana, write, account):
    row = write()
    pages = [
        "/outbox",
        f"/outbox/{row.pk}",
        f"/outbox/{row.pk}/calmer",
        f"/no/{row.recovery.event_id}/dont-burn-bridges/reply",
    ]

    buttons = {page: ">Send<" in client.get(page).content.decode() for page in pages}

    assert not any(buttons.values())
    assert ">Send<" in client.get(f"/outbox/{row.pk}/review").content.decode()


def test_a_text_written_at_night_has_no_send_button_and_says_why(client, write, account):
    night = NOW.replace(hour=2)
    row = write(saved_at=night)

    page = text_of(client.get(f"/outbox/{row.pk}/review"))

    assert "This was written at night, so it rests first." in page
    assert ">Send" not in page


def test_what_is_on_its_way_does_not_become_a_private_letter(client, write):
    row = write(state=State.SENDING)

    assert client.post(f"/outbox/{row.pk}/private").status_code == 422
    assert not WritingRow.objects.exists()


def test_stopping_keeps_the_words_and_they_can_be_taken_up_again(client, write, account):
    row = write()
    say_yes(client, row)

    client.post(f"/outbox/{row.pk}/stop")
    stopped = state_of(row)
    answer = client.post(f"/outbox/{row.pk}/take-up")

    assert (stopped, state_of(row)) == (State.CANCELLED, State.DRAFT)
    assert answer["Location"] == f"/outbox/{row.pk}/review"
    assert row.body == COOL


def test_one_that_left_already_says_so_when_it_is_stopped(client, write):
    row = write(state=State.SENT, sent_at=NOW)

    answer = client.post(f"/outbox/{row.pk}/stop")

    assert answer.status_code == 422
    assert "moved on" in text_of(answer) and "Sent" in text_of(answer)


@pytest.mark.parametrize(
    ("said", "then"), [("arrived", State.SENT), ("leave", State.CANCELLED), ("again", State.SCHEDULED)]
)
def test_the_user_settles_one_that_may_have_arrived(client, write, account, said, then):
    row = write(state=State.UNKNOWN, account=account, raw=b"bytes", message_id="one@duarte.example", leaves_at=NOW)

    client.post(f"/outbox/{row.pk}/settle", {"it": said})

    assert state_of(row) == then
    assert bytes(row.raw) == b"bytes"


def test_an_unsure_one_that_is_left_is_never_said_to_have_stayed(client, write, account):
    row = write(state=State.UNKNOWN, account=account, raw=b"bytes", message_id="one@duarte.example", leaves_at=NOW)
    client.post(f"/outbox/{row.pk}/settle", {"it": "leave"})

    page, outbox = text_of(client.get(f"/outbox/{row.pk}")), text_of(client.get("/outbox"))

    assert "We never learned whether it arrived." in page and "It did not leave" not in page
    assert "It may have arrived." in outbox and "It did not leave" not in outbox


def test_an_unsure_one_that_was_sent_again_and_stopped_is_never_said_to_have_stayed(client, write, account):
    row = write(state=State.UNKNOWN, account=account, raw=b"bytes", message_id="one@duarte.example", leaves_at=NOW)
    client.post(f"/outbox/{row.pk}/settle", {"it": "again"})
    on_its_way = text_of(client.get(f"/outbox/{row.pk}"))
    client.post(f"/outbox/{row.pk}/stop")

    page, outbox = text_of(client.get(f"/outbox/{row.pk}")), text_of(client.get("/outbox"))
    client.post(f"/outbox/{row.pk}/take-up")

    assert "It did not leave" not in page + outbox
    for one in (on_its_way, page, text_of(client.get(f"/outbox/{row.pk}/review"))):
        assert "they may get it twice" in one


def test_one_refused_at_its_second_leaving_did_not_leave_this_time(client, write):
    row = write(state=State.FAILED, trouble="The server answered: mailbox full.", may_have_arrived=True)

    page, outbox = text_of(client.get(f"/outbox/{row.pk}")), text_of(client.get("/outbox"))

    assert "It did not leave this time" in page and "they may get it twice" in page
    assert "It did not leave this time." in outbox


def test_a_server_that_was_busy_is_tried_again_at_an_hour_that_is_named(client, write, account):
    trouble = "The mail server is busy. mail.duarte.example answered: later"
    row = write(
        state=State.SCHEDULED, account=account, leaves_at=NOW + timedelta(minutes=5), attempts=1, trouble=trouble
    )

    page = text_of(client.get(f"/outbox/{row.pk}"))

    assert "We try again today" in page and trouble in page


def test_a_resting_text_is_folded_away_and_one_that_rested_can_still_be_made_calmer(client, write, account):
    row = write(body=HOT, state=State.RESTING, rest_why="hot", rests_until=NOW + timedelta(hours=20))
    resting = text_of(client.get(f"/outbox/{row.pk}/review"))
    OutgoingRow.objects.filter(pk=row.pk).update(state=State.READY, rested_body=f"{row.subject}\n\n{HOT}")

    ready = text_of(client.get(f"/outbox/{row.pk}/review"))

    assert "It rests until tomorrow" in resting
    assert resting.index("What you wrote") < resting.index("pathetic")
    assert "Send in thirty seconds" in ready and "Show me a calmer version" in ready


def test_one_that_did_not_leave_says_why_and_what_can_be_done(client, write):
    row = write(state=State.FAILED, trouble="The server answered: mailbox full.")

    page = text_of(client.get(f"/outbox/{row.pk}"))

    assert "The server answered: mailbox full." in page
    assert "Try again" in page and "Save as a mail file" in page


def test_without_an_account_it_is_taken_along(client, write):
    row = write()

    page = text_of(client.get(f"/outbox/{row.pk}/review"))
    file = message_from_bytes(client.post(f"/outbox/{row.pk}/file").content, policy=default)

    assert 'href="/settings/mail"' in page
    assert "Save as a mail file" in page and "Copy the text" in page and 'href="mailto:' in page
    assert ">Send" not in page
    assert (file["To"], file["X-Unsent"]) == (f"{SAM.name} <{SAM.email}>", "1")


def test_a_hot_text_without_an_account_rests_before_it_is_taken_along(client, write):
    row = write("You are a liar and an idiot.")

    hot = text_of(client.get(f"/outbox/{row.pk}/review"))
    file = text_of(client.post(f"/outbox/{row.pk}/file"))
    client.post(f"/outbox/{row.pk}/wait")

    assert "Let it wait" in hot
    assert "mailto:" not in hot and "Save as a mail file" not in hot
    assert "This one rests first." in file
    assert state_of(row) == State.RESTING
    resting = text_of(client.get(f"/outbox/{row.pk}/review"))
    assert "Leave it for now" in resting and "Let it wait" not in resting


def test_the_sample_cannot_send_and_says_so(client, settings, write, account):
    settings.DEMO = True
    row = write()

    page = text_of(client.get(f"/outbox/{row.pk}/review"))
    say_yes(client, row)

    assert "This is the sample. Nothing ever leaves from here." in page
    assert ">Send" not in page and "mailto:" not in page
    assert state_of(row) == State.DRAFT


def test_bo_sees_nothing_of_it(client, bo):
    row = OutgoingRow.objects.create(owner=bo, purpose="reply", body="of Bo", saved_at=NOW)

    answers = [client.get(f"/outbox/{row.pk}{page}").status_code for page in ("", "/review", "/calmer", "/state")]

    assert answers == [404] * 4
    assert "of Bo" not in text_of(client.get("/outbox"))


@pytest.mark.parametrize("state", [State.READY, State.UNKNOWN, State.FAILED])
def test_today_says_that_a_text_waits_for_its_writer(client, write, state):
    before = text_of(client.get("/"))

    write(state=state)

    line = "A text of yours waits for your word"
    assert line not in before
    assert line in text_of(client.get("/"))
