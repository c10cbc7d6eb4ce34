"""One mail found in a file, not yet read; and the file it may be found in."""

from dataclasses import dataclass

from highroad.mail.parse import MAX_BYTES

MOST = MAX_BYTES + 1  # one byte more, so that the reader of the mail sees that it was cut


@dataclass(frozen=True, slots=True)
class Found:
    """The bytes of one mail, the file they are in, and where to go on after it.

    `position` is what the source's `messages(start=...)` takes to begin with the next mail.
    `folder` is the name the source gives the place: "Sent", "INBOX", or nothing.
    """

    raw: bytes
    where: str
    position: int
    folder: str = ""


@dataclass(frozen=True, slots=True)
class MailFile:
    """A file that holds mail. `extent` is how far it moves the position: its bytes for an mbox, one for a mail."""

    name: str
    extent: int = 1
    is_mbox: bool = False
    folder: str = ""
