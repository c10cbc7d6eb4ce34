"""One connection to a mail server: private before the password goes out, and bounded in bytes and seconds."""

import imaplib
import ipaddress
import ssl
import time
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import IO, Any, cast

from highroad.edges.found import MOST
from highroad.edges.imap_trouble import (
    MailboxTrouble,
    NotEncrypted,
    OnlyHere,
    SignInEnded,
    WrongPassword,
    can_be_named,
    in_plain_words,
    refusal,
)
from highroad.edges.smtp import bearer

SECONDS = 30.0  # for one piece of an answer
ANSWER_SECONDS = 90.0  # for an answer that trickles, and a second more for each kB of it
LEAST_SPEED = 1024  # bytes a second
MOST_IN_ANSWER = MOST + 16 * 1024 * 1024  # the largest mail, and its neighbours


class Security(StrEnum):
    """How a connection is kept private; the names are those of the stored accounts."""

    TLS = "tls"
    STARTTLS = "starttls"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Server:
    """Where a mailbox is, and under which name it opens: by a password, or by a key from a sign-in (`oauth`)."""

    host: str
    port: int
    user_name: str
    security: Security = Security.TLS
    oauth: bool = False


class AnswerTooLong(imaplib.IMAP4.error):
    """A server that says more than anyone asked for, or announces more than any mail is long."""


class BoundedClient(imaplib.IMAP4):
    """The standard library's client, which reads whatever length it is told and for however long it takes."""

    _begun = 0.0
    _taken = 0

    def _command(self, name: str, *words: object) -> bytes:
        """Send a command; what is answered to it is counted anew."""
        self.begin_answer()
        return cast(bytes, super()._command(name, *words))  # type: ignore[misc]

    def begin_answer(self) -> None:
        """From here on an answer is waited for; what was asked for earlier may have been left to itself for long."""
        self._begun, self._taken = time.monotonic(), 0

    def read(self, size: int) -> bytes:
        """A literal of the length the server announced."""
        self._count(size)
        pieces: list[bytes] = []
        while size > 0:
            piece = self._stream.read1(size)  # type: ignore[attr-defined]
            if not piece:
                raise self.abort("the connection ended within a literal")
            pieces.append(piece)
            size -= len(piece)
            self._in_time()
        return b"".join(pieces)

    def readline(self) -> bytes:
        """A line; nothing at the end of the connection."""
        line = b""
        while not line.endswith(b"\n"):
            seen = self._stream.peek(1)  # type: ignore[attr-defined]
            if not seen:
                break
            piece = self._stream.read(seen.find(b"\n") + 1 or len(seen))
            self._count(len(piece))
            self._in_time()
            line += piece
        return line

    @property
    def _stream(self) -> IO[bytes]:
        return cast(IO[bytes], self.file)

    def _count(self, size: int) -> None:
        self._taken += size
        if self._taken > MOST_IN_ANSWER:
            raise AnswerTooLong

    def _in_time(self) -> None:
        if self._begun and time.monotonic() - self._begun > ANSWER_SECONDS + self._taken / LEAST_SPEED:
            raise TimeoutError


class _BoundedTls(BoundedClient, imaplib.IMAP4_SSL):
    """The same, private from its first byte."""


@contextmanager
def connected(server: Server, secret: str) -> Iterator[BoundedClient]:
    """A connection that was let in, and is left politely; raises a MailboxTrouble."""
    with in_plain_words():
        client = _called(server)
    try:
        with in_plain_words():
            _let_in(client, server, secret)
        yield client
    finally:
        with suppress(OSError, imaplib.IMAP4.error):
            client.logout()
        with suppress(OSError):
            client.shutdown()


def _called(server: Server) -> BoundedClient:
    can_be_named(server.host)
    if server.security is Security.TLS:
        context = ssl.create_default_context()
        return _BoundedTls(server.host, server.port, ssl_context=context, timeout=SECONDS)
    if server.security is Security.NONE and not _is_here(server.host):
        raise OnlyHere
    client = BoundedClient(server.host, server.port, timeout=SECONDS)
    if server.security is Security.STARTTLS:
        try:
            _turn_private(client)
        except BaseException:
            client.shutdown()
            raise
    return client


def _turn_private(client: imaplib.IMAP4) -> None:
    if "STARTTLS" not in client.capabilities:
        raise NotEncrypted
    client.starttls(ssl.create_default_context())


def _let_in(client: imaplib.IMAP4, server: Server, secret: str) -> None:
    """Name and password in one round trip; letters beyond ASCII go by AUTHENTICATE, which knows them."""
    if not f"{server.user_name}{secret}".isprintable():
        raise WrongPassword
    try:
        said, why = _asked_in(client, server, secret)
    except imaplib.IMAP4.abort:
        raise
    except imaplib.IMAP4.error as error:
        raise _turned_away(server, str(error)) from error
    finally:
        client.literal = None
    if said != "OK":
        raise _turned_away(server, str(why))
    client.state = "AUTH"


def _asked_in(client: imaplib.IMAP4, server: Server, secret: str) -> tuple[str, Any]:
    if server.oauth:
        return _asked_in_by_key(client, bearer(server.user_name, secret).encode())
    if f"{server.user_name}{secret}".isascii():
        return cast(tuple[str, Any], client._simple_command("LOGIN", _quoted(server.user_name), _quoted(secret)))
    plain = f"\0{server.user_name}\0{secret}".encode()
    return client.authenticate("PLAIN", lambda _: plain)


def _asked_in_by_key(client: imaplib.IMAP4, key: bytes) -> tuple[str, Any]:
    """XOAUTH2, in one round trip where the server can. Why a key is refused comes first; silence asks for the no."""
    said = [b"", key]
    if "SASL-IR" not in client.capabilities:
        return client.authenticate("XOAUTH2", lambda _: said.pop() if said else b"")
    client.literal = imaplib._Authenticator(lambda _: b"").process  # type: ignore[assignment]
    return cast(tuple[str, Any], client._simple_command("AUTHENTICATE", "XOAUTH2", b64encode(key).decode()))


def _turned_away(server: Server, said: str) -> MailboxTrouble:
    trouble = refusal(said)
    return SignInEnded() if server.oauth and isinstance(trouble, WrongPassword) else trouble


def _quoted(words: str) -> str:
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _is_here(host: str) -> bool:
    if host == "localhost":
        return True
    with suppress(ValueError):
        return ipaddress.ip_address(host).is_loopback
    return False
