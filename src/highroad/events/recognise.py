"""From a mail to what it says, and to the events it proves: asks each reader, then the verdict."""

import base64
import hashlib

from highroad.events.event import Event, Kind, Reading
from highroad.events.prepared import Prepared, prepare
from highroad.events.readers import READERS
from highroad.events.verdict import Verdict, decide
from highroad.mail.message import Message
from highroad.mail.thread import thread_ids

READER_VERSION = 1  # one more when a better reader should read the same mail again

_NO_EVENT = frozenset({Kind.ALERT, Kind.OTHER})


def read(message: Message, *, mine: frozenset[str] = frozenset()) -> Reading:
    """What one mail says. `mine` are the user's own addresses, lower case."""
    mail = prepare(message)
    verdict = decide(mail, (found for reader in READERS for found in reader.find(mail)), second_opinion={})
    return _reading(mail, verdict)


def _reading(mail: Prepared, verdict: Verdict) -> Reading:
    deciding = verdict.deciding
    return Reading(
        kind=verdict.kind,
        certainty=verdict.certainty,
        sure=verdict.sure,
        language=mail.language,
        evidence=deciding.sentence if deciding else None,
        problems=mail.message.problems,
    )


def recognise(message: Message, *, mine: frozenset[str] = frozenset()) -> list[Event]:
    """The events a mail proves: none when it is about something else, one otherwise."""
    reading = read(message, mine=mine)
    outgoing = message.sender is not None and message.sender.email in mine
    return [] if reading.kind in _NO_EVENT else [event_of(message, reading, outgoing=outgoing)]


def event_of(message: Message, reading: Reading, *, outgoing: bool = False) -> Event:
    """The event a mail stands for, whatever its kind, from a reading made before; the user may correct it."""
    other_side = message.to[0] if outgoing and message.to else message.sender
    return Event(
        id=event_id(message.key),
        kind=reading.kind,
        at=message.sent_at,
        reading=reading,
        message_key=message.key,
        sender_domain=other_side.domain if other_side else "",
        threads=thread_ids(message),
    )


def event_id(key: str) -> str:
    """Eight lower-case letters and digits made from a message's key: the same after every rebuild."""
    digest = hashlib.blake2b(key.encode(), digest_size=5).digest()
    return base64.b32encode(digest).decode().lower()
