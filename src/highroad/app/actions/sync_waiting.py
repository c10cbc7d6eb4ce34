"""Wait for mail while the program runs: the server says when there is some, where it can (IDLE)."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime

from highroad.app.actions.accounts_key import key_of
from highroad.app.actions.sync import sync
from highroad.app.actions.sync_turns import NotDue, note_trouble
from highroad.app.models import AccountRow, FolderRow
from highroad.app.queries.accounts import allowed_hosts, imap_server
from highroad.edges.imap import Mailbox, open_mailbox
from highroad.edges.imap_trouble import REFUSALS, MailboxTrouble
from highroad.edges.secrets import SecretLost

LONGEST = 9 * 60.0  # seconds; routers forget a connection that is silent for longer
INBOX = "INBOX"


class CannotWait(Exception):
    """This server does not tell of new mail by itself; it is asked now and then."""


def wait_for_mail(account_id: int, *, clock: Callable[[], datetime], seconds: float = LONGEST) -> bool:
    """Wait for so long at the inbox of an account, and read what comes; False when it is not to be waited for.

    Raises CannotWait, and MailboxTrouble or SecretLost when the connection cannot be had.
    """
    account = AccountRow.objects.filter(pk=account_id, checks=True).select_related("owner").first()
    if account is None or account.imap_host not in allowed_hosts(account.owner):
        return False
    try:
        with open_mailbox(imap_server(account), key_of(account)) as mailbox:
            came = _has_more(account, mailbox) or mailbox.wait(seconds)
    except REFUSALS as trouble:
        note_trouble(account, trouble, now=clock())
        raise
    if came:
        with suppress(NotDue):
            for _ in sync(account.owner, account.pk, clock=clock):
                pass
    return True


def accounts_to_wait_for() -> list[int]:
    """The accounts whose owners let the program look by itself; one in trouble is only asked now and then."""
    return list(AccountRow.objects.filter(checks=True, trouble="").order_by("pk").values_list("pk", flat=True))


def _has_more(account: AccountRow, mailbox: Mailbox) -> bool:
    """Whether mail came while nobody waited; nothing tells of that later."""
    if not mailbox.can_wait:
        raise CannotWait
    folder = FolderRow.objects.filter(account=account, name=INBOX).first()
    mark = mailbox.open(INBOX)
    return folder is not None and folder.chosen and folder.uid_next != mark.uid_next


NO_WAITING = (CannotWait, MailboxTrouble, SecretLost)  # then the account is asked every quarter of an hour
