"""Mail comes in from a real server: nothing is lost, doubled or changed there, and nothing is read before a yes."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import count

import pytest

from highroad.app.actions import accounts
from highroad.app.actions.consents import Gate, refuse
from highroad.app.actions.sync import sync
from highroad.app.actions.sync_turns import NotAllowed, due
from highroad.app.actions.sync_waiting import accounts_to_wait_for, wait_for_mail
from highroad.app.models import AccountRow, AddressRow, EventRow, FolderRow, MessageRow, OwnerRow, ReplyRow
from highroad.app.queries import accounts as seen
from highroad.app.queries.applications import NotThere
from highroad.app.queries.imports import sources
from highroad.edges import secrets
from highroad.edges.imap_trouble import FolderGone, WrongPassword
from tests.app import mailboxes
from tests.app.test_imports import bring_in, dump
from tests.app.test_imports_threads import BELL, FINE, SOUP, THREAD
from tests.cast import ANA, NOW
from tests.servers.dovecot import SECRET, Dovecot, running

pytestmark = pytest.mark.django_db
LONG = b"\n" + b"The minutes of the allotment society, again and again. " * 400
people = count(1)


@pytest.fixture(scope="module")
def dovecot() -> Iterator[Dovecot]:
    """One server for all these tests; each uses a mailbox of its own."""
    with running(sent="Gesendet") as server:
        yield server


@pytest.fixture(autouse=True)
def addresses(ana: OwnerRow, bo: OwnerRow) -> None:
    """Both say whose mail it is, so that nobody has to guess."""
    for owner in (ana, bo):
        AddressRow.objects.create(owner=owner, email=ANA.email, mine=True, confirmed_at=NOW)


@pytest.fixture
def box(dovecot: Dovecot) -> str:
    """The user name of a mailbox nobody used yet."""
    return f"ana{next(people)}"


def connect(owner: OwnerRow, dovecot: Dovecot, box: str, *, secret: str = SECRET) -> AccountRow:
    """Connect a mailbox as the wizard does: try it, then keep it with the usual folders."""
    told = seen.AccountSettings(ANA.email, "127.0.0.1", imap_port=dovecot.port, imap_security="none", user_name=box)
    tried = accounts.try_out(owner, told, SECRET, now=NOW)
    return accounts.connect(owner, told, secret, folders=tried.folders, chosen=tried.usual, now=NOW)


def check(owner: OwnerRow, account: AccountRow) -> AccountRow:
    """One check to its end."""
    for _ in sync(owner, account.pk, clock=lambda: NOW):
        pass
    account.refresh_from_db()
    return account


def test_a_mailbox_makes_the_same_record_as_its_export(ana, bo, dovecot, box, tmp_path):
    mails = (mailboxes.CONFIRMATION, BELL, SOUP)
    dovecot.deliver(mails, to=box)
    dovecot.deliver([FINE], to=box, folder="Gesendet")
    bring_in(bo, mailboxes.mbox(tmp_path / "all.mbox", (*mails, FINE)))

    account = check(ana, connect(ana, dovecot, box))

    assert account.trouble == ""
    assert dump(ana) == dump(bo)
    assert EventRow.objects.filter(owner=ana).count() == 3
    assert MessageRow.objects.get(owner=ana, message__message_id="fine@duarte.example").message["folder"] == "Sent"


def test_a_second_check_adds_only_what_is_new(ana, dovecot, box):
    dovecot.deliver([mailboxes.CONFIRMATION], to=box)
    account = check(ana, connect(ana, dovecot, box))
    dovecot.deliver([mailboxes.NO], to=box)

    check(ana, account)

    assert MessageRow.objects.filter(owner=ana).count() == 2
    assert FolderRow.objects.get(account=account, name="INBOX").messages == 2


def test_a_long_mail_is_read_to_its_end_only_where_it_may_matter(ana, dovecot, box):
    dovecot.deliver([SOUP.rstrip() + LONG, mailboxes.NO.rstrip() + LONG], to=box)

    check(ana, connect(ana, dovecot, box))

    [kept] = MessageRow.objects.filter(owner=ana)
    assert len(kept.message["text"]) > len(LONG)


def test_numbers_given_anew_double_nothing_and_lose_no_answer(ana, dovecot, box):
    dovecot.deliver([BELL, FINE, SOUP.rstrip() + LONG], to=box)
    account = check(ana, connect(ana, dovecot, box))
    before = dump(ana)
    noted = ReplyRow.objects.filter(owner=ana).count()
    dovecot.forget_numbers(of=box)

    check(ana, account)

    assert dump(ana) == before
    assert noted == ReplyRow.objects.filter(owner=ana).count() > 0
    dovecot.deliver([mailboxes.CONFIRMATION], to=box)
    check(ana, account)
    assert MessageRow.objects.filter(owner=ana).count() == len(THREAD)


def test_an_answer_on_the_server_is_drawn_in_by_an_import(ana, dovecot, box, tmp_path):
    dovecot.deliver([BELL, FINE], to=box)
    account = check(ana, connect(ana, dovecot, box))
    bring_in(ana, mailboxes.mbox(tmp_path / "first.mbox", [mailboxes.CONFIRMATION]))
    assert MessageRow.objects.filter(owner=ana).count() == 1

    check(ana, account)

    assert MessageRow.objects.filter(owner=ana).count() == len(THREAD)


def test_nothing_changes_on_the_server(ana, dovecot, box):
    dovecot.deliver([*THREAD, mailboxes.NO.rstrip() + LONG], to=box)
    account = connect(ana, dovecot, box)
    before = dovecot.flags(of=box)

    check(ana, account)

    after = dovecot.flags(of=box)
    assert [name.rpartition("/")[2].partition(":")[0] for name in after] == [
        name.rpartition("/")[2].partition(":")[0] for name in before
    ]
    assert not [name for name in after if ":2," in name and not name.endswith(":2,")]


def test_no_socket_before_a_yes_or_after_it_was_taken_back(ana, dovecot, box):
    account = connect(ana, dovecot, box)
    refuse(ana, Gate.READ_SOURCE, about="127.0.0.1", now=NOW)
    before = connections(dovecot)

    with pytest.raises(NotAllowed):
        check(ana, account)

    assert connections(dovecot) == before


def test_a_wrong_password_is_said_and_loses_nothing(ana, dovecot, box):
    dovecot.deliver([mailboxes.CONFIRMATION], to=box)
    account = check(ana, connect(ana, dovecot, box, secret="of last year"))
    assert account.trouble == str(WrongPassword())
    accounts.new_secret(ana, account.pk, SECRET)

    account = check(ana, account)

    assert account.trouble == ""
    assert MessageRow.objects.filter(owner=ana).count() == 1


def test_a_folder_that_went_is_said_and_the_others_are_read(ana, dovecot, box):
    dovecot.deliver([mailboxes.CONFIRMATION], to=box)
    account = connect(ana, dovecot, box)
    FolderRow.objects.create(owner=ana, account=account, name="Gärten & Pläne", chosen=True)

    check(ana, account)

    assert account.trouble == str(FolderGone())
    assert MessageRow.objects.filter(owner=ana).count() == 1


def test_only_accounts_that_may_are_checked_by_themselves(ana, dovecot, box):
    account = check(ana, connect(ana, dovecot, box))
    later = NOW + timedelta(minutes=20)
    assert due(now=later) == []
    assert accounts_to_wait_for() == []

    accounts.check_by_itself(ana, account.pk, on=True, now=NOW)

    assert due(now=later) == [account]
    assert accounts_to_wait_for() == [account.pk]
    assert due(now=NOW) == []


def test_mail_that_came_while_nobody_waited_is_read_at_once(ana, dovecot, box):
    account = check(ana, connect(ana, dovecot, box))
    assert not wait_for_mail(account.pk, clock=lambda: NOW)
    accounts.check_by_itself(ana, account.pk, on=True, now=NOW)
    dovecot.deliver([mailboxes.CONFIRMATION], to=box)

    assert wait_for_mail(account.pk, clock=lambda: NOW)

    assert MessageRow.objects.filter(owner=ana).count() == 1


def test_bo_reaches_nothing_of_it(ana, bo, dovecot, box):
    dovecot.deliver([mailboxes.CONFIRMATION], to=box)
    account = check(ana, connect(ana, dovecot, box))

    assert seen.accounts(bo, now=NOW) == sources(bo) == []
    assert not MessageRow.objects.filter(owner=bo).exists()
    for reach in (
        lambda: check(bo, account),
        lambda: seen.account(bo, account.pk, now=NOW),
        lambda: accounts.choose_folders(bo, account.pk, []),
        lambda: accounts.check_by_itself(bo, account.pk, on=True, now=NOW),
        lambda: accounts.new_secret(bo, account.pk, "x"),
        lambda: accounts.disconnect(bo, account.pk, now=NOW),
    ):
        with pytest.raises(NotThere):
            reach()


def test_a_disconnected_account_is_forgotten_and_its_mail_stays(ana, dovecot, box, settings):
    dovecot.deliver([mailboxes.CONFIRMATION], to=box)
    account = check(ana, connect(ana, dovecot, box))
    name = seen.secret_name(account)

    accounts.disconnect(ana, account.pk, now=NOW)

    assert secrets.recall(settings.DATA_FOLDER, name) is None
    assert not AccountRow.objects.filter(owner=ana).exists()
    assert MessageRow.objects.filter(owner=ana).count() == 1


def connections(dovecot: Dovecot) -> int:
    """How often anyone came in, by the server's own log."""
    return (dovecot.folder / "log").read_text().count("Login:")
