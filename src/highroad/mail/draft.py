"""A mail that is not sent yet, and its bytes for a mail program."""

import re
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, formataddr

from highroad.mail.message import Address

_LINE_ENDS = re.compile("[\r\n\x00\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_EMAIL = re.compile(r"[^\s<>()\[\],;:\"@]{1,64}@[^\s<>()\[\],;:\"@]{1,253}\Z")


class UnsafeHeader(ValueError):
    """A name, an address or the subject holds a line break. Please write it on one line."""

    def __str__(self) -> str:
        return str(self.__doc__)


class NoAddress(ValueError):
    """This mail needs one whole address it goes to, such as name@company.example."""

    def __str__(self) -> str:
        return str(self.__doc__)


@dataclass(frozen=True, slots=True)
class Draft:
    """One mail to one person; `sender` None leaves it to the mail program."""

    to: Address
    sender: Address | None
    subject: str
    body: str
    in_reply_to: str | None = None
    references: tuple[str, ...] = ()


def to_eml(draft: Draft, *, message_id: str, now: datetime) -> bytes:
    """The mail as bytes, marked unsent, so that mail programs open it for editing."""
    return _bytes(draft.body, _fields(draft, message_id, now) | {"X-Unsent": "1"})


def to_bytes(draft: Draft, *, message_id: str, leaves_at: datetime) -> bytes:
    """The mail exactly as it leaves, to one person and nobody beside."""
    return _bytes(draft.body, _fields(draft, message_id, leaves_at))


def plain_address(email: str) -> str:
    """An address for any server, its domain in ASCII; raises NoAddress where there is no such form."""
    name, _, domain = _on_one_line(email).rpartition("@")
    try:
        plain = f"{name}@{domain if domain.isascii() else domain.encode('idna').decode()}"
    except UnicodeError as error:
        raise NoAddress from error
    if not plain.isascii() or not _EMAIL.match(plain):
        raise NoAddress
    return plain


def _bytes(body: str, fields: dict[str, str]) -> bytes:
    mail = EmailMessage(policy=SMTP.clone(max_line_length=998))
    for name, value in fields.items():
        if value:
            mail[name] = _on_one_line(value)
    mail.set_content(body, charset="utf-8", cte="quoted-printable")
    return mail.as_bytes()


def _fields(draft: Draft, message_id: str, now: datetime) -> dict[str, str]:
    return {
        "From": _written(draft.sender) if draft.sender else "",
        "To": _written(draft.to),
        "Subject": draft.subject,
        "Date": format_datetime(now),
        "Message-ID": _bracketed(message_id),
        "In-Reply-To": _bracketed(draft.in_reply_to) if draft.in_reply_to else "",
        "References": " ".join(map(_bracketed, draft.references)),
    }


def _written(address: Address) -> str:
    _on_one_line(address.name)
    if not _EMAIL.match(_on_one_line(address.email)):
        raise NoAddress
    return formataddr((address.name, address.email))


def _on_one_line(value: str) -> str:
    if _LINE_ENDS.search(value):
        raise UnsafeHeader
    return value


def _bracketed(message_id: str) -> str:
    return f"<{message_id.strip().strip('<>')}>"
