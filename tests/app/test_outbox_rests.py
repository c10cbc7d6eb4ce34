"""A letter on its way when everything else rests after dark words: it waits, and is read again to go sooner."""

from datetime import timedelta
from email import message_from_bytes
from email.utils import parsedate_to_datetime

import pytest

from highroad.app.actions import outbox as act
from highroad.app.actions.dark_words import RESTS, lift, look_at
from highroad.app.actions.outbox_sending import send_due
from highroad.app.models import AccountRow, OutgoingRow, OwnerRow
from tests.app.letters import DUE, Outside, account, letter
from tests.app.noes import text_of
from tests.cast import NOW
from tests.edges.mail_server import Told, mail_server

pytestmark = pytest.mark.django_db
DARK = "I don't want to live anymore."


@pytest.fixture
def on_its_way(ana) -> OutgoingRow:
    account(ana)
    return act.send(ana, letter(ana).pk, leaves_at=NOW, now=NOW)


def left(after: timedelta) -> int:
    """How many letters the server has taken by then."""
    told = Told()
    with mail_server(told) as port:
        AccountRow.objects.update(smtp_port=port)
        send_due(Outside().post, clock=lambda: NOW + after, beat=None)
    return len(told.taken)


def test_it_leaves_when_the_rest_is_over_and_no_sooner(ana, on_its_way):
    look_at(ana, DARK, now=NOW)

    assert [left(DUE), left(RESTS - timedelta(minutes=1)), left(RESTS + timedelta(minutes=1))] == [0, 0, 1]


def test_one_that_was_to_leave_later_still_leaves_as_the_user_said(ana):
    account(ana)
    later = act.send(ana, letter(ana).pk, leaves_at=NOW + timedelta(days=9), now=NOW)

    look_at(ana, DARK, now=NOW)

    later.refresh_from_db()
    assert (later.leaves_at, later.trouble) == (NOW + timedelta(days=9), "")


def test_it_keeps_its_message_id_and_bears_the_hour_it_leaves(ana, on_its_way):
    look_at(ana, DARK, now=NOW)

    mail = message_from_bytes(bytes(OutgoingRow.objects.get().raw))
    assert mail["Message-ID"] == f"<{on_its_way.message_id}>"
    assert parsedate_to_datetime(mail["Date"]) == NOW + RESTS


def test_one_that_is_being_handed_over_loses_its_turn(ana, on_its_way):
    OutgoingRow.objects.update(leased_until=NOW + DUE)

    look_at(ana, DARK, now=NOW)

    row = OutgoingRow.objects.get()
    assert (row.leased_until, row.leaves_at) == (None, NOW + RESTS)


def test_a_letter_of_another_user_leaves_as_ever(ana, bo, on_its_way):
    look_at(bo, DARK, now=NOW)

    assert left(DUE) == 1


def test_it_is_seen_on_the_page_of_the_rest_and_can_be_stopped(client, ana, on_its_way):
    client.post("/beside", {"text": DARK})

    assert "when the rest is over" in text_of(client.get("/resting"))
    client.post(f"/outbox/{on_its_way.pk}/stop")
    assert OutgoingRow.objects.get().state == "cancelled"


def test_brought_back_it_leaves_sooner_only_when_it_was_read_again(client, ana, on_its_way):
    look_at(ana, DARK, now=NOW)
    lift(ana)

    page = text_of(client.get(f"/outbox/{on_its_way.pk}"))
    before = left(DUE)
    answer = client.post(f"/outbox/{on_its_way.pk}/take-up")
    again = act.send(ana, on_its_way.pk, leaves_at=NOW, now=NOW)

    assert "It leaves later than you said" in page and "Read it again" in page
    assert (before, answer["Location"]) == (0, f"/outbox/{on_its_way.pk}/review")
    assert (again.state, again.trouble, left(DUE)) == ("scheduled", "", 1)


def test_one_that_was_not_held_is_not_taken_back_unasked(ana, on_its_way):
    with pytest.raises(act.OnItsWay):
        act.take_up_again(ana, on_its_way.pk)


def test_no_new_yes_is_taken_while_everything_rests(ana):
    account(ana)
    row = letter(ana)
    look_at(ana, DARK, now=NOW)

    with pytest.raises(act.CannotBeSent, match="Everything else rests for now"):
        act.send(OwnerRow.objects.get(pk=ana.pk), row.pk, now=NOW)
