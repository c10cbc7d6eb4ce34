"""A mail we keep, written as a file again: what was read of it, without its attachments and its HTML."""

import re
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, formataddr

from highroad.mail.message import Address, Message

_NOT_IN_A_HEADER = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]+")
_NO_TEXT = re.compile(r"[\ud800-\udfff]|\r")


def as_eml(message: Message) -> bytes:
    """A plain mail any program opens. No byte of a stranger's mail can begin a header of its own."""
    mail = EmailMessage(policy=SMTP.clone(max_line_length=998))
    for name, value in _fields(message).items():
        if value:
            mail[name] = value
    mail.set_content(_NO_TEXT.sub("", message.text), charset="utf-8", cte="quoted-printable")
    return mail.as_bytes()


def _fields(message: Message) -> dict[str, str]:
    return {
        "From": _written(message.sender) if message.sender else "",
        "To": ", ".join(map(_written, message.to)),
        "Cc": ", ".join(map(_written, message.cc)),
        "Subject": _one_line(message.subject),
        "Date": format_datetime(message.sent_at) if message.sent_at else "",
        "Message-ID": _bracketed(message.message_id),
        "In-Reply-To": _bracketed(message.in_reply_to),
    }


def _written(address: Address) -> str:
    """Name and address; an address of strange signs is told in words, so that it stays readable."""
    name, email = _one_line(address.name), _one_line(address.email)
    plain = email.isascii() and re.fullmatch(r"[^\s<>()\[\],;:\"@]+@[^\s<>()\[\],;:\"@]+", email)
    return formataddr((name, email)) if plain else formataddr((f"{name} {email}".strip(), "unknown@unknown.invalid"))


def _bracketed(message_id: str | None) -> str:
    bare = re.sub(r"[\s<>]+", "", _one_line(message_id or ""))
    return f"<{bare}>" if bare and bare.isascii() else ""


def _one_line(text: str) -> str:
    return _NO_TEXT.sub("", _NOT_IN_A_HEADER.sub(" ", text)).strip()
