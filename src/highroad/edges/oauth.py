"""Sign in to a mailbox at its provider (OAuth 2 with PKCE): the page to open there, and the keys it gives."""

import json
import secrets
import time
import urllib.error
import urllib.request
from dataclasses import asdict, dataclass, field

from highroad.edges.imap_trouble import Disconnected, ExtraMissing, Garbled, NotSignedIn, SignInEnded, in_plain_words

try:
    from oauthlib.oauth2 import MissingTokenError, OAuth2Error, WebApplicationClient
except ImportError:  # the extra `oauth` is not installed
    IS_INSTALLED = False
else:
    IS_INSTALLED = True

SECONDS = 20.0
LONGEST_ANSWER = 64 * 1024
EARLY = 120.0  # seconds before its end at which a key is renewed
VERIFIER = 64  # letters; RFC 7636 4.1 asks for 43 to 128
ODD = (ValueError, TypeError, AttributeError, OverflowError)  # what the library raises for JSON of another shape


@dataclass(frozen=True, slots=True)
class Place:
    """Where a provider lets people sign in, what for, and by which name of this computer it sends them back."""

    authorize: str
    token: str
    scope: str
    comes_back_to: str = "127.0.0.1"
    extra: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Client:
    """The name under which the provider knows this copy of the program; some give a word with it."""

    id: str
    secret: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Begun:
    """A sign-in that waits for the browser: the page to open, and what proves that the answer is to us."""

    page: str
    state: str
    verifier: str = field(repr=False)
    comes_back_to: str


@dataclass(frozen=True, slots=True)
class Keys:
    """What a provider gave: a key that opens the mailbox until `until` (seconds since 1970), and one to renew it."""

    access: str = field(repr=False)
    renew: str = field(repr=False)
    until: float
    token: str
    client: Client

    def as_text(self) -> str:
        """As one secret to keep."""
        return json.dumps(asdict(self))

    @property
    def is_fresh(self) -> bool:
        """Whether it opens the mailbox for a while yet."""
        return time.time() < self.until - EARLY


def keys_from(text: str) -> Keys:
    """The kept keys; raises SignInEnded when they are no keys."""
    try:
        told = json.loads(text)
        return Keys(**{**told, "client": Client(**told["client"])})
    except (ValueError, TypeError, KeyError) as error:
        raise SignInEnded from error


def begin(place: Place, client: Client, *, port: int, email: str) -> Begun:
    """The page to open; nothing has left this computer yet. Raises ExtraMissing or NotSignedIn."""
    if not IS_INSTALLED:
        raise ExtraMissing
    protocol = WebApplicationClient(client.id)
    verifier, state = protocol.create_code_verifier(VERIFIER), secrets.token_urlsafe(24)
    comes_back_to = f"http://{place.comes_back_to}:{port}"
    try:
        page = protocol.prepare_request_uri(
            place.authorize,
            redirect_uri=comes_back_to,
            scope=place.scope,
            state=state,
            code_challenge=protocol.create_code_challenge(verifier, "S256"),
            code_challenge_method="S256",
            login_hint=email,
            **place.extra,
        )
    except (OAuth2Error, ValueError) as error:
        raise NotSignedIn from error
    return Begun(page, state, verifier, comes_back_to)


def finish(place: Place, client: Client, begun: Begun, *, code: str) -> Keys:
    """The keys in exchange for the code the browser brought; raises a MailboxTrouble."""
    try:
        url, headers, body = WebApplicationClient(client.id).prepare_token_request(
            place.token,
            redirect_url=begun.comes_back_to,
            code=code,
            code_verifier=begun.verifier,
            **_word(client),
        )
        return _keys(place.token, client, _posted(url, headers, body))
    except OAuth2Error as error:
        raise NotSignedIn from error


def renewed(keys: Keys) -> Keys:
    """Keys for another while; raises SignInEnded when the provider or the user took the sign-in back."""
    if not IS_INSTALLED:
        raise ExtraMissing
    client = WebApplicationClient(keys.client.id, refresh_token=keys.renew)
    try:
        url, headers, body = client.prepare_refresh_token_request(
            keys.token, refresh_token=keys.renew, client_id=keys.client.id, **_word(keys.client)
        )
        return _keys(keys.token, keys.client, _posted(url, headers, body), renew=keys.renew)
    except OAuth2Error as error:
        raise SignInEnded from error


def _word(client: Client) -> dict[str, str]:
    return {"client_secret": client.secret} if client.secret else {}


def _posted(url: str, headers: dict[str, str], body: str) -> str:
    """What the provider answers; its no is an answer too, but a server in trouble is none."""
    asked = urllib.request.Request(url, body.encode(), headers | {"Accept": "application/json"})  # noqa: S310
    with in_plain_words():
        try:
            with urllib.request.urlopen(asked, timeout=SECONDS) as answer:  # noqa: S310  the library takes https alone
                said = answer.read(LONGEST_ANSWER)
        except urllib.error.HTTPError as error:
            if error.code >= 500 or error.code == 429:
                raise Disconnected from error
            said = error.read(LONGEST_ANSWER)
        except urllib.error.URLError as error:
            raise error.reason if isinstance(error.reason, OSError) else error from error
        return str(said.decode("utf-8", "replace"))


def _keys(token: str, client: Client, said: str, *, renew: str = "") -> Keys:
    """Providers may leave out the key to renew when the one before goes on being good. Raises Garbled."""
    try:
        told = WebApplicationClient(client.id).parse_request_body_response(said)
        lasts = float(told.get("expires_in") or 0)
    except (MissingTokenError, *ODD) as error:  # neither keys nor a no
        raise Garbled from error
    return Keys(told["access_token"], told.get("refresh_token") or renew, time.time() + lasts, token, client)


__all__ = ["IS_INSTALLED", "Begun", "Client", "Keys", "Place", "begin", "finish", "keys_from", "renewed"]
