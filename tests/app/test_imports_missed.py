"""You missed one: the source is searched, and only what the user adds is kept."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from highroad.app.actions.imports import add_uploads, start
from highroad.app.actions.imports_missed import add_missed, done_looking, take_copy
from highroad.app.models import CorrectionRow, EventRow, MessageRow
from highroad.app.queries.applications import NotThere
from highroad.app.queries.imports_missed import search
from tests.app import mailboxes
from tests.app.test_imports import bring_in, read_to_the_end, whole_database
from tests.cast import NOW

pytestmark = pytest.mark.django_db

ENCODED = b"""\
From: =?utf-8?q?J=C3=BCrgen?= Keller <j.keller@post.example>
To: ana@duarte.example
Subject: =?utf-8?b?TWl0dHdvY2g=?=
Date: Wed, 11 Nov 2026 08:00:00 +0000
Message-ID: <encoded@post.example>
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: base64

R3LDvMOfZSB2b20gSGFmZW4u
"""


@pytest.mark.parametrize("words", ["noor", "PIER three", "wednesday haldenfrey"])
def test_a_mail_is_found_by_its_sender_or_by_words_in_it(ana, tmp_path, words):
    source = bring_in(ana, mailboxes.mbox(tmp_path / "all.mbox"))

    found = search(ana, source.pk, words)

    assert [(mail.sender, mail.subject) for mail in found.found] == [("Noor Haddad", "Wednesday")]
    assert found.found[0].first_words == "Three is fine, see you at the pier."
    assert (found.looked_at, found.go_on_from) == (4, None)


@pytest.mark.parametrize("words", ["jürgen", "mittwoch", "grüße hafen"])
def test_words_are_found_however_the_mail_wrote_them(ana, tmp_path, words):
    source = bring_in(ana, mailboxes.mbox(tmp_path / "all.mbox", (*mailboxes.MAILS, ENCODED)))

    assert [mail.sender for mail in search(ana, source.pk, words).found] == ["Jürgen Keller"]


def test_searching_keeps_nothing(ana, tmp_path):
    source = bring_in(ana, mailboxes.mbox(tmp_path / "all.mbox"))

    search(ana, source.pk, "pier")

    assert b"at the pier" not in whole_database()


def test_a_found_mail_is_added_by_one_tap_and_belongs_to_an_application(ana, tmp_path):
    source = bring_in(ana, mailboxes.mbox(tmp_path / "all.mbox"))
    [mail] = search(ana, source.pk, "pier").found

    event_id = add_missed(ana, source.pk, start=mail.start, digest=mail.digest, now=NOW)

    assert MessageRow.objects.get(event_id=event_id).added_by_user
    assert EventRow.objects.get(event_id=event_id).kind == "update"
    assert CorrectionRow.objects.get(owner=ana).kind == "KindIs"
    assert search(ana, source.pk, "pier").found[0].event_id == event_id


def test_adding_it_twice_is_adding_it_once(ana, tmp_path):
    source = bring_in(ana, mailboxes.mbox(tmp_path / "all.mbox"))
    [mail] = search(ana, source.pk, "pier").found

    first = add_missed(ana, source.pk, start=mail.start, digest=mail.digest, now=NOW)
    second = add_missed(ana, source.pk, start=mail.start, digest=mail.digest, now=NOW)

    assert first == second
    assert MessageRow.objects.filter(owner=ana).count() == 3


def test_a_mail_that_moved_in_its_source_is_not_mistaken_for_another(ana, tmp_path):
    path = mailboxes.mbox(tmp_path / "all.mbox")
    source = bring_in(ana, path)
    [mail] = search(ana, source.pk, "pier").found
    mailboxes.mbox(path, mailboxes.MAILS[::-1])

    with pytest.raises(NotThere):
        add_missed(ana, source.pk, start=mail.start, digest=mail.digest, now=NOW)


def test_an_upload_is_searched_in_a_fresh_copy_which_goes_again(ana, settings, tmp_path):
    settings.DATA_FOLDER = tmp_path
    content = mailboxes.mbox(tmp_path / "all.mbox").read_bytes()
    [number] = add_uploads(ana, [SimpleUploadedFile("all.mbox", content)], now=NOW).sources
    start(ana, number)
    read_to_the_end(ana, number)
    copies_after_reading = list((tmp_path / "incoming").iterdir())

    take_copy(ana, number, [SimpleUploadedFile("all.mbox", content)], now=NOW)
    found = search(ana, number, "pier").found
    done_looking(ana, number)

    assert copies_after_reading == []
    assert [mail.subject for mail in found] == ["Wednesday"]
    assert list((tmp_path / "incoming").iterdir()) == []


def test_bo_can_neither_search_nor_add_from_anas_source(ana, bo, tmp_path):
    source = bring_in(ana, mailboxes.mbox(tmp_path / "all.mbox"))
    [mail] = search(ana, source.pk, "pier").found

    with pytest.raises(NotThere):
        search(bo, source.pk, "pier")
    with pytest.raises(NotThere):
        add_missed(bo, source.pk, start=mail.start, digest=mail.digest, now=NOW)
