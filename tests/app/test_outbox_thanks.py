"""Each thank-you has words of its own: one that repeats another is refused wherever it could go out."""

import pytest
from typer.testing import CliRunner

from highroad.app.actions.outbox import CannotBeSent, send, take_up_again
from highroad.app.actions.outbox_taken import as_file
from highroad.app.models import OutgoingRow, PersonRow
from highroad.app.queries.outbox import review
from highroad.cli.outbox import app
from tests.app.outgoing import account_of, say_yes, state_of, to_sam
from tests.cast import ELI_INTERVIEWER, NOOR_INTERVIEWER, NOW

pytestmark = pytest.mark.django_db

THANKS = "Dear {first},\n\nThank you for the talk, {first}. What you said about the ferries has stayed with me.\n\nAna"
OTHER = "Dear {first},\n\nThank you for the talk, {first}. Your first year there has stayed with me.\n\nAna"


@pytest.fixture
def to_noor(ana) -> OutgoingRow:
    account_of(ana)
    return thanks(ana, NOOR_INTERVIEWER)


def thanks(owner, person, words: str = THANKS, **row) -> OutgoingRow:
    body = words.format(first=person.name.split()[0])
    made = to_sam(owner, body, purpose="thank_you", to_name=person.name, to_email=person.email, **row)
    assert PersonRow.objects.filter(owner=owner, email=person.email).exists()
    return made


def test_the_same_words_with_another_name_in_them_cannot_be_sent(client, ana, to_noor):
    again = thanks(ana, ELI_INTERVIEWER)

    page = client.get(f"/outbox/{again.pk}/review").content.decode()

    assert "Someone else gets these words already." in page
    assert "Save as a mail file" not in page and "mailto:" not in page
    assert say_yes(client, again).status_code == 422
    assert state_of(again) == "draft"


def test_words_of_their_own_can(client, ana, to_noor):
    other = thanks(ana, ELI_INTERVIEWER, OTHER)

    assert say_yes(client, other).status_code == 302
    assert state_of(other) == "scheduled"


def test_saving_the_same_words_says_so_and_keeps_them(client, ana, to_noor):
    other = thanks(ana, ELI_INTERVIEWER, OTHER)
    same = THANKS.format(first="Eli")

    answer = client.post(f"/outbox/{other.pk}", {"subject": "Thank you", "body": same})
    other.refresh_from_db()

    assert answer.status_code == 422
    assert "Each note needs one detail of its own" in answer.content.decode()
    assert other.body == same


def test_typing_them_is_not_interrupted(client, ana, to_noor):
    other = thanks(ana, ELI_INTERVIEWER, OTHER)

    answer = client.post(f"/outbox/{other.pk}/save", {"subject": "Thank you", "body": THANKS.format(first="Eli")})

    assert answer.json() == {"row": None}


def test_neither_the_file_nor_the_terminal_is_a_way_around(ana, to_noor):
    again = thanks(ana, ELI_INTERVIEWER)

    with pytest.raises(CannotBeSent, match="Someone else gets these words"):
        as_file(ana, again.pk, now=NOW)
    asked = CliRunner().invoke(app, ["send", str(again.pk)], input=f"{again.to_name}\n")

    assert asked.exit_code == 1
    assert "Someone else gets these words already." in asked.output
    assert state_of(again) == "draft"


def test_what_was_sent_counts_and_what_was_stopped_does_not(ana, to_noor):
    again = thanks(ana, ELI_INTERVIEWER)
    lacks = {}

    for state in ("sent", "scheduled", "resting", "cancelled"):
        OutgoingRow.objects.filter(pk=to_noor.pk).update(state=state, rests_until=NOW)
        lacks[state] = review(ana, again.pk, now=NOW).missing

    assert lacks == {"sent": "same", "scheduled": "same", "resting": "same", "cancelled": ""}


def test_one_taken_up_again_is_compared_again(ana, to_noor):
    OutgoingRow.objects.filter(pk=to_noor.pk).update(state="cancelled")
    send(ana, thanks(ana, ELI_INTERVIEWER).pk, now=NOW)
    take_up_again(ana, to_noor.pk)

    with pytest.raises(CannotBeSent):
        send(ana, to_noor.pk, now=NOW)


def test_a_reply_may_say_what_a_thank_you_says(ana, to_noor):
    reply = to_sam(ana, to_noor.body)

    assert review(ana, reply.pk, now=NOW).missing == ""


def test_bo_is_not_compared_with_ana(ana, bo, to_noor):
    account_of(bo)
    hers = OutgoingRow.objects.create(owner=bo, purpose="thank_you", body=to_noor.body, saved_at=NOW)

    assert review(bo, hers.pk, now=NOW).missing != "same"
