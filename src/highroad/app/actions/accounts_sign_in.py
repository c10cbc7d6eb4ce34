"""Connect a mail account by a sign-in at its provider: begin it, and finish it when the browser came back."""

from dataclasses import dataclass, replace
from datetime import datetime

from django.conf import settings as django_settings

from highroad.app.actions.accounts import NotInTheSample, connect, try_out
from highroad.app.actions.consents import Gate, allow
from highroad.app.models import AccountRow, OwnerRow
from highroad.app.queries.accounts import AccountSettings, SignIn, account_row, provider, secret_of, settings_of, words
from highroad.edges import oauth
from highroad.edges.imap_trouble import MailboxTrouble, NotSignedIn
from highroad.edges.oauth import Begun, Client
from highroad.edges.oauth_door import Door
from highroad.edges.secrets import SecretLost


class NotBack(Exception):
    """The sign-in is not finished yet. Please finish it in the other window first."""

    def __str__(self) -> str:
        return str(self.__doc__)


class NothingBegun(Exception):
    """This sign-in took too long, or was stopped. Please begin it once more."""

    def __str__(self) -> str:
        return str(self.__doc__)


NOT_SIGNED_IN = (NotBack, NothingBegun, NotInTheSample, MailboxTrouble, SecretLost)  # each has its sentence


@dataclass(frozen=True, slots=True)
class Waiting:
    """A sign-in one user began; it lives as long as the program runs."""

    told: AccountSettings
    way: SignIn
    client: Client
    begun: Begun
    door: Door
    chosen: tuple[str, ...] = ()  # the folders of an account that is signed in anew

    @property
    def is_back(self) -> bool:
        """Whether the browser came back."""
        return self.door.came_back is not None


_WAITING: dict[int, Waiting] = {}  # one for each owner


def begin_sign_in(
    owner: OwnerRow,
    told: AccountSettings,
    way: SignIn,
    client: Client,
    *,
    now: datetime,
    leads_back: str = "/",
    chosen: tuple[str, ...] = (),
) -> Waiting:
    """Open a door for the browser to come back to; asking for it is the user's yes to this provider.

    Nothing leaves before the user opens the provider's page. Raises one of NOT_SIGNED_IN.
    """
    if django_settings.DEMO:
        raise NotInTheSample
    stop_sign_in(owner)
    door = Door()
    try:
        begun = oauth.begin(way.at, client, port=door.port, email=told.email)
    except MailboxTrouble:
        door.close()
        raise
    door.wait_for(begun.state, page=words("came_back").format(leads_back=leads_back))
    told = replace(told, login=AccountRow.Login.OAUTH)
    allow(owner, Gate.CONNECT, about=way.host, now=now)
    _WAITING[owner.pk] = waiting = Waiting(told, way, client, begun, door, chosen)
    return waiting


def sign_in_again(owner: OwnerRow, account_id: int, *, now: datetime, leads_back: str = "/") -> Waiting:
    """Begin it for an account whose sign-in ended, by the client id it has; raises NotThere or one of NOT_SIGNED_IN."""
    row = account_row(owner, account_id)
    way = provider(row.email).sign_in
    if way is None:
        raise NotSignedIn
    chosen = tuple(row.folders.filter(chosen=True).values_list("name", flat=True))
    client = oauth.keys_from(secret_of(row)).client
    return begin_sign_in(owner, settings_of(row), way, client, now=now, leads_back=leads_back, chosen=chosen)


def sign_in_of(owner: OwnerRow) -> Waiting | None:
    """The sign-in this user began."""
    return _WAITING.get(owner.pk)


def finish_sign_in(owner: OwnerRow, *, now: datetime) -> AccountRow:
    """Fetch the keys, try the account, keep it; raises one of NOT_SIGNED_IN."""
    waiting = _WAITING.get(owner.pk)
    if waiting is None:
        raise NothingBegun
    if waiting.door.came_back is None:
        raise NotBack
    stop_sign_in(owner)
    if not waiting.door.came_back.code:
        raise NotSignedIn
    keys = oauth.finish(waiting.way.at, waiting.client, waiting.begun, code=waiting.door.came_back.code)
    tried = try_out(owner, waiting.told, keys.access, now=now)
    if tried.trouble:
        raise NotLetIn(tried.trouble)
    return connect(
        owner,
        waiting.told,
        keys.as_text(),
        folders=tried.folders,
        chosen=waiting.chosen,
        now=now,
        smtp_trouble=tried.smtp_trouble,
    )


class NotLetIn(MailboxTrouble):
    """The provider knows you now, and its mail server does not let us in."""

    def __str__(self) -> str:
        return str(self.args[0])


def stop_sign_in(owner: OwnerRow) -> None:
    """Wait no longer."""
    waiting = _WAITING.pop(owner.pk, None)
    if waiting:
        waiting.door.close()


__all__ = [
    "NOT_SIGNED_IN", "Client", "NotBack", "NothingBegun", "Waiting", "begin_sign_in", "finish_sign_in", "sign_in_again",
    "sign_in_of", "stop_sign_in",
]  # fmt: skip
