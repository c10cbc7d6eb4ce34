"""Try whether mail can leave: open the line, log in, say goodbye. No mail is handed over."""

import re
import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager

from highroad.edges.imap_trouble import MailboxTrouble, NotEncrypted, OnlyHere, can_be_named, in_plain_words, refusal
from highroad.edges.smtp import Door, Security, is_this_computer, leave, let_in, opened


class NoLogin(MailboxTrouble):
    """This server offers no way to log in at this port. Another port, often 465 or 587, may."""


class SendingTooSlow(MailboxTrouble):
    """The server for sending did not answer in time. Another port, often 465 or 587, may do."""


class SendingBrokeOff(MailboxTrouble):
    """The server for sending hung up. Another port, often 465 or 587, may do."""


class SendingSwitchedOff(MailboxTrouble):
    """Your provider has sending by other programs switched off. You can switch it on in its settings."""


class SendingRefused(MailboxTrouble):
    """The server for sending turned us away. Please try again a little later."""


# the narrowest first
_CAUSES: tuple[tuple[type[Exception], type[MailboxTrouble]], ...] = (
    (smtplib.SMTPNotSupportedError, NoLogin),
    (smtplib.SMTPServerDisconnected, SendingBrokeOff),
    (smtplib.SMTPException, SendingRefused),
    (TimeoutError, SendingTooSlow),
)


def try_door(door: Door, *, context: ssl.SSLContext | None = None) -> None:
    """Come in and leave again; raises a MailboxTrouble that says what failed."""
    if door.security is Security.NONE and not is_this_computer(door.host):
        raise OnlyHere
    can_be_named(door.host)
    with _in_plain_words():
        server = _opened(door, context)
        try:
            let_in(server, door)
        finally:
            leave(server)


def _opened(door: Door, context: ssl.SSLContext | None) -> smtplib.SMTP:
    try:
        return opened(door, context)
    except smtplib.SMTPNotSupportedError as error:
        raise NotEncrypted from error


@contextmanager
def _in_plain_words() -> Iterator[None]:
    """What the line or the server threw, as the trouble it means."""
    with in_plain_words():
        try:
            yield
        except smtplib.SMTPAuthenticationError as error:
            raise _refused(error) from error
        except tuple(cause for cause, _ in _CAUSES) as error:
            raise next(trouble for cause, trouble in _CAUSES if isinstance(error, cause)) from error


def _refused(error: smtplib.SMTPAuthenticationError) -> MailboxTrouble:
    """Only a 5xx is about the password; RFC 4954 6."""
    said = error.smtp_error.decode("utf-8", "replace") if isinstance(error.smtp_error, bytes) else error.smtp_error
    if re.search("authentication is disabled", said, re.IGNORECASE):
        return SendingSwitchedOff()
    return refusal(said) if error.smtp_code >= 500 else SendingRefused()
