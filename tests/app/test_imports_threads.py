"""A short reply is kept when its thread is about an application, in whichever order and file both are found."""

from itertools import permutations
from pathlib import Path

import pytest

from highroad.app.actions.record import rebuild_all
from highroad.app.models import AddressRow, EventRow, MessageRow, OwnerRow, ReplyRow, SeenRow
from tests.app import mailboxes
from tests.app.derived import derived
from tests.app.test_imports import bring_in, dump, whole_database
from tests.cast import ANA, NOOR, NOW

pytestmark = pytest.mark.django_db

BELL = b"""\
From: Noor Haddad <noor.haddad@haldenfrey.example>
To: Ana Duarte <ana@duarte.example>
Subject: Re: hello
Date: Tue, 10 Nov 2026 08:00:00 +0000
Message-ID: <bell@haldenfrey.example>
In-Reply-To: <confirmation@haldenfrey.example>

Good. Ring the bell at the blue door.
"""
FINE = b"""\
From: Ana Duarte <ana@duarte.example>
To: Noor Haddad <noor.haddad@haldenfrey.example>
Subject: Re: hello
Date: Tue, 10 Nov 2026 09:00:00 +0000
Message-ID: <fine@duarte.example>
In-Reply-To: <bell@haldenfrey.example>

The blue one it is.
"""
SOUP = b"""\
From: Tomas Lind <tomas@post.example>
To: Ana Duarte <ana@duarte.example>
Subject: Re: Rhubarb on Saturday
Date: Sun, 08 Nov 2026 12:00:00 +0000
Message-ID: <soup@post.example>
In-Reply-To: <dinner@post.example>

The crocodile tin is still at mine.
"""
THREAD = (mailboxes.CONFIRMATION, BELL, FINE)


@pytest.fixture(autouse=True)
def addresses(ana: OwnerRow, bo: OwnerRow) -> None:
    """Both say whose mail it is, so that no order of it makes them guess."""
    for owner in (ana, bo):
        for someone in (ANA, NOOR):
            AddressRow.objects.create(owner=owner, email=someone.email, mine=someone is ANA, confirmed_at=NOW)


def test_replies_that_say_nothing_alone_are_kept_with_their_thread(ana, tmp_path):
    source = bring_in(ana, mailboxes.mbox(tmp_path / "all.mbox", (*THREAD, SOUP)))

    assert EventRow.objects.filter(owner=ana).values("application").distinct().count() == 1
    assert EventRow.objects.filter(owner=ana).count() == 3
    assert (source.messages, source.about_applications) == (4, 3)


def test_the_order_of_the_mail_makes_no_difference(ana, bo, tmp_path):
    bring_in(ana, mailboxes.mbox(tmp_path / "first.mbox", THREAD))

    for number, order in enumerate(permutations(THREAD)):
        MessageRow.objects.filter(owner=bo).delete()
        SeenRow.objects.filter(owner=bo).delete()
        rebuild_all(bo)
        bring_in(bo, mailboxes.mbox(tmp_path / f"{number}.mbox", order))
        assert dump(bo) == dump(ana)


def test_a_thread_in_two_files_is_the_same_as_in_one(ana, bo, tmp_path):
    bring_in(ana, mailboxes.mbox(tmp_path / "whole.mbox", THREAD))

    bring_in(bo, mailboxes.mbox(tmp_path / "late.mbox", (FINE, BELL)))
    bring_in(bo, mailboxes.mbox(tmp_path / "early.mbox", (mailboxes.CONFIRMATION,)))

    assert dump(bo) == dump(ana)


def test_making_the_record_again_changes_nothing(ana, tmp_path):
    bring_in(ana, mailboxes.mbox(tmp_path / "late.mbox", (FINE, BELL)))
    bring_in(ana, mailboxes.mbox(tmp_path / "early.mbox", (mailboxes.CONFIRMATION,)))
    before = derived(ana)

    rebuild_all(ana)

    assert derived(ana) == before


def test_of_a_reply_in_no_known_thread_only_digests_are_noted(ana, tmp_path):
    bring_in(ana, mailboxes.mbox(tmp_path / "all.mbox", (SOUP, mailboxes.CONFIRMATION)))

    assert ReplyRow.objects.filter(owner=ana).count() == 2
    assert b"crocodile" not in whole_database()
    assert b"soup@post.example" not in whole_database()


def test_a_reply_whose_file_has_gone_is_kept_when_it_comes_again(ana, tmp_path):
    late = mailboxes.mbox(tmp_path / "late.mbox", (BELL,))
    bring_in(ana, late)
    moved = late.rename(Path(tmp_path / "moved.mbox"))
    bring_in(ana, mailboxes.mbox(tmp_path / "early.mbox", (mailboxes.CONFIRMATION,)))

    bring_in(ana, moved)

    assert EventRow.objects.filter(owner=ana).count() == 2
