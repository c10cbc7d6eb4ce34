"""One mail that was read, as plain values."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Authentication(StrEnum):
    """Whether the user's own mail server could confirm that a mail comes from the domain it names."""

    PASSED = "passed"
    FAILED = "failed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Address:
    """Someone's name and mail address; the address is lower case, the name may be empty."""

    name: str
    email: str

    @property
    def domain(self) -> str:
        """What stands behind the @, or nothing."""
        return self.email.rpartition("@")[2]


@dataclass(frozen=True, slots=True)
class Message:
    """One mail. What its bytes did not tell is None or empty, and `problems` says what was wrong with them.

    `key` is the same for every copy of the same mail, whichever file or export it came in.
    `text` is the whole body as plain text, quotes and signature included; `mail.body.own_words` cuts it.
    """

    key: str
    message_id: str | None = None
    in_reply_to: str | None = None
    references: tuple[str, ...] = ()
    sender: Address | None = None
    reply_to: Address | None = None
    also_reply_to: tuple[Address, ...] = ()  # an answer would go to these as well
    to: tuple[Address, ...] = ()
    cc: tuple[Address, ...] = ()
    subject: str = ""
    sent_at: datetime | None = None  # aware, UTC
    zone: int | None = None  # minutes east of UTC, as its Date says: where its sender is
    text: str = ""
    calendars: tuple[str, ...] = ()  # the text of each text/calendar part
    attachments: tuple[str, ...] = ()  # file names
    automatic: bool = False  # sent by a list or a machine: List-Id, Precedence, Auto-Submitted
    folder: str = ""  # where the user keeps it, when the source says: "Sent", "INBOX"
    authentication: Authentication = Authentication.UNKNOWN
    problems: tuple[str, ...] = ()

    @property
    def reply_domain(self) -> str:
        """Where an answer is asked for: elsewhere than the sender, if one of the addresses is; else there, or empty."""
        asked = [one.domain for one in (self.reply_to, *self.also_reply_to) if one]
        own = self.sender.domain if self.sender else ""
        return next((domain for domain in asked if domain != own), own if asked else "")
