"""Whose turn it is to read a mail account, when it is read next, and what stops that."""

from datetime import datetime, timedelta

from django.conf import settings as django_settings
from django.db.models import Q

from highroad.app.models import AccountRow, OwnerRow
from highroad.app.queries.accounts import MOST_REFUSALS, account_row, allowed_hosts
from highroad.edges.imap_trouble import REFUSALS, FolderGone

LEASE = timedelta(minutes=5)
EVERY = timedelta(minutes=15)
PAUSES = tuple(timedelta(minutes=minutes) for minutes in (15, 30, 60, 120))  # each time it cannot be read
LET_IN = (type(None), FolderGone)  # the server is well, whatever became of a folder


class NotAllowed(Exception):
    """You have not allowed High Road to read this mailbox, or took that back."""

    def __str__(self) -> str:
        return str(self.__doc__)


class NotDue(Exception):
    """This mailbox is being read already."""

    def __str__(self) -> str:
        return str(self.__doc__)


class TurnLost(Exception):
    """Someone else reads this mailbox now; this batch is not kept."""


def due(*, now: datetime) -> list[AccountRow]:
    """Every account that nobody reads now and the user wants read, or lets us check by itself after a while.

    One whose password was refused twice is not checked by itself: providers lock an account that is tried for ever.
    """
    free = Q(leased_until=None) | Q(leased_until__lt=now)
    waited = Q(next_check_at=None) | Q(next_check_at__lte=now)
    wanted = Q(wanted=True) | (waited & Q(checks=True, refused__lt=MOST_REFUSALS))
    return list(AccountRow.objects.filter(free, wanted).select_related("owner").order_by("pk"))


def take_turn(owner: OwnerRow, account_id: int, *, now: datetime, over: bool) -> AccountRow:
    """The account, ours alone for a while; `over` takes it from whoever had it. Raises NotThere, NotAllowed, NotDue."""
    account = account_row(owner, account_id)
    if django_settings.DEMO or account.imap_host not in allowed_hosts(owner):
        raise NotAllowed
    if account.leased_until and account.leased_until > now and not over:
        raise NotDue
    if not _changed(account, leased_until=now + LEASE):
        raise NotDue
    return account


def keep_turn(account: AccountRow, *, now: datetime) -> None:
    """A while longer; raises TurnLost."""
    if not _changed(account, leased_until=now + LEASE):
        raise TurnLost


def give_turn_back(account: AccountRow) -> None:
    """Stopped in the midst of it: whoever comes next goes on."""
    _changed(account, leased_until=None)


def end_turn(account: AccountRow, *, now: datetime, trouble: Exception | None = None) -> None:
    """It was read, or what kept us from it, and when to look again."""
    _changed(account, leased_until=None, checked_at=now, wanted=False, **_after(account, now, trouble))


def note_trouble(account: AccountRow, trouble: Exception, *, now: datetime) -> None:
    """It could not even be waited for; unless somebody reads it now and knows better."""
    rows = AccountRow.objects.filter(pk=account.pk, leased_until=None)
    rows.update(**_after(account, now, trouble))


def _after(account: AccountRow, now: datetime, trouble: Exception | None) -> dict[str, object]:
    """Other troubles between two refusals of a password do not make the first one forgotten."""
    words = str(trouble) if trouble else ""
    if isinstance(trouble, LET_IN):
        return {"trouble": words, "refused": 0, "failed": 0, "next_check_at": now + EVERY}
    failed = account.failed + 1
    refused = account.refused + isinstance(trouble, REFUSALS)
    pause = PAUSES[min(failed, len(PAUSES)) - 1]
    return {"trouble": words, "refused": refused, "failed": failed, "next_check_at": now + pause}


def _changed(account: AccountRow, **changes: object) -> bool:
    """Compare and set: change the row if its turn is still ours, and say whether that was so."""
    if not AccountRow.objects.filter(pk=account.pk, leased_until=account.leased_until).update(**changes):
        return False
    for name, value in changes.items():
        setattr(account, name, value)
    return True
