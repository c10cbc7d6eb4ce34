"""Bytes, pasted text or loose pieces to a Message: whatever they are, in bounded time, and never an error."""

from dataclasses import replace
from datetime import datetime

from highroad.mail.addresses import MAX_ADDRESSES, MAX_LIST, addresses
from highroad.mail.charsets import decode
from highroad.mail.copied import CopiedHead
from highroad.mail.dates import read_date, zone_named
from highroad.mail.encoded_words import header_text, one_line
from highroad.mail.folders import folder_of
from highroad.mail.headers import MAX_HEAD, Head, Span, read_head
from highroad.mail.message import Address, Message
from highroad.mail.octets import MAX_BYTES, message_key, raw_digest, set_right
from highroad.mail.origin import authentication
from highroad.mail.parts import leaves, without_preamble
from highroad.mail.pasted import pasted_head
from highroad.mail.problems import Problem, sentences
from highroad.mail.text import MAX_LETTERS, Bounds, Content, looks_like_html, read_content, visible
from highroad.mail.thread import message_ids
from highroad.mail.tidy import tidy, whole_letters

__all__ = ["MAX_BYTES", "from_parts", "parse", "parse_file", "parse_pasted", "raw_digest"]

_MAX_REFERENCES = 100
_MAX_ANSWERS = 10
_BULK = ("bulk", "list", "junk", "auto_reply")
_NAMING = frozenset((b"from", b"subject", b"date"))
_MACHINE_MADE = (b"mime-version", b"received", b"message-id", b"content-type", b"return-path", b"x-mailer")


def parse(raw: bytes, *, folder: str = "") -> Message:
    """The mail in `raw`, its problems listed; `folder` is where the source keeps it, if the source says."""
    problems = [Problem.TOO_LONG] if len(raw) > MAX_BYTES else []
    whole = without_preamble(set_right(raw))
    if not len(whole):
        return Message(key=message_key(""), folder=folder, problems=sentences([Problem.EMPTY]))
    head = _whole_head(whole)
    problems += head.problems if head.fields else [*head.problems, Problem.NO_HEAD]
    content = read_content(leaves(head, problems), problems)
    return _message(head, content, folder, problems)


def _whole_head(whole: Span) -> Head:
    """The head, also where a blank line parts what the servers wrote above from what the sender did."""
    head = read_head(whole)
    if not head.fields or not _NAMING.isdisjoint(head.fields):
        return head
    rest = read_head(head.body)
    return head if _NAMING.isdisjoint(rest.fields) else replace(rest, fields=head.fields | rest.fields)


def _message(head: Head, content: Content, folder: str, problems: list[Problem]) -> Message:
    written = header_text(head.first(b"date"))
    sender = _people(head, b"from", problems) or _people(head, b"sender", problems)
    subject = header_text(head.first(b"subject"))
    answers = _people(head, b"reply-to", problems)
    own_id = next(iter(message_ids(header_text(head.first(b"message-id")))), None)
    sent_at = _sent_at(head, written, problems)
    if head.fields and not sender:
        problems.append(Problem.NO_SENDER)
    return Message(
        key=message_key(own_id or "", sender[0].email if sender else "", written, subject, content.text),
        message_id=own_id,
        in_reply_to=next(iter(message_ids(header_text(head.first(b"in-reply-to")))), None),
        references=message_ids(header_text(head.all(b"references")))[-_MAX_REFERENCES:],
        sender=sender[0] if sender else None,
        reply_to=next(iter(answers), None),
        also_reply_to=answers[1:_MAX_ANSWERS],
        to=_people(head, b"to", problems),
        cc=_people(head, b"cc", problems),
        subject=subject,
        sent_at=sent_at,
        zone=zone_named(written),
        text=content.text,
        calendars=content.calendars,
        attachments=content.attachments,
        automatic=_is_automatic(head),
        authentication=authentication(head),
        folder=folder_of(header_text(head.first(b"x-gmail-labels")), folder),
        problems=sentences(problems),
    )


def _people(head: Head, name: bytes, problems: list[Problem]) -> tuple[Address, ...]:
    value = head.all(name)
    if not value:
        return ()
    found = addresses(decode(value[:MAX_LIST])[0])
    if len(value) > MAX_LIST or len(found) == MAX_ADDRESSES:
        problems.append(Problem.MANY_ADDRESSES)
    return found


def _sent_at(head: Head, written: str, problems: list[Problem]) -> datetime | None:
    """By the mail's own date, else by the server that brought it; a doubtful one is said to be so."""
    when, wrong = read_date(written)
    if when is None:
        when = read_date(header_text(head.first(b"received").rpartition(b";")[2]))[0]
    if wrong and head.fields:
        problems.append(wrong)
    return when


def _is_automatic(head: Head) -> bool:
    """Sent by a list or a machine, by what it says of itself."""
    answered = header_text(head.first(b"auto-submitted")).lower()
    return (
        b"list-id" in head.fields
        or b"list-unsubscribe" in head.fields
        or header_text(head.first(b"precedence")).lower() in _BULK
        or bool(answered and not answered.startswith("no"))
    )


def parse_pasted(text: str) -> Message:
    """What a person pastes: the source of a mail, one copied from a mail program with its head, or words alone."""
    octets = text.strip().encode("utf-8", "replace")
    if _is_source(octets):
        return parse(octets)
    lines = tidy(text[: 2 * MAX_LETTERS]).split("\n")
    head = pasted_head(lines) or CopiedHead(below=0)
    return from_parts(head.sender, head.to, head.subject, head.date, "\n".join(lines[head.below :]))


def parse_file(raw: bytes) -> Message:
    """What one file holds: the source of a mail, or words somebody copied into it."""
    whole = without_preamble(set_right(raw))
    if not len(whole) or _is_source(whole.cut(2 * MAX_HEAD)):
        return parse(raw)
    return parse_pasted(decode(whole.cut(MAX_BYTES))[0])


def _is_source(octets: bytes) -> bool:
    """Whether a machine wrote the head: people do not copy a Message-ID."""
    return any(name in read_head(Span(octets, 0, len(octets))).fields for name in _MACHINE_MADE)


def from_parts(sender: str | None, to: str | None, subject: str | None, date: str | None, body: str | None) -> Message:
    """A mail whose pieces somebody has already split; what is None or empty is not known."""
    problems: list[Problem] = []
    text = _words(whole_letters(body or ""), problems)
    who = addresses(one_line(whole_letters(sender or "")))
    sent_at, wrong = read_date(date or "")
    if date and wrong is Problem.ODD_DATE:
        problems.append(wrong)
    if not text:
        problems.append(Problem.NO_TEXT)
    title = header_text((subject or "").encode("utf-8", "replace"))
    return Message(
        key=message_key("", who[0].email if who else "", date or "", title, text),
        sender=who[0] if who else None,
        to=addresses(one_line(whole_letters(to or ""))),
        subject=title,
        sent_at=sent_at,
        text=text,
        problems=sentences(problems),
    )


def _words(body: str, problems: list[Problem]) -> str:
    if len(body) > MAX_LETTERS:
        problems.append(Problem.LONG_TEXT)
    body = body[:MAX_LETTERS]
    return visible(body, Bounds(problems)) if looks_like_html(body) else tidy(body)
