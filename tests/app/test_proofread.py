"""What was really sent to an employer, read for slips: on its own page, under the worry, and before a text leaves."""

from django.test import Client

from highroad.app.models import OutgoingRow, OwnerRow, ResumeRow
from tests.app.mails import brightmoor, bring, haldenfrey, mail
from tests.app.noes import MET, confirmed, final_no, text_of
from tests.app.outgoing import to_sam
from tests.cast import ANA, NOOR, NOW, SAM

WRONG_FIRM = "Hi Noor,\n\nThank you for the talk. I would be glad to work for Brightmoor.\n\nAna"


def wrong_thanks(owner: OwnerRow) -> str:
    """The no of Haldenfrey, after a thank-you that names Brightmoor; gives its event id."""
    bring(owner, *brightmoor(ago=5))
    confirmed_mail, invited, *_, final, no = haldenfrey()
    sent = mail(WRONG_FIRM, day=27, sender=ANA, to=NOOR, subject="Thank you", answers=invited.message_id or "")
    return confirmed(owner, [confirmed_mail, invited, sent, final, no], people=MET)


def test_a_firm_named_wrongly_is_found_in_what_was_really_sent(client: Client, ana: OwnerRow) -> None:
    page = text_of(client.get(f"/applications/{wrong_thanks(ana)}/proofread"))

    assert "One place is worth a second look." in page
    assert '<mark><span class="for-ears">Look here: </span>Brightmoor</mark>' in page
    assert "this one is called Haldenfrey" in page


def test_only_ones_own_words_are_read_and_not_what_they_wrote(client: Client, ana: OwnerRow) -> None:
    page = text_of(client.get(f"/applications/{final_no(ana)}/proofread"))

    assert "We read the one mail you sent them. Nothing was found." in page
    assert "Unfortunately" not in page


def test_nothing_sent_is_said_to_be_nothing(client: Client, ana: OwnerRow) -> None:
    event_id = confirmed(ana, brightmoor())

    assert "None of the mails you sent them is on record." in text_of(client.get(f"/applications/{event_id}/proofread"))


def test_a_text_that_left_through_the_outbox_is_read_once(client: Client, ana: OwnerRow) -> None:
    event_id = wrong_thanks(ana)
    texts = {"state": OutgoingRow.State.SENT, "sent_at": NOW, "to_name": NOOR.name, "about": event_id}
    OutgoingRow.objects.create(owner=ana, body=WRONG_FIRM, purpose="thank_you", saved_at=NOW, **texts)
    OutgoingRow.objects.create(owner=ana, body="Hi Nour,\n\nOne more line.", purpose="note", saved_at=NOW, **texts)

    page = text_of(client.get(f"/applications/{event_id}/proofread"))

    assert "We read the 2 mails you sent them." in page
    assert "did you mean Noor?" in page


def test_the_worry_about_a_typo_is_answered_from_what_was_sent(client: Client, ana: OwnerRow) -> None:
    page = text_of(client.get(f"/no/{wrong_thanks(ana)}/likely-not-you/typo"))

    assert "This may have been noticed." in page
    assert "this one is called Haldenfrey" in page
    assert "Nobody has counted what it does after a talk." in page


def test_without_a_resume_it_is_said_that_files_are_not_kept(client: Client, ana: OwnerRow) -> None:
    page = text_of(client.get(f"/no/{final_no(ana)}/likely-not-you/typo"))

    assert "The files that went with your mail are not kept." in page
    assert "Save a résumé" in page


def test_the_resume_that_is_saved_is_read_again(client: Client, ana: OwnerRow) -> None:
    event_id = final_no(ana)
    text = "Ana Duarte\nI wrote reports for a school and recieved a prize for them.\nTools: Kuberntes, dbt, Haldenfrey"
    client.post("/resume", {"text": text})

    page = text_of(client.get(f"/no/{event_id}/likely-not-you/typo"))

    assert "The files that went with your mail are not kept." in page
    assert "<q>recieved</q>: perhaps received." in page
    assert "Kuberntes" not in page


def test_a_resume_without_slips_is_left_in_peace(client: Client, ana: OwnerRow) -> None:
    event_id = final_no(ana)
    client.post("/resume", {"text": "Ana Duarte\nI wrote reports for a school."})

    page = text_of(client.get(f"/no/{event_id}/likely-not-you/typo"))

    assert "We read it again. Nothing was found." in page


def test_the_resume_of_bo_is_not_read_to_ana(client: Client, ana: OwnerRow, bo: OwnerRow) -> None:
    ResumeRow.objects.create(owner=bo, text="I recieved a prize.", added_at=NOW)

    page = text_of(client.get(f"/no/{final_no(ana)}/likely-not-you/typo"))

    assert "recieved" not in page


def test_bo_sees_nothing_of_what_ana_sent(client: Client, ana: OwnerRow, bo: OwnerRow) -> None:
    event_id = wrong_thanks(bo)

    assert client.get(f"/applications/{event_id}/proofread").status_code == 404


def test_firms_of_bo_are_not_known_to_ana(client: Client, ana: OwnerRow, bo: OwnerRow) -> None:
    bring(bo, *brightmoor())
    applied, invited, _, final, no = haldenfrey()
    words = "Hi Noor,\n\nThank you for the talk. I was at Brightmoor once.\n\nAna"
    sent = mail(words, day=27, sender=ANA, to=NOOR, subject="Thank you", answers=invited.message_id or "")
    event_id = confirmed(ana, [applied, invited, sent, final, no], people=MET)

    assert "We read the one mail you sent them. Nothing was found." in text_of(
        client.get(f"/applications/{event_id}/proofread")
    )


def test_a_draft_is_read_quietly_before_it_leaves(client: Client, ana: OwnerRow) -> None:
    row = to_sam(
        ana, f"Dear Sma,\n\nThank you for letting me know. I am writing to {SAM.name} with [Company] attached.\n\nAna"
    )

    page = text_of(client.get(f"/outbox/{row.pk}/review"))

    assert "3 places may need a second look" in page
    assert "did you mean Sam Reyes?" in page
    assert "nothing goes with a text from here" in page


def test_a_draft_without_slips_is_left_in_peace(client: Client, ana: OwnerRow) -> None:
    assert "second look" not in text_of(client.get(f"/outbox/{to_sam(ana).pk}/review"))
