"""Look for a mail the reader passed by: through the source itself, for none of its text was kept."""

from dataclasses import dataclass
from datetime import datetime

from highroad.app.models import MessageRow, OwnerRow, SourceRow
from highroad.app.queries.applications import NotThere
from highroad.edges.found import Found
from highroad.edges.sources import open_source
from highroad.mail.message import Message
from highroad.mail.parse import parse, raw_digest

LOOKED_THROUGH_AT_ONCE = 100 * 1024 * 1024  # bytes: a few seconds
SHOWN_AT_ONCE = 20
FIRST_WORDS = 160
ENCODED = (b"base64", b"quoted-printable", b"=?")  # words may be in there that the bytes do not show


@dataclass(frozen=True, slots=True)
class Missed:
    """One mail that holds the words; `start` and `digest` find it again in its source."""

    sender: str
    subject: str
    sent_at: datetime | None
    first_words: str
    start: int
    digest: str
    event_id: str  # when it is in the record already


@dataclass(frozen=True, slots=True)
class Search:
    """What a search found, and where to look on; None when the source has been looked through to its end."""

    found: tuple[Missed, ...]
    looked_at: int
    go_on_from: int | None


def search(owner: OwnerRow, source_id: int, words: str, *, start: int = 0) -> Search:
    """Mails that hold every word in sender, subject or text, from a position on; raises NotThere or SourceTrouble."""
    row = SourceRow.objects.filter(owner=owner, pk=source_id).first()
    if row is None:
        raise NotThere
    wanted = words.casefold().split()
    found: list[tuple[Message, int, bytes]] = []
    looked_at = held = 0
    for mail in open_source(row.path).messages(start=start):
        message = _with_words(mail, wanted)
        if message:
            found.append((message, start, mail.raw))
        start, looked_at, held = mail.position, looked_at + 1, held + len(mail.raw)
        if held >= LOOKED_THROUGH_AT_ONCE or len(found) >= SHOWN_AT_ONCE:
            return Search(_shown(owner, found), looked_at, start)
    return Search(_shown(owner, found), looked_at, None)


def _with_words(mail: Found, wanted: list[str]) -> Message | None:
    lowered = mail.raw.lower()
    if not any(mark in lowered for mark in ENCODED) and not all(word.encode() in lowered for word in wanted):
        return None
    message = parse(mail.raw, folder=mail.folder)
    sender = f"{message.sender.name} {message.sender.email}" if message.sender else ""
    text = f"{sender}\n{message.subject}\n{message.text}".casefold()
    return message if wanted and all(word in text for word in wanted) else None


def _shown(owner: OwnerRow, found: list[tuple[Message, int, bytes]]) -> tuple[Missed, ...]:
    keys = [message.key for message, _, _ in found]
    known = dict(MessageRow.objects.filter(owner=owner, key__in=keys).values_list("key", "event_id"))
    return tuple(_missed(message, start, raw, known.get(message.key, "")) for message, start, raw in found)


def _missed(message: Message, start: int, raw: bytes, event_id: str) -> Missed:
    words = " ".join(message.text[: 4 * FIRST_WORDS].split())
    return Missed(
        sender=(message.sender.name or message.sender.email) if message.sender else "",
        subject=message.subject,
        sent_at=message.sent_at,
        first_words=words[:FIRST_WORDS],
        start=start,
        digest=raw_digest(raw).hex(),
        event_id=event_id,
    )
