"""Which addresses are the user's own: guessed from the mail, settled by the user."""

import pytest

from highroad.app.actions.addresses import confirm
from highroad.app.models import AddressRow, MessageRow, OwnerRow
from highroad.app.queries.addresses import guesses, maybe_called, mine
from highroad.app.queries.drafts import draft
from highroad.app.queries.imports import newer_reader
from tests.app import mailboxes
from tests.app.noes import final_no, text_of
from tests.app.test_imports import bring_in
from tests.cast import NOW

pytestmark = pytest.mark.django_db

THANKS = b"""\
From: Ana Duarte <ana@elsewhere.example>
To: Noor Haddad <noor.haddad@haldenfrey.example>
Subject: Re: Your application for Data Analyst at Haldenfrey
Date: Wed, 11 Nov 2026 18:00:00 +0000
Message-ID: <thanks@elsewhere.example>
In-Reply-To: <confirmation@haldenfrey.example>

Dear Noor,

Thank you for taking the time to interview me for the Data Analyst position today. I enjoyed our conversation.

Ana
"""


def test_the_address_most_mail_is_written_to_is_guessed(ana, tmp_path):
    bring_in(ana, mailboxes.mbox(tmp_path / "all.mbox"))

    assert mine(ana) == {"ana@duarte.example"}
    assert [address.email for address in guesses(ana)] == ["ana@duarte.example"]


def test_a_look_through_stores_no_guess(client, ana, tmp_path):
    client.post("/import", {"path": str(mailboxes.mbox(tmp_path / "all.mbox"))})

    assert not AddressRow.objects.exists()


def test_the_question_is_asked_once(client, ana, tmp_path):
    source = bring_in(ana, mailboxes.mbox(tmp_path / "all.mbox"))
    first = client.get(f"/import/{source.pk}").content.decode()

    answer = client.post("/settings/addresses", {"mine": ["ana@duarte.example"], "back": f"/import/{source.pk}"})
    second = client.get(f"/import/{source.pk}").content.decode()

    assert "Which of these addresses are yours?" in first
    assert "Which of these addresses are yours?" not in second
    assert answer.url == f"/import/{source.pk}"


def test_what_the_user_said_is_not_guessed_over(ana, tmp_path):
    confirm(ana, ["Ana@Elsewhere.example "], now=NOW)

    bring_in(ana, mailboxes.mbox(tmp_path / "all.mbox"))

    assert mine(ana) == {"ana@elsewhere.example"}
    assert guesses(ana) == []


def test_a_new_address_makes_stored_mail_the_users_own(ana, tmp_path):
    bring_in(ana, mailboxes.mbox(tmp_path / "all.mbox", (*mailboxes.MAILS, THANKS)))
    before = list(MessageRow.objects.filter(outgoing=True))

    confirm(ana, ["ana@duarte.example", "ana@elsewhere.example"], now=NOW)
    bring_in(ana, tmp_path / "all.mbox")

    assert before == []
    assert MessageRow.objects.get(outgoing=True).sender == "Ana Duarte ana@elsewhere.example"


def test_a_change_offers_to_look_through_the_mail_again(ana, tmp_path):
    bring_in(ana, mailboxes.mbox(tmp_path / "all.mbox"))

    confirm(ana, ["ana@elsewhere.example"], now=NOW)

    assert newer_reader(ana)


def test_saying_the_same_again_reads_nothing_anew(ana, tmp_path):
    bring_in(ana, mailboxes.mbox(tmp_path / "all.mbox"))

    confirm(ana, ["ana@duarte.example"], now=NOW)

    assert not newer_reader(ana)


@pytest.mark.parametrize("typed", ["ana", "ana@", "ana@duarte.example, bo@x.example", "<script>"])
def test_what_is_no_address_is_refused_and_changes_nothing(client, ana, typed):
    answer = client.post("/settings/addresses", {"another": typed})

    assert answer.status_code == 422
    assert "This does not look like a mail address" in answer.content.decode()
    assert not AddressRow.objects.exists()


def test_the_way_back_never_leads_elsewhere(client, ana):
    answer = client.post("/settings/addresses", {"another": "ana@duarte.example", "back": "//evil.example/"})

    assert answer.url == "/settings/addresses"


def test_bos_addresses_are_not_anas(client, ana, bo):
    confirm(bo, ["bo@lindgren.example"], now=NOW)

    assert mine(ana) == frozenset()
    assert "bo@lindgren.example" not in client.get("/settings/addresses").content.decode()


def test_a_draft_is_signed_with_the_name_the_user_gave(client, ana):
    OwnerRow.objects.update(name="")
    no = final_no(ana)
    unsigned = text_of(client.get(f"/no/{no}/dont-burn-bridges/reply"))

    client.post("/settings/addresses", {"mine": "ana@duarte.example", "name": " Ana\nDuarte "})

    signed = text_of(client.get(f"/no/{no}/dont-burn-bridges/reply"))
    assert "How you sign" in unsigned and "How you sign" not in signed
    assert "Ana Duarte</textarea>" in signed.replace(" </textarea>", "</textarea>")
    assert 'value="Ana Duarte"' in client.get("/settings/addresses").text


def test_a_form_without_a_name_leaves_the_name_alone(client, ana):
    OwnerRow.objects.update(name="Ana Duarte")

    client.post("/settings/addresses", {"mine": "ana@duarte.example"})

    assert OwnerRow.objects.get(pk=ana.pk).name == "Ana Duarte"


def test_today_greets_with_the_first_name(client, ana):
    OwnerRow.objects.update(name="Ana Duarte")
    final_no(ana)

    assert "Hello, Ana." in text_of(client.get("/"))


def nameless(owner) -> OwnerRow:
    """Ana before she told her name."""
    owner.name = ""
    owner.save()
    return owner


def test_a_name_found_in_the_mail_is_asked_about_and_taken_only_by_a_yes(client, ana, tmp_path):
    bring_in(nameless(ana), mailboxes.mbox(tmp_path / "all.mbox"))
    event_id = final_no(ana)

    asked = text_of(client.get("/settings/addresses"))
    letter = text_of(client.get(f"/no/{event_id}/dont-burn-bridges/reply"))
    before = OwnerRow.objects.get(pk=ana.pk).name
    client.post("/settings/addresses", {"name": "Ana Duarte", "do": "name"})

    assert "Is your name Ana Duarte?" in asked and "Is your name Ana Duarte?" in letter
    assert (before, OwnerRow.objects.get(pk=ana.pk).name) == ("", "Ana Duarte")
    assert not AddressRow.objects.filter(confirmed_at__isnull=False).exists()
    assert "Is your name" not in text_of(client.get("/settings/addresses"))


def test_no_draft_is_signed_with_a_guess(ana, tmp_path):
    bring_in(nameless(ana), mailboxes.mbox(tmp_path / "all.mbox"))

    letter = draft(ana, final_no(ana), "reply", 1)

    assert letter.maybe_called == "Ana Duarte"
    assert "Duarte" not in letter.body


def test_an_import_offers_the_name_unticked(client, ana, tmp_path):
    source = bring_in(nameless(ana), mailboxes.mbox(tmp_path / "all.mbox"))

    page = client.get(f"/import/{source.pk}").content.decode()
    client.post("/settings/addresses", {"mine": ["ana@duarte.example"]})
    unticked = OwnerRow.objects.get(pk=ana.pk).name
    client.post("/settings/addresses", {"mine": ["ana@duarte.example"], "name": "Ana Duarte"})

    assert '<input type="checkbox" name="name" value="Ana Duarte">' in page
    assert (unticked, OwnerRow.objects.get(pk=ana.pk).name) == ("", "Ana Duarte")


def test_another_users_mail_tells_nothing_of_a_name(ana, bo, tmp_path):
    bring_in(nameless(ana), mailboxes.mbox(tmp_path / "all.mbox"))

    assert maybe_called(nameless(bo)) == ""
