"""Hand one mail to the user's mail server, and say exactly how far it came."""

import re
import smtplib
import ssl
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from ipaddress import ip_address

from highroad.edges.smtp_answers import in_plain_words

TIMEOUT = 30.0  # seconds for each answer
LAST_ANSWER = 300.0  # seconds a server may think about a whole mail; RFC 5321 4.5.3.2.6 asks for ten minutes
_DOT_FIRST = re.compile(rb"(?m)^\.")
_END = b".\r\n"
_GO_ON, _LET_IN = 334, (235, 503)  # RFC 4954; 503: let in already


class Security(StrEnum):
    """How the line is kept private."""

    TLS = "tls"
    STARTTLS = "starttls"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Door:
    """Where mail leaves, and who may go through. `secret` is a password, or a token when `oauth`."""

    host: str
    port: int
    security: Security
    user: str
    secret: str
    oauth: bool = False


@dataclass(frozen=True, slots=True)
class Letter:
    """The envelope and the bytes inside it: from one address to one address."""

    sender: str
    recipient: str
    raw: bytes


class NotTaken(Exception):
    """The server surely did not take it, and may later. Its text is the sentence to show."""


class Refused(Exception):
    """The server surely did not take it, and will not. Its text is the sentence to show."""


class Unsure(Exception):
    """The line broke after the whole mail was handed over and before the server answered."""


def deliver(letter: Letter, door: Door, *, going: Callable[[], None], context: ssl.SSLContext | None = None) -> None:
    """Hand the mail over; `going` is called once, when nothing but the text is left to send, and may raise to stop it.

    Returns when the server said that it has it; else raises NotTaken, Refused or Unsure.
    """
    if door.security is Security.NONE and not is_this_computer(door.host):
        raise Refused(f"The line to {door.host} is not private, so nothing was sent. Choose TLS or STARTTLS.")
    with _plainly_said(door.host):
        server = opened(door, context)
    try:
        with _plainly_said(door.host):
            let_in(server, door)
            _say(server, f"MAIL FROM:<{letter.sender}>")
            _say(server, f"RCPT TO:<{letter.recipient}>")
        going()
        with _plainly_said(door.host):
            _say(server, "DATA", wanted=354)
            server.send(_DOT_FIRST.sub(b"..", letter.raw))
        _end(server, letter.raw, door.host)
    finally:
        leave(server)


def opened(door: Door, context: ssl.SSLContext | None) -> smtplib.SMTP:
    """A line on which the server's certificate was checked, or one to this computer itself."""
    context = context or ssl.create_default_context()
    if door.security is Security.TLS:
        return smtplib.SMTP_SSL(door.host, door.port, timeout=TIMEOUT, context=context)
    server = smtplib.SMTP(door.host, door.port, timeout=TIMEOUT)
    if door.security is Security.STARTTLS:
        try:
            server.starttls(context=context)
        except BaseException:
            server.close()
            raise
    return server


def let_in(server: smtplib.SMTP, door: Door) -> None:
    """Log in by password or token; a token that is refused is explained first, and silence asks for the no itself."""
    server.ehlo_or_helo_if_needed()
    if door.oauth:
        server.auth("XOAUTH2", lambda why=None: "" if why else bearer(door.user, door.secret))
    elif f"{door.user}{door.secret}".isascii():
        server.login(door.user, door.secret)
    else:
        _let_in_beyond_ascii(server, door)


def _let_in_beyond_ascii(server: smtplib.SMTP, door: Door) -> None:
    """AUTH PLAIN in UTF-8 (RFC 4616), else AUTH LOGIN, for a name or password the standard library cannot write."""
    if not server.has_extn("auth"):
        raise smtplib.SMTPNotSupportedError
    offered = server.esmtp_features["auth"].upper().split()
    if "PLAIN" in offered or "LOGIN" not in offered:
        said = server.docmd("AUTH", "PLAIN " + _in_base64(f"\0{door.user}\0{door.secret}"))
    else:
        said = server.docmd("AUTH", "LOGIN " + _in_base64(door.user))
        said = server.docmd(_in_base64(door.secret)) if said[0] == _GO_ON else said
    if said[0] not in _LET_IN:
        raise smtplib.SMTPAuthenticationError(*said)


def _in_base64(words: str) -> str:
    return b64encode(words.encode()).decode("ascii")


def _say(server: smtplib.SMTP, line: str, *, wanted: int = 250) -> None:
    if not line.isascii() or not line.isprintable():
        raise Refused("The address holds a letter that mail servers cannot take.")
    server.putcmd(line)
    code, words = server.getreply()
    if code // 10 != wanted // 10:
        raise smtplib.SMTPResponseException(code, words)


def _end(server: smtplib.SMTP, raw: bytes, host: str) -> None:
    """The dot that ends a mail, and the answer to it: from here on silence means that nobody knows."""
    try:
        server.send(_END if raw.endswith(b"\r\n") else b"\r\n" + _END)
        if server.sock:
            server.sock.settimeout(LAST_ANSWER)
        code, words = server.getreply()
    except (OSError, smtplib.SMTPException, ValueError) as error:
        raise Unsure from error
    if code // 100 == 2:
        return
    with _plainly_said(host):
        if code // 100 not in (4, 5):
            raise Unsure
        raise smtplib.SMTPResponseException(code, words)


def leave(server: smtplib.SMTP) -> None:
    """Say goodbye where that is still possible; what was taken stays taken."""
    if server.sock:
        server.sock.settimeout(2)
    with suppress(OSError, smtplib.SMTPException, ValueError):
        server.quit()
    server.close()


@contextmanager
def _plainly_said(host: str) -> Iterator[None]:
    """What the line or the server threw, as a plain sentence and as what it means for the mail."""
    try:
        yield
    except smtplib.SMTPNotSupportedError as error:
        raise Refused(f"{host} does not offer a private line or a way to log in, so nothing was sent.") from error
    except smtplib.SMTPAuthenticationError as error:
        raise _by_code(error.smtp_code, f"{host} did not accept the password of this account.") from error
    except smtplib.SMTPResponseException as error:
        raise _by_code(error.smtp_code, in_plain_words(host, error.smtp_code, error.smtp_error)) from error
    except ssl.SSLCertVerificationError as error:
        raise NotTaken(f"{host} could not prove that it is {host}, so nothing was sent.") from error
    except (OSError, smtplib.SMTPException, ValueError) as error:
        raise NotTaken(f"The line to {host} broke before the mail was handed over.") from error


def _by_code(code: int, sentence: str) -> NotTaken | Refused:
    """Only an answer of the 500s is final; RFC 5321 4.2.1."""
    return Refused(sentence) if 500 <= code < 600 else NotTaken(sentence)


def bearer(user: str, token: str) -> str:
    """A token as XOAUTH2 writes it."""
    return f"user={user}\1auth=Bearer {token}\1\1"


def is_this_computer(host: str) -> bool:
    """Whether a line to this host stays on this computer."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
