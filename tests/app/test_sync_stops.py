"""What cannot be read is tried less and less often; a password that is refused twice, no more until the user acts."""

from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from django.db import connection
from django.db.utils import IntegrityError

from highroad.app import chores
from highroad.app.actions import accounts
from highroad.app.actions.sync import ReadingBroke, sync
from highroad.app.actions.sync_turns import EVERY, PAUSES, due
from highroad.app.actions.sync_waiting import wait_for_mail
from highroad.app.models import AccountRow, FolderRow, MessageRow, OwnerRow
from highroad.app.queries.accounts import AccountSettings
from highroad.app.queries.today import today
from highroad.edges.imap import Folder
from highroad.edges.imap_trouble import Busy, Disconnected, Garbled, WrongPassword
from tests.app import mailboxes
from tests.app.mails import bring, haldenfrey
from tests.app.noes import text_of
from tests.cast import ANA, NOW
from tests.servers.scripted_imap import Scripted, running

pytestmark = pytest.mark.django_db
LOCKED_OUT = b"[AUTHENTICATIONFAILED] no"
DAYS, STEP = timedelta(days=2), timedelta(minutes=15)
NO_MAIL_GETS_IN = """
CREATE TRIGGER no_mail_gets_in BEFORE INSERT ON highroad_messagerow BEGIN SELECT RAISE(ABORT, 'broken'); END
"""


@pytest.fixture
def script():
    with running(Scripted([mailboxes.NO.replace(b"\n", b"\r\n")])) as script:
        yield script


@pytest.fixture
def account(ana: OwnerRow, script: Scripted) -> AccountRow:
    """Ana's mailbox, looked at by itself."""
    told = AccountSettings(ANA.email, "127.0.0.1", imap_port=script.port, imap_security="none")
    row = accounts.connect(ana, told, "a secret", folders=[Folder("INBOX")], chosen=["INBOX"], now=NOW)
    accounts.check_by_itself(ana, row.pk, on=True, now=NOW)
    return row


def days_of_checks(account: AccountRow, *, begin: datetime = NOW) -> list[datetime]:
    """Let the clock go on for two days; gives the moments at which the account was looked at."""
    looked, now = [], begin
    while now < begin + DAYS:
        if account in due(now=now):
            looked.append(now)
            for _ in sync(account.owner, account.pk, clock=lambda now=now: now):
                pass
        now += STEP
    account.refresh_from_db()
    return looked


def checked(account: AccountRow) -> int:
    """Read it once; gives how many mails of it were looked at by now."""
    for _ in sync(account.owner, account.pk, clock=lambda: NOW, over=True):
        pass
    return FolderRow.objects.get(account=account).messages


def test_a_refused_password_is_tried_twice_and_no_more(account, script):
    script.lets_in = False

    looked = days_of_checks(account)

    assert script.commands.count(b"LOGIN") == len(looked) == 2
    assert account.trouble == str(WrongPassword())


def test_other_troubles_between_do_not_forget_a_refusal(account, script):
    def check(*, lets_in, refusal=LOCKED_OUT):
        script.lets_in, script.refusal = lets_in, refusal
        list(sync(account.owner, account.pk, clock=lambda: NOW))
        account.refresh_from_db()
        return account.refused

    counts = [check(lets_in=False), check(lets_in=False, refusal=b"[UNAVAILABLE] later"), check(lets_in=False)]

    assert counts == [1, 1, 2]
    assert check(lets_in=True) == 0


def test_a_new_password_lets_it_go_on_at_once(ana, account, script):
    script.lets_in = False
    days_of_checks(account)
    script.lets_in = True

    accounts.new_secret(ana, account.pk, "the right one")

    assert due(now=NOW) == [account]
    assert len(days_of_checks(account)) > 100
    assert MessageRow.objects.filter(owner=ana).count() == 1


def test_the_users_own_wish_tries_a_refused_password_once(ana, account, script):
    script.lets_in = False
    days_of_checks(account)
    script.commands.clear()
    accounts.read_now(ana, account.pk)

    days_of_checks(account)

    assert script.commands.count(b"LOGIN") == 1


def test_waiting_for_mail_counts_its_refusals_too(account, script):
    script.lets_in = False

    for _ in range(2):
        with pytest.raises(WrongPassword):
            wait_for_mail(account.pk, clock=lambda: NOW)

    assert due(now=NOW + DAYS) == []


@pytest.mark.parametrize("refusal", [b"[UNAVAILABLE] later", b"[LIMIT] too many"])
def test_a_server_in_trouble_is_asked_after_pauses_that_grow(account, script, refusal):
    script.lets_in, script.refusal = False, refusal

    looked = days_of_checks(account)

    pauses = [later - sooner for sooner, later in pairwise(looked)]
    assert tuple(pauses[: len(PAUSES)]) == PAUSES
    assert set(pauses[len(PAUSES) :]) == {PAUSES[-1]}
    assert account.trouble == str(Busy())


def test_after_trouble_the_pauses_are_short_again(account, script):
    script.hangs_up_after = 2
    days_of_checks(account)
    assert account.trouble == str(Disconnected())
    script.hangs_up_after = None

    looked = days_of_checks(account, begin=account.next_check_at)

    assert account.trouble == ""
    assert looked[2] - looked[1] == EVERY


def test_a_server_that_told_of_more_than_it_had_is_read_on(ana, account, script):
    script.change = lambda _, answer: answer.replace(b"UIDNEXT 2", b"UIDNEXT 5000")
    first = checked(account)
    script.mails = [*script.mails, mailboxes.NO.replace(b"Message-ID: <", b"Message-ID: <b").replace(b"\n", b"\r\n")]

    second = checked(account)

    assert [first, second] == [1, 2]
    assert FolderRow.objects.get().last_uid == 2


def test_nothing_new_is_known_by_one_question(account, script):
    checked(account)
    script.commands.clear()

    checked(account)

    assert script.commands == [b"CAPABILITY", b"LOGIN", b"STATUS", b"LOGOUT"]


def test_a_number_no_mailbox_can_have_is_said(account, script):
    script.change = lambda _, answer: answer.replace(b"UIDNEXT 2", b"UIDNEXT " + b"9" * 25)

    checked(account)

    account.refresh_from_db()
    assert account.trouble == str(Garbled())


def test_what_breaks_on_our_side_is_not_tried_again_every_five_seconds(ana, account, script, monkeypatch):
    monkeypatch.setattr(chores.clock, "now", lambda: NOW)
    accounts.read_now(ana, account.pk)
    with connection.cursor() as cursor:
        cursor.execute(NO_MAIL_GETS_IN)

    with pytest.raises(IntegrityError):
        chores.check_accounts()

    account.refresh_from_db()
    assert (account.wanted, account.leased_until, account.trouble) == (False, None, str(ReadingBroke()))
    assert due(now=NOW) == []
    assert due(now=NOW + PAUSES[0]) == [account]


def test_today_and_the_account_say_so_quietly_and_bo_hears_nothing(client, ana, bo, account, script):
    bring(ana, *haldenfrey())
    quiet = shown(ana)
    script.lets_in = False
    days_of_checks(account)

    page = text_of(client.get(f"/settings/mail/{account.pk}"))

    assert "We stopped trying" in page
    assert f'action="/settings/mail/{account.pk}/password"' in page
    assert "mail_account" not in quiet
    assert "mail_account" in shown(ana)
    assert "mail_account" not in shown(bo)


def shown(owner: OwnerRow) -> list[str]:
    """The keys of what Today shows."""
    found = today(owner, now=NOW)
    return [card.key for card in (found.card, *found.also)]
