"""A text that reads hot: quoted, never scolded, and every way on is open to it but the hasty one."""

from datetime import timedelta

import pytest

from highroad.app.models import OutgoingRow, WritingRow
from tests.app.noes import text_of
from tests.app.outgoing import HOT, say_yes, state_of
from tests.cast import NOW, SAM

HALF_HOT = "Dear Sam,\n\nYou are a pathetic liar. I enjoyed the talks. I learned a lot from Noor.\n\nAna"

pytestmark = pytest.mark.django_db

State = OutgoingRow.State


def test_a_hot_text_is_quoted_and_offered_a_night_a_calmer_version_and_a_private_letter(client, write, account):
    row = write(HOT)

    page = text_of(client.get(f"/outbox/{row.pk}/review"))

    assert "<mark>" in page
    assert "<q>" in page and "reads like" in page
    assert "Let it wait" in page and "Show me a calmer version" in page and "Keep it as a private letter" in page
    assert ">Send" not in page
    assert "I enjoyed the talks" not in page.partition("<section")[2].partition("</section>")[0]


def test_letting_it_wait_rests_it_until_the_morning(client, write, account):
    row = write(HOT)

    answer = client.post(f"/outbox/{row.pk}/wait")

    assert state_of(row) == State.RESTING
    assert "It rests until tomorrow, 9:00" in text_of(client.get(answer["Location"]))


def test_a_hot_text_is_not_sent_by_a_post_without_the_button(client, write, account):
    row = write(HOT)

    say_yes(client, row)

    assert state_of(row) == State.RESTING


def test_a_hot_text_can_become_a_private_letter_that_has_no_address(client, write):
    row = write(HOT)

    answer = client.post(f"/outbox/{row.pk}/private")

    letter = WritingRow.objects.get()
    assert answer["Location"] == f"/letters/{letter.pk}"
    assert HOT in letter.text
    assert SAM.email not in letter.text
    assert not OutgoingRow.objects.exists()
    assert not [field.name for field in WritingRow._meta.fields if "email" in field.name or "to_" in field.name]


def test_one_that_rested_leaves_thirty_seconds_after_the_yes(client, write, account):
    row = write(HOT, state=State.READY, rested_body=f"Your mail\n\n{HOT}")

    page = text_of(client.get(f"/outbox/{row.pk}/review"))
    answer = say_yes(client, row)

    assert "Send in thirty seconds" in page
    assert state_of(row) == State.SCHEDULED
    assert timedelta(seconds=30) <= row.leaves_at - NOW < timedelta(seconds=60)
    assert "You can stop it for" in text_of(client.get(answer["Location"]))


def test_markup_in_a_text_is_shown_as_it_is_written(client, write, account):
    row = write("You are a <script>alert(1)</script> pathetic liar.")

    page = client.get(f"/outbox/{row.pk}/review").content.decode()

    assert "<script>alert" not in page and "&lt;script&gt;" in page


def test_the_calmer_version_names_what_it_took_out_and_changes_nothing_by_itself(client, write):
    row = write(HALF_HOT)

    page = text_of(client.get(f"/outbox/{row.pk}/calmer"))

    letter = page.partition("<article")[2]
    assert "The same, a little calmer" in page
    assert "liar" in page and "liar" not in letter
    assert "I enjoyed the talks." in letter
    row.refresh_from_db()
    assert row.body == HALF_HOT


def test_the_calmer_version_can_be_taken_and_given_back(client, write):
    row = write(HALF_HOT)

    answer = client.post(f"/outbox/{row.pk}/calmer")
    row.refresh_from_db()
    taken = row.body
    review = text_of(client.get(answer["Location"]))
    client.post(f"/outbox/{row.pk}/own")

    row.refresh_from_db()
    assert answer["Location"] == f"/outbox/{row.pk}/review"
    assert "liar" not in taken and "I enjoyed the talks." in taken
    assert "Your own text is kept." in review
    assert (row.subject, row.body, row.own_body) == ("Your mail", HALF_HOT, "")


def test_a_second_calmer_version_keeps_the_first_text_and_what_was_written_since(client, write):
    row = write(HALF_HOT)
    client.post(f"/outbox/{row.pk}/calmer")
    client.post(f"/outbox/{row.pk}", {"subject": "Your mail", "body": "You are an idiot. I enjoyed the talks.\n\nAna"})

    page = text_of(client.get(f"/outbox/{row.pk}/calmer"))
    client.post(f"/outbox/{row.pk}/calmer")

    row.refresh_from_db()
    assert "Your first text is kept" in page and "What you wrote since then goes to your private letters." in page
    assert (row.own_subject, row.own_body) == ("Your mail", HALF_HOT)
    assert "idiot" not in row.body
    assert "You are an idiot. I enjoyed the talks." in WritingRow.objects.get().text


@pytest.mark.parametrize("purpose", ["reply", "feedback", "thank_you"])
def test_a_torso_gives_way_to_a_gracious_letter_that_says_it_is_ours(client, write, purpose):
    row = write("You are a pathetic liar, and Noor knows it. I enjoyed the talks.", purpose=purpose)

    page = text_of(client.get(f"/outbox/{row.pk}/calmer"))
    client.post(f"/outbox/{row.pk}/calmer")

    row.refresh_from_db()
    assert "A short letter in its place" in page and "this one is ours, for Sam Reyes." in page
    assert "Hi Sam," in page.partition("<article")[2] and row.body.startswith("Hi Sam,")
    assert "liar" not in row.body and "____" not in row.body
    assert "liar" in row.own_body


def test_there_is_nothing_to_go_back_to_where_nothing_was_taken(client, write):
    row = write(HALF_HOT)

    assert client.post(f"/outbox/{row.pk}/own").status_code == 404


def test_a_text_about_no_no_is_cut_and_not_replaced(client, write):
    row = write(HOT, recovery=None)

    page = text_of(client.get(f"/outbox/{row.pk}/calmer"))

    assert "The same, a little calmer" in page
