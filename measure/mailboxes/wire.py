"""A mail as raw bytes, as RFC 5322 and its companions want it."""

import html
import zlib
from email.headerregistry import Address as HeaderAddress
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from measure.mailboxes.letters import Address, Mail

_POLICY = SMTP.clone(max_line_length=78)


def raw(mail: Mail) -> bytes:
    """The mail in bytes, always the same."""
    message = EmailMessage(policy=_POLICY)
    _head(message, mail)
    _body(message, mail)
    _calendar(message, mail)
    for at, part in enumerate(part for part in message.walk() if part.is_multipart()):
        part.set_boundary(f"=_{_number(mail):08x}_{at}")
    return message.as_bytes()


def _number(mail: Mail) -> int:
    """A number that is the mail's own and always the same."""
    return zlib.crc32(mail.id.encode())


def _head(message: EmailMessage, mail: Mail) -> None:
    message["Date"] = format_datetime(mail.date)
    message["From"] = _header(mail.sender)
    message["To"] = _header(mail.to)
    message["Subject"] = mail.subject
    message["Message-ID"] = mail.id
    if mail.references:
        message["In-Reply-To"] = mail.references[-1]
        message["References"] = " ".join(mail.references)
    if mail.bulk:
        message["List-Unsubscribe"] = f"<https://{mail.sender.email.rpartition('@')[2]}/unsubscribe>"
        message["Precedence"] = "bulk"
    elif mail.kind and mail.person is None and not mail.outgoing and mail.application:
        message["Auto-Submitted"] = "auto-generated"


def _header(address: Address) -> HeaderAddress:
    return HeaderAddress(display_name=address.name, addr_spec=address.email)


def _body(message: EmailMessage, mail: Mail) -> None:
    text = mail.text + (f"\n{mail.quote}" if mail.quote else "")
    look = _number(mail) % 10
    automatic = mail.bulk or (mail.person is None and not mail.outgoing)
    encoding = ("8bit", "quoted-printable", "base64")[_number(mail) // 10 % 3]
    if automatic and look < 3:
        message.set_content(_page(mail), subtype="html", cte="quoted-printable")
        return
    message.set_content(text, cte=encoding)
    if look < 6:
        message.add_alternative(_page(mail), subtype="html", cte="quoted-printable")


def _page(mail: Mail) -> str:
    quote = f"<blockquote>\n{_paragraphs(mail.quote)}\n</blockquote>\n" if mail.quote else ""
    return f"<html><body>\n{_paragraphs(mail.text)}\n{quote}</body></html>\n"


def _paragraphs(text: str) -> str:
    blocks = (html.escape(block, quote=False).replace("\n", "<br>\n") for block in text.strip().split("\n\n"))
    return "\n".join(f"<p>{block}</p>" for block in blocks)


def _calendar(message: EmailMessage, mail: Mail) -> None:
    if not mail.invitation:
        return
    message.add_attachment(
        mail.invitation, subtype="calendar", cte="quoted-printable", params={"method": "REQUEST"}, filename="invite.ics"
    )
