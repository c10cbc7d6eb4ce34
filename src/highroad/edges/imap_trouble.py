"""Why a mailbox cannot be read. The sentence of each is the one shown to the user."""

import imaplib
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager

from imap_tools.errors import ImapToolsError


class MailboxTrouble(Exception):
    """This mailbox could not be read."""

    def __str__(self) -> str:
        return str(self.__doc__)


class HostUnknown(MailboxTrouble):
    """There is no server of this name. Please look for a typing error, or check that you are online."""


class Refused(MailboxTrouble):
    """This server takes no mail connections at this port. Please check the port."""


class TooSlow(MailboxTrouble):
    """The server took too long to answer. Nothing is lost; we go on from here the next time."""


class CertificateWrong(MailboxTrouble):
    """The server could not prove that it is the one you named. We did not send your password."""


class NotEncrypted(MailboxTrouble):
    """This server does not encrypt at this port in that way. We did not send your password."""


class OnlyHere(MailboxTrouble):
    """Without encryption we connect to this computer only. Please choose TLS."""


class WrongPassword(MailboxTrouble):
    """The server did not take this name and password."""


class AppPasswordNeeded(MailboxTrouble):
    """Your provider wants an app password here, not the one you usually type."""


class SignInEnded(MailboxTrouble):
    """Your provider no longer lets us in. Please sign in there again."""


class NotSignedIn(MailboxTrouble):
    """The provider did not confirm the sign-in. Please look at the client id, and begin once more."""


class ExtraMissing(MailboxTrouble):
    """Signing in needs one more package. Install highroad[oauth], and start High Road again."""


class ReadingSwitchedOff(MailboxTrouble):
    """Your provider has reading by other programs (IMAP) switched off. You can switch it on in its settings."""


class Busy(MailboxTrouble):
    """The server lets nobody in just now, or has seen too many attempts. Please try again a little later."""


class Disconnected(MailboxTrouble):
    """The connection broke off. What was read is kept, and we go on from there the next time."""


class Garbled(MailboxTrouble):
    """The server answered in a way we cannot read. Nothing was changed, and what was read before is kept."""


class FolderGone(MailboxTrouble):
    """A folder you chose is no longer there. Please choose your folders again."""


# what trying again does not mend, and providers count
REFUSALS = (WrongPassword, AppPasswordNeeded, SignInEnded)

# what a server says beside its no, in lower case
REASONS: tuple[tuple[str, type[MailboxTrouble]], ...] = (
    ("application-specific", AppPasswordNeeded),
    ("app password", AppPasswordNeeded),
    ("app-specific", AppPasswordNeeded),
    ("web login required", AppPasswordNeeded),
    ("basic authentication is disabled", AppPasswordNeeded),
    ("not enabled for imap", ReadingSwitchedOff),
    ("imap access is disabled", ReadingSwitchedOff),
    ("imap is disabled", ReadingSwitchedOff),
    ("imap not enabled", ReadingSwitchedOff),
    ("too many", Busy),
    ("[limit]", Busy),
    ("[unavailable]", Busy),
    ("[inuse]", Busy),
    ("try again later", Busy),
)

# the narrowest first
_CAUSES: tuple[tuple[type[Exception], type[MailboxTrouble]], ...] = (
    (socket.gaierror, HostUnknown),
    (ssl.SSLCertVerificationError, CertificateWrong),
    (ssl.SSLEOFError, Disconnected),
    (ssl.SSLError, NotEncrypted),
    (ConnectionRefusedError, Refused),
    (TimeoutError, TooSlow),
    (imaplib.IMAP4.abort, Disconnected),
    (imaplib.IMAP4.error, Garbled),
    (ImapToolsError, Garbled),
    (OSError, Disconnected),
    (ValueError, Garbled),
    (LookupError, Garbled),
)


@contextmanager
def in_plain_words() -> Iterator[None]:
    """Whatever the network raises, as the trouble it means."""
    try:
        yield
    except tuple(cause for cause, _ in _CAUSES) as error:
        raise next(trouble for cause, trouble in _CAUSES if isinstance(error, cause)) from error


def can_be_named(host: str) -> None:
    """Raises HostUnknown for a name that nobody can even ask for, as with two dots in a row."""
    try:
        host.encode("idna")
    except UnicodeError as error:
        raise HostUnknown from error


def refusal(said: str) -> MailboxTrouble:
    """Why a server let nobody in, by what it said."""
    low = said.lower()
    return next((trouble for words, trouble in REASONS if words in low), WrongPassword)()
