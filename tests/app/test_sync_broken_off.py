"""A server that hangs up anywhere, numbers its mail anew or lies: the record is that of an honest one, once."""

import pytest

from highroad.app.actions import accounts
from highroad.app.actions.sync import sync
from highroad.app.models import AccountRow, AddressRow, FolderRow, MessageRow, OwnerRow
from highroad.app.queries.accounts import AccountSettings
from highroad.edges import imap_connection, imap_looks
from highroad.edges.imap import Folder
from highroad.edges.imap_trouble import Disconnected, TooSlow
from tests.app import mailboxes
from tests.app.test_imports import dump
from tests.app.test_imports_threads import BELL, FINE, SOUP
from tests.cast import ANA, NOW
from tests.servers.scripted_imap import Scripted, as_it_is, running

pytestmark = pytest.mark.django_db
LONG = b"\n" + b"Kind regards to the whole team of the allotment society. " * 400
MAILS = [
    raw.replace(b"\n", b"\r\n")
    for raw in (BELL, SOUP, mailboxes.DINNER, mailboxes.NO + LONG, FINE, mailboxes.CONFIRMATION, SOUP + LONG)
]
TRIPS = 5  # of a check with nothing new


@pytest.fixture(autouse=True)
def few_at_once(monkeypatch: pytest.MonkeyPatch, ana: OwnerRow, bo: OwnerRow) -> None:
    """Two mails an answer, so that there are many answers to break; both say whose mail it is."""
    monkeypatch.setattr(imap_looks, "AT_ONCE", 2)
    for owner in (ana, bo):
        AddressRow.objects.create(owner=owner, email=ANA.email, mine=True, confirmed_at=NOW)


def connect(owner: OwnerRow, script: Scripted) -> AccountRow:
    told = AccountSettings(ANA.email, "127.0.0.1", imap_port=script.port, imap_security="none")
    return accounts.connect(owner, told, "a secret", folders=[Folder("INBOX")], chosen=["INBOX"], now=NOW)


def check(owner: OwnerRow, account: AccountRow) -> str:
    """One check to its end; gives what went wrong."""
    for _ in sync(owner, account.pk, clock=lambda: NOW):
        pass
    account.refresh_from_db()
    return account.trouble


@pytest.fixture
def honest(bo: OwnerRow) -> list[tuple[object, ...]]:
    """What an honest server's mail makes."""
    with running(Scripted(MAILS)) as script:
        assert check(bo, connect(bo, script)) == ""
    return dump(bo)


def test_a_connection_that_breaks_after_every_answer_loses_and_doubles_nothing(ana, honest):
    breaks = 0
    with running(Scripted(MAILS)) as script:
        account = connect(ana, script)
        for script.hangs_up_after in range(1, 14):
            breaks += check(ana, account) == str(Disconnected())

    assert breaks >= 8
    assert dump(ana) == honest
    assert FolderRow.objects.get(account=account).messages == len(MAILS)


@pytest.mark.parametrize("answers", range(4, 13))
def test_a_check_after_a_break_goes_on_from_there(ana, honest, answers):
    with running(Scripted(MAILS, hangs_up_after=answers)) as script:
        account = connect(ana, script)
        check(ana, account)
        script.hangs_up_after = None

        assert check(ana, account) == ""

    assert dump(ana) == honest


@pytest.mark.parametrize("answers", [None, 5, 6, 7, 8])
def test_numbers_given_anew_are_survived_wherever_it_was_left(ana, honest, answers):
    with running(Scripted(MAILS, hangs_up_after=answers)) as script:
        account = connect(ana, script)
        check(ana, account)
        script.hangs_up_after, script.uid_validity, script.mails = None, 8, MAILS[::-1]

        assert check(ana, account) == ""

    assert dump(ana) == honest


def test_a_literal_that_lies_costs_a_check_and_no_mail(ana, honest, monkeypatch):
    monkeypatch.setattr(imap_connection, "SECONDS", 0.2)
    with running(Scripted(MAILS)) as script:
        script.change = lambda name, answer: answer.replace(b"{", b"{9") if name == b"FETCH" else answer
        account = connect(ana, script)
        assert check(ana, account) == str(TooSlow())
        script.change = as_it_is

        assert check(ana, account) == ""

    assert dump(ana) == honest


def test_a_check_with_nothing_new_takes_few_round_trips(ana, honest):
    with running(Scripted(MAILS)) as script:
        account = connect(ana, script)
        check(ana, account)
        script.commands.clear()

        check(ana, account)

    assert len(script.commands) + 1 <= TRIPS  # and the greeting
    assert MessageRow.objects.filter(owner=ana).count() == 4
