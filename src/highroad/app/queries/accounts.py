"""The mail accounts a user connected, and what is known of the provider of an address."""

from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings as django_settings
from django.db.models import QuerySet

from highroad.app.models import AccountRow, ConsentRow, FolderRow, OwnerRow
from highroad.app.queries.applications import NotThere
from highroad.edges import oauth, secrets
from highroad.edges.imap import Folder, usual_choice
from highroad.edges.imap_connection import Security, Server
from highroad.edges.oauth import Place
from highroad.edges.smtp import Door
from highroad.edges.smtp import Security as Leaving
from highroad.words.content import load_toml

READ_SOURCE = "read_source"  # a Gate, by its name
MOST_REFUSALS = 2  # of a password, one after the other; then it is tried only by the user's own wish


@dataclass(frozen=True, slots=True)
class Provider:
    """What is known of a provider. `password` is own, app, oauth, bridge or unknown; `hint` and `switch` are sentences.

    `page` is where an app password is made.
    """

    name: str
    password: str
    hint: str
    page: str = ""
    switch: str = ""
    sign_in: "SignIn | None" = None


@dataclass(frozen=True, slots=True)
class SignIn:
    """How one signs in at a provider with a client id of one's own: `page` makes it, `how` are the steps there."""

    name: str
    at: Place
    page: str
    how: tuple[str, ...]

    @property
    def host(self) -> str:
        """Who is asked for the keys."""
        return urlsplit(self.at.token).hostname or ""


@dataclass(frozen=True, slots=True)
class AccountSettings:
    """Where an account is read and sent from; the names are those of the stored account."""

    email: str
    imap_host: str
    name: str = ""
    user_name: str = ""  # empty: the address
    imap_port: int = 993
    imap_security: str = AccountRow.Security.TLS
    smtp_host: str = ""
    smtp_port: int = 465
    smtp_security: str = AccountRow.Security.TLS
    keeps_sent: bool = False
    login: str = AccountRow.Login.PASSWORD


@dataclass(frozen=True, slots=True)
class FolderSeen:
    """One folder; `sent` when what the user wrote lies there."""

    id: int
    name: str
    chosen: bool
    usual: bool  # read unless the user says otherwise
    sent: bool
    messages: int
    about_applications: int


@dataclass(frozen=True, slots=True)
class AccountSeen:
    """One account as its page shows it; `secret_in` is keyring or file, as it would be kept today."""

    id: int
    email: str
    imap_host: str
    smtp_host: str
    smtp_port: int
    smtp_security: str
    checks: bool
    trouble: str
    checked_at: datetime | None
    reading: bool
    allowed: bool
    is_stopped: bool  # its password was refused too often to be tried again by itself
    smtp_trouble: str
    signs_in: bool  # at the provider, instead of by a password
    secret_in: str
    provider: Provider
    folders: tuple[FolderSeen, ...]

    @property
    def chosen(self) -> tuple[FolderSeen, ...]:
        """The folders that are read."""
        return tuple(folder for folder in self.folders if folder.chosen)

    @property
    def usual(self) -> tuple[FolderSeen, ...]:
        """The folders to suggest."""
        return tuple(folder for folder in self.folders if folder.usual)

    @property
    def messages(self) -> int:
        """How many mails were looked at."""
        return sum(folder.messages for folder in self.folders)

    @property
    def about_applications(self) -> int:
        """How many of them are about applications."""
        return sum(folder.about_applications for folder in self.folders)


def provider(email: str) -> Provider:
    """The provider of this address, or what to say where it is not known."""
    found = _entry(email)
    kind, name = found.get("password", "unknown"), found.get("name", "")
    hint = load_toml("highroad.app", "content/providers.toml")["words"][kind].format(name=name)
    return Provider(name, kind, hint, found.get("page", ""), found.get("switch", ""), _sign_in(found))


def settings_for(email: str) -> AccountSettings:
    """The settings of an address: its provider's, or a guess by its domain."""
    email = email.strip().lower()
    name, _, domain = email.rpartition("@")
    found = _entry(email) or {"imap": f"imap.{domain}", "smtp": f"smtp.{domain}"}
    told = {key: found[key] for key in ("imap_port", "imap_security", "smtp_port", "smtp_security") if key in found}
    return AccountSettings(
        email=email,
        imap_host=found["imap"],
        smtp_host=found["smtp"],
        user_name=name if found.get("user_name") == "name" else "",
        keeps_sent=found.get("keeps_sent", False),
        **told,
    )


def can_sign_in() -> bool:
    """Whether the extra for signing in is installed."""
    return oauth.IS_INSTALLED


def words(key: str) -> str:
    """A sentence of the wizard."""
    return str(load_toml("highroad.app", "content/providers.toml")["words"][key])


def secret_in() -> str:
    """Where a password would be kept now: keyring or file."""
    return secrets.place()


def accounts(owner: OwnerRow, *, now: datetime) -> list[AccountSeen]:
    """Every account, the first connected first."""
    rows = AccountRow.objects.filter(owner=owner).prefetch_related("folders").order_by("pk")
    hosts, place = allowed_hosts(owner), secrets.place()
    return [_seen(row, place, allowed=row.imap_host in hosts, now=now) for row in rows]


def account(owner: OwnerRow, account_id: int, *, now: datetime) -> AccountSeen:
    """One account; raises NotThere."""
    row = account_row(owner, account_id)
    return _seen(row, secrets.place(), allowed=row.imap_host in allowed_hosts(owner), now=now)


def account_row(owner: OwnerRow, account_id: int) -> AccountRow:
    """The row itself, for actions; raises NotThere."""
    row = AccountRow.objects.filter(owner=owner, pk=account_id).first()
    if row is None:
        raise NotThere
    return row


def allowed_hosts(owner: OwnerRow) -> set[str]:
    """The places whose reading the user allowed and did not take back."""
    given = ConsentRow.objects.filter(owner=owner, gate=READ_SOURCE).order_by("pk").values_list("about", "given")
    return {about for about, yes in dict(given).items() if yes}


def settings_of(row: AccountRow) -> AccountSettings:
    """A stored account's settings."""
    return AccountSettings(**{field.name: getattr(row, field.name) for field in fields(AccountSettings)})


def imap_server(told: AccountSettings | AccountRow) -> Server:
    """What the edge is told of where mail is read."""
    by_key = told.login == AccountRow.Login.OAUTH
    user_name = told.user_name or told.email
    return Server(told.imap_host, told.imap_port, user_name, Security(told.imap_security), oauth=by_key)


def smtp_door(told: AccountSettings | AccountRow, secret: str) -> Door:
    """What the edge is told of where mail leaves."""
    by_key = told.login == AccountRow.Login.OAUTH
    security = Leaving(told.smtp_security)
    return Door(told.smtp_host, told.smtp_port, security, told.user_name or told.email, secret, oauth=by_key)


def secret_name(row: AccountRow) -> str:
    """What an account's secret is kept under."""
    return f"mail-{row.pk}"


def secret_of(row: AccountRow) -> str:
    """An account's secret; raises secrets.SecretLost."""
    secret = secrets.recall(django_settings.DATA_FOLDER, secret_name(row))
    if secret is None:
        raise secrets.SecretGone
    return secret


def stopped(owner: OwnerRow) -> QuerySet[AccountRow]:
    """The accounts that were to be read by themselves, and whose passwords are no longer taken."""
    return AccountRow.objects.filter(owner=owner, checks=True, refused__gte=MOST_REFUSALS)


def _entry(email: str) -> dict[str, Any]:
    domain = email.strip().lower().rpartition("@")[2]
    known = load_toml("highroad.app", "content/providers.toml")["provider"]
    return next((entry for entry in known if domain in entry["domains"]), {})


def _sign_in(found: dict[str, Any]) -> SignIn | None:
    told = found.get("sign_in")
    if not told:
        return None
    at = Place(told["authorize"], told["token"], told["scope"], told["comes_back_to"], told["extra"])
    return SignIn(told["name"], at, told["page"], tuple(told["how"]))


def _seen(row: AccountRow, place: str, *, allowed: bool, now: datetime) -> AccountSeen:
    found = sorted(row.folders.all(), key=lambda folder: (folder.name != "INBOX", folder.name))
    usual = {folder.name for folder in usual_choice([Folder(folder.name, folder.special_use) for folder in found])}
    return AccountSeen(
        id=row.pk,
        email=row.email,
        imap_host=row.imap_host,
        smtp_host=row.smtp_host,
        smtp_port=row.smtp_port,
        smtp_security=row.smtp_security,
        checks=row.checks,
        trouble=row.trouble,
        checked_at=row.checked_at,
        reading=row.wanted or (row.leased_until is not None and row.leased_until > now),
        allowed=allowed,
        is_stopped=row.refused >= MOST_REFUSALS,
        smtp_trouble=row.smtp_trouble,
        signs_in=row.login == AccountRow.Login.OAUTH,
        secret_in=place,
        provider=provider(row.email),
        folders=tuple(_folder(folder, usual) for folder in found),
    )


def _folder(row: FolderRow, usual: set[str]) -> FolderSeen:
    return FolderSeen(
        id=row.pk,
        name=row.name,
        chosen=row.chosen,
        usual=row.name in usual,
        sent=row.special_use == "Sent",
        messages=row.messages,
        about_applications=row.about_applications,
    )
