"""What a user does with a mail account: try it, connect it, choose folders, let it be checked, take it away."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from django.conf import settings as django_settings
from django.db import transaction

from highroad.app.actions.accounts_key import key_of
from highroad.app.actions.addresses import EMAIL
from highroad.app.actions.consents import Gate, allow, refuse
from highroad.app.models import AccountRow, AddressRow, FolderRow, OwnerRow
from highroad.app.queries.accounts import (
    AccountSettings,
    account_row,
    imap_server,
    provider,
    secret_name,
    smtp_door,
)
from highroad.edges import secrets
from highroad.edges.imap import Folder, open_mailbox, usual_choice
from highroad.edges.imap_trouble import AppPasswordNeeded, MailboxTrouble, WrongPassword
from highroad.edges.secrets import SecretLost
from highroad.edges.smtp_trial import try_door


class NotInTheSample(ValueError):
    """The sample data connects to nothing. Your own record can."""

    def __init__(self) -> None:
        super().__init__(str(self.__doc__))


class NotComplete(ValueError):
    """Your address, the server's name and the password are needed."""

    def __init__(self) -> None:
        super().__init__(str(self.__doc__))


AFRESH = {"trouble": "", "refused": 0, "failed": 0, "next_check_at": None}  # as if nothing ever went wrong
NOT_CONNECTED = (NotInTheSample, NotComplete)  # what is refused here; each has its sentence


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of a try: a sentence when it failed, else the folders, and those read unless the user says otherwise.

    `password_page` is where the provider makes an app password, when that may be what is missing. `smtp_trouble` says
    why nothing can leave; such an account may be read all the same.
    """

    trouble: str = ""
    smtp_trouble: str = ""
    password_page: str = ""
    folders: tuple[Folder, ...] = ()
    usual: tuple[str, ...] = ()


def try_out(owner: OwnerRow, told: AccountSettings, secret: str, *, now: datetime) -> Tried:
    """Connect once, list the folders, and log in where mail leaves; asking for it is the user's yes to these servers.

    Raises NotComplete or NotInTheSample; what the server or the network refuses is told in `trouble`.
    """
    _check(told, secret)
    allow(owner, Gate.READ_SOURCE, about=told.imap_host, now=now)
    try:
        with open_mailbox(imap_server(told), secret) as mailbox:
            folders = mailbox.folders()
    except MailboxTrouble as trouble:
        known = provider(told.email)
        if isinstance(trouble, WrongPassword) and known.password == "app":  # noqa: S105
            trouble = AppPasswordNeeded()
        page = known.page if isinstance(trouble, WrongPassword | AppPasswordNeeded) else ""
        return Tried(trouble=str(trouble), password_page=page)
    usual = tuple(folder.name for folder in usual_choice(folders))
    leaving = _try_leaving(owner, told, secret, now=now)
    return Tried(smtp_trouble=leaving, folders=tuple(folders), usual=usual)


def try_leaving(owner: OwnerRow, account_id: int, *, now: datetime) -> str:
    """Log in once more where mail leaves; gives what failed, which the account keeps. Raises NotThere."""
    row = account_row(owner, account_id)
    if django_settings.DEMO:
        raise NotInTheSample
    try:
        trouble = _try_leaving(owner, row, key_of(row), now=now)
    except (SecretLost, MailboxTrouble) as lost:
        trouble = str(lost)
    AccountRow.objects.filter(pk=row.pk).update(smtp_trouble=trouble)
    return trouble


def leave_through(owner: OwnerRow, account_id: int, told: dict[str, Any]) -> None:
    """Other settings for where mail leaves; raises NotThere."""
    kept = {name: told[name] for name in ("smtp_host", "smtp_port", "smtp_security")}
    AccountRow.objects.filter(pk=account_row(owner, account_id).pk).update(**kept)


@transaction.atomic
def connect(
    owner: OwnerRow,
    told: AccountSettings,
    secret: str,
    *,
    folders: Iterable[Folder],
    chosen: Iterable[str],
    now: datetime,
    smtp_trouble: str = "",
) -> AccountRow:
    """Keep an account that was tried out, its secret in the keyring or the key file; it is not read by itself yet.

    The same address connected again gets the new settings, and goes on where it stood. Its address is the user's own.
    Raises NotComplete or NotInTheSample.
    """
    _check(told, secret)
    allow(owner, Gate.READ_SOURCE, about=told.imap_host, now=now)
    kept = asdict(told) | {"email": told.email.strip().lower(), "smtp_trouble": smtp_trouble} | AFRESH
    row, _ = AccountRow.objects.update_or_create(
        owner=owner, email=kept["email"], defaults=kept, create_defaults=kept | {"created_at": now}
    )
    for folder in folders:
        FolderRow.objects.update_or_create(
            owner=owner, account=row, name=folder.name[:1000], defaults={"special_use": folder.special_use}
        )
    choose_folders(owner, row.pk, chosen)
    _is_mine(owner, row.email)
    secrets.keep(django_settings.DATA_FOLDER, secret_name(row), secret)
    return row


def choose_folders(owner: OwnerRow, account_id: int, names: Iterable[str]) -> None:
    """Read these folders from now on, and no others; raises NotThere."""
    rows = FolderRow.objects.filter(account=account_row(owner, account_id))
    rows.update(chosen=False)
    rows.filter(name__in=list(names)).update(chosen=True)


@transaction.atomic
def read_folders(owner: OwnerRow, account_id: int, names: Iterable[str], *, by_itself: bool, now: datetime) -> None:
    """Read these folders from now on, the first time at once, and by itself when the user says so; raises NotThere."""
    choose_folders(owner, account_id, names)
    read_now(owner, account_id)
    if by_itself:
        check_by_itself(owner, account_id, on=True, now=now)


def read_now(owner: OwnerRow, account_id: int) -> None:
    """Let the clock's chore look for new mail at once; raises NotThere."""
    AccountRow.objects.filter(pk=account_row(owner, account_id).pk).update(wanted=True)


def check_by_itself(owner: OwnerRow, account_id: int, *, on: bool, now: datetime) -> None:
    """Let the program look for new mail while it runs, or no longer; raises NotThere."""
    row = account_row(owner, account_id)
    (allow if on else refuse)(owner, Gate.AUTOMATIC_CHECKS, about=row.imap_host, now=now)
    AccountRow.objects.filter(pk=row.pk).update(checks=on)


def new_secret(owner: OwnerRow, account_id: int, secret: str) -> None:
    """Keep another password for an account, when the old one was changed or lost; raises NotThere."""
    row = account_row(owner, account_id)
    secrets.keep(django_settings.DATA_FOLDER, secret_name(row), secret)
    AccountRow.objects.filter(pk=row.pk).update(**AFRESH)


def disconnect(owner: OwnerRow, account_id: int, *, now: datetime) -> None:
    """Forget an account and its secret; mail that was brought in stays. Raises NotThere."""
    row = account_row(owner, account_id)
    secrets.forget(django_settings.DATA_FOLDER, secret_name(row))
    row.delete()
    if not AccountRow.objects.filter(owner=owner, imap_host=row.imap_host).exists():
        refuse(owner, Gate.READ_SOURCE, about=row.imap_host, now=now)


def _check(told: AccountSettings, secret: str) -> None:
    if django_settings.DEMO:
        raise NotInTheSample
    if not (EMAIL.fullmatch(told.email.strip()) and told.imap_host.strip() and secret):
        raise NotComplete


def _try_leaving(owner: OwnerRow, told: AccountSettings | AccountRow, secret: str, *, now: datetime) -> str:
    """What keeps mail from leaving; empty when nothing does, or when none is to leave from here."""
    if not told.smtp_host:
        return ""
    allow(owner, Gate.CONNECT, about=told.smtp_host, now=now)
    try:
        try_door(smtp_door(told, secret))
    except MailboxTrouble as trouble:
        return str(trouble)
    return ""


def _is_mine(owner: OwnerRow, email: str) -> None:
    """The account's own address is the user's, unless the user has said which ones are."""
    if not AddressRow.objects.filter(owner=owner, confirmed_at__isnull=False).exists():
        AddressRow.objects.update_or_create(owner=owner, email=email, defaults={"mine": True})
