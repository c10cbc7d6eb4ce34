"""Drafts: made from the record, changed by the user, copied or read once more, and never sent."""

from datetime import timedelta

import pytest

from highroad.app.models import DeedRow, OutgoingRow, RecoveryRow, StepRow
from highroad.app.urls_steps import NO
from tests.app.letters import account
from tests.app.noes import final_no, text_of
from tests.cast import ELI, NOOR, NOW

pytestmark = pytest.mark.django_db
ELI_S_OWN = "Hi Eli,\n\nThank you for what you said about the harbour data.\n\nAna"


def thank(client, event_id, number, body, **more):
    """Save a note to the interviewer of this number."""
    return client.post(f"/no/{event_id}/dont-burn-bridges/thank/{number}", {"subject": "Thanks", "body": body} | more)


def test_a_tone_makes_the_draft_anew(client, ana):
    page = f"/no/{final_no(ana)}/ask-for-feedback/1"

    warm, brief = text_of(client.get(page)), text_of(client.get(page + "?tone=brief"))

    assert "If you can say: what is one thing I could get better at" in warm
    assert "One question: what is the one thing to work on" in brief


def test_the_users_own_version_stays(client, ana):
    page = f"/no/{final_no(ana)}/ask-for-feedback/1"
    client.post(page, {"subject": "A question", "body": "Dear Sam, what next?", "tone": "warm"})

    mine, formal = text_of(client.get(page)), text_of(client.get(page + "?tone=formal"))

    assert "Dear Sam, what next?" in mine
    assert "Dear Sam, what next?" not in formal
    assert OutgoingRow.objects.get().body == "Dear Sam, what next?"


def test_what_is_typed_is_saved_while_it_is_typed(client, ana):
    page = f"/no/{final_no(ana)}/dont-burn-bridges/reply"

    client.post(page + "/save", {"subject": "Re", "body": "Dear S", "tone": "brief"})

    assert OutgoingRow.objects.get().body == "Dear S"
    assert not DeedRow.objects.exists()


def test_a_saved_draft_counts_once(client, ana):
    page = f"/no/{final_no(ana)}/dont-burn-bridges/reply"

    for body in ("one", "two"):
        client.post(page, {"subject": "Re", "body": body})

    assert DeedRow.objects.filter(kind="draft").count() == 1


@pytest.mark.parametrize(
    ("page", "step", "sent"),
    [
        ("dont-burn-bridges/reply", "dont_burn_bridges", "dont-burn-bridges/sent"),
        ("dont-burn-bridges/thank/1", "dont_burn_bridges", "dont-burn-bridges/sent"),
        ("ask-for-feedback/1", "ask_for_feedback", "ask-for-feedback/1/asked"),
    ],
)
def test_a_step_is_done_once_the_user_says_it_left_and_not_with_a_draft(client, ana, page, step, sent):
    no = f"/no/{final_no(ana)}"
    client.post(f"{no}/sting", {"sting": "hard"})

    client.post(f"{no}/{page}", {"subject": "Re", "body": "For what you said about the harbour, thank you."})
    drafted, form = text_of(client.get(no)), text_of(client.get(f"{no}/{page}"))
    client.post(f"{no}/{sent}")

    assert '<span class="state">done</span>' not in drafted
    assert f'action="{no}/{sent}"' in form
    assert StepRow.objects.get(done_at__isnull=False).step == step
    assert '<span class="state">done</span>' in text_of(client.get(no))


def test_a_note_with_its_blank_unfilled_stays_here(client, ana):
    answer = thank(client, final_no(ana), 2, "Hi Eli,\n\nI keep thinking about ____.", do="review")

    assert answer.status_code == 422
    assert "It makes the note yours." in text_of(answer)
    assert "I keep thinking about ____." in text_of(answer)
    assert not StepRow.objects.exists()


def test_identical_notes_are_refused_with_the_reason_and_kept(client, ana):
    event_id = final_no(ana)
    thank(client, event_id, 1, "Hi Noor,\n\nThank you for the talk.\n\nAna")

    answer = thank(client, event_id, 2, "Hi Eli,\n\nThank you for the talk.\n\nAna")

    assert answer.status_code == 422
    assert "These two notes are the same. If they compare, it shows." in text_of(answer)
    assert "Hi Eli, Thank you for the talk." in text_of(answer)
    assert OutgoingRow.objects.get(to_email=ELI.email).body.startswith("Hi Eli")
    assert DeedRow.objects.filter(kind="draft").count() == 1


def test_two_notes_with_a_detail_each_are_kept(client, ana):
    event_id = final_no(ana)

    thank(client, event_id, 1, "Hi Noor,\n\nThank you for showing me the archive.\n\nAna")
    answer = thank(client, event_id, 2, ELI_S_OWN)

    assert answer.status_code == 302
    assert {row.to_email for row in OutgoingRow.objects.all()} == {NOOR.email, ELI.email}


def test_someone_already_thanked_is_shown_with_the_day(client, ana):
    event_id = final_no(ana)

    listed = text_of(client.get(f"/no/{event_id}/dont-burn-bridges"))
    page = text_of(client.get(f"/no/{event_id}/dont-burn-bridges/thank/1"))

    assert "thanked on 27 October" in listed
    assert "Already thanked on 27 October." in page


def test_a_subject_of_two_lines_is_refused_and_kept(client, ana):
    page = f"/no/{final_no(ana)}/dont-burn-bridges/reply"
    client.post(page, {"subject": "Re\u2028Bcc: all", "body": "Thanks", "do": "review"})
    RecoveryRow.objects.update(opened_at=NOW - timedelta(days=1))

    answer = client.post(f"/outbox/{OutgoingRow.objects.get().pk}/file")

    assert "Please write it on one line." in text_of(answer)
    assert "Bcc: all" in text_of(client.get(page))


def test_no_way_out_stands_beside_a_text_that_nobody_read_again(client, ana):
    page = text_of(client.get(f"/no/{final_no(ana)}/dont-burn-bridges/reply"))

    assert ">Go on<" in page
    assert "mailto:" not in page and "mail file" not in page


def test_nothing_here_can_send(client, ana):
    addresses = [str(pattern.pattern) for pattern in NO]

    assert not [address for address in addresses if "send" in address]
    assert "Nothing leaves on its own." in text_of(client.get(f"/no/{final_no(ana)}/ask-for-feedback/1"))


def test_with_an_account_a_draft_goes_on_to_its_review_and_not_further(client, ana):
    account(ana)
    page = f"/no/{final_no(ana)}/dont-burn-bridges/reply"

    offered = text_of(client.get(page))
    answer = client.post(page, {"subject": "Re: your mail", "body": "Thank you, Sam.", "do": "review"})

    row = OutgoingRow.objects.get()
    assert ">Go on<" in offered
    assert answer["Location"] == f"/outbox/{row.pk}/review"
    assert (row.state, row.raw) == ("draft", None)


def test_without_an_account_a_draft_goes_on_to_be_read_and_taken_along(client, ana):
    page = f"/no/{final_no(ana)}/dont-burn-bridges/reply"

    answer = client.post(page, {"subject": "Re: your mail", "body": "Thank you, Sam.", "do": "review"})
    RecoveryRow.objects.update(opened_at=NOW - timedelta(days=1))
    review = text_of(client.get(answer["Location"]))

    assert "Connect a mail account first, or take the text along as a file." in review
    assert "Save as a mail file" in review
    assert ">Send" not in review


@pytest.mark.parametrize("state", ["scheduled", "sending", "sent", "unknown"])
def test_a_draft_that_left_is_not_written_over(client, ana, state):
    page = f"/no/{final_no(ana)}/dont-burn-bridges/reply"
    client.post(page, {"subject": "Re", "body": "Thank you, Sam."})
    OutgoingRow.objects.update(state=state)

    saved = client.post(page + "/save", {"subject": "Re", "body": "Other words"})
    kept = client.post(page, {"subject": "Re", "body": "Other words"})

    assert (saved.status_code, kept.status_code) == (409, 422)
    assert OutgoingRow.objects.get().body == "Thank you, Sam."
    assert "See where it stands" in text_of(client.get(page))


def test_one_that_may_have_left_is_not_taken_up_by_typing(client, ana):
    page = f"/no/{final_no(ana)}/dont-burn-bridges/reply"
    client.post(page, {"subject": "Re", "body": "Thank you, Sam."})
    OutgoingRow.objects.update(state="cancelled", message_id="one@duarte.example", may_have_arrived=True)

    saved = client.post(page + "/save", {"subject": "Re", "body": "Other words"})

    row = OutgoingRow.objects.get()
    assert (saved.status_code, row.state, row.message_id) == (409, "cancelled", "one@duarte.example")
    assert "See where it stands" in text_of(client.get(page))
    assert "they may get it twice" in text_of(client.get(f"/outbox/{row.pk}"))
    client.post(f"/outbox/{row.pk}/take-up")
    assert "they may get it twice" in text_of(client.get(f"/outbox/{row.pk}/review"))


def test_typing_the_same_words_again_does_not_make_them_newer(client, ana):
    page = f"/no/{final_no(ana)}/dont-burn-bridges/reply"
    client.post(page, {"subject": "Re", "body": "Thank you, Sam."})
    OutgoingRow.objects.update(saved_at=NOW - timedelta(hours=10))

    client.post(page + "/save", {"subject": "Re", "body": "Thank you, Sam."})

    assert OutgoingRow.objects.get().saved_at == NOW - timedelta(hours=10)


def test_a_person_who_is_not_there_is_not_found(client, ana):
    event_id = final_no(ana)

    assert client.get(f"/no/{event_id}/ask-for-feedback/9").status_code == 404
    assert client.get(f"/no/{event_id}/dont-burn-bridges/thank/0").status_code == 404
