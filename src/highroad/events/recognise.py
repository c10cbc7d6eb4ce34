"""From a mail to what it says, and to the events it proves: asks each reader, then the verdict."""

import base64
import hashlib
from dataclasses import replace

from highroad.events.details import Details, read_details
from highroad.events.details.names import plain
from highroad.events.details.writer import answers_at
from highroad.events.event import NOT_ABOUT, Event, Kind, Reading
from highroad.events.model import scores
from highroad.events.prepared import Prepared, prepare
from highroad.events.readers import findings
from highroad.events.sent import read_sent
from highroad.events.silences import silences
from highroad.events.topic import MOST, Topic, comes_from_hiring
from highroad.events.verdict import Verdict, decide
from highroad.mail.folders import SENT
from highroad.mail.message import Message
from highroad.mail.thread import thread_ids
from highroad.words.content import load_toml

# One more when a better reader should read the same mail again; `make reader-version` raises it.
READER_VERSION: int = load_toml("highroad.events", "content/reader.toml")["version"]
UNSPOKEN_CERTAIN = 0.5  # that a line in a thread is one more word about its application
MOST_RECEIVERS = 20


def read(message: Message, *, mine: frozenset[str] = frozenset(), in_thread: bool = False) -> Reading:
    """What one mail says. `mine` are the user's own addresses, lower case; `in_thread` when it stands in a thread
    about an application: then it is about that, and at least an update.
    """
    reading = _read(message, mine=mine, in_thread=in_thread)
    own = _own_names(message, mine)
    return replace(
        reading,
        employer=None if _is_one_of(reading.employer, own) else reading.employer,
        role=None if _is_one_of(reading.role, own) else reading.role,
    )


def _own_names(message: Message, mine: frozenset[str]) -> list[frozenset[str]]:
    """The words of each name by which the user writes or is written to."""
    everyone = [message.sender, *message.to[:MOST_RECEIVERS]]
    return [frozenset(plain(one.name).split()) for one in everyone if one and one.email in mine and one.name]


def _is_one_of(name: str | None, own: list[frozenset[str]]) -> bool:
    """Whether a name is the user's, or a part of it."""
    return name is not None and any(words.issuperset(plain(name).split()) for words in own)


def _read(message: Message, *, mine: frozenset[str], in_thread: bool) -> Reading:
    if not (message.text or message.subject or message.calendars):
        return Reading(Kind.OTHER, certainty=0.5, sure=False, problems=message.problems)
    mail = prepare(message)
    if in_thread:
        mail = replace(mail, topic=Topic(work=MOST, application=MOST))
    if is_mine(message, mine):
        return _own_reading(mail, mine=mine, in_thread=in_thread)
    verdict = decide(mail, findings(mail), second_opinion=scores(mail))
    if in_thread and verdict.kind in NOT_ABOUT:
        verdict = Verdict(Kind.UPDATE, UNSPOKEN_CERTAIN, False, None)
    return _reading(mail, verdict, read_details(mail, verdict.kind, mine=mine))


def is_mine(message: Message, mine: frozenset[str]) -> bool:
    """Whether the user wrote it."""
    return message.folder == SENT or (message.sender is not None and message.sender.email in mine)


def _is_about_work(mail: Prepared) -> bool:
    """Whether the user writes about work: by their words, or to somebody who hires. Flats are applied for too."""
    about, to_hiring = mail.topic, map(comes_from_hiring, mail.message.to[:MOST_RECEIVERS])
    return about.work > 0 or (about.application > 0 and not about.elsewhere) or any(to_hiring)


def _own_reading(mail: Prepared, *, mine: frozenset[str], in_thread: bool) -> Reading:
    """Mail the user wrote; what it does is named, or it is one more line about an application, or about none."""
    sent = read_sent(mail, at_work=_is_about_work(mail))
    if in_thread and sent.kind in NOT_ABOUT:
        sent = replace(sent, kind=Kind.UPDATE, certainty=UNSPOKEN_CERTAIN)
    details = read_details(mail, sent.kind, mine=mine)
    if sent.kind not in NOT_ABOUT:
        details = replace(details, people=sent.to)
    reading = _reading(mail, Verdict(sent.kind, sent.certainty, sent.sure, None), details)
    return replace(reading, evidence=sent.evidence)


def _reading(mail: Prepared, verdict: Verdict, details: Details) -> Reading:
    deciding = verdict.deciding
    return Reading(
        kind=verdict.kind,
        certainty=round(verdict.certainty, 3),
        sure=verdict.sure,
        employer=details.employer,
        role=details.role,
        stage=details.stage,
        reason=details.reason,
        reason_quote=details.reason_quote,
        does_not_say=silences(mail, verdict.kind, details),
        people=details.people,
        language=mail.language,
        evidence=deciding.sentence if deciding else None,
        requisition=details.requisition,
        happens_at=details.happens_at,
        problems=mail.message.problems,
    )


def recognise(message: Message, *, mine: frozenset[str] = frozenset()) -> list[Event]:
    """The events a mail proves: none when it is about no application, else one."""
    reading = read(message, mine=mine)
    outgoing = message.sender is not None and message.sender.email in mine
    return [] if reading.kind in NOT_ABOUT else [event_of(message, reading, outgoing=outgoing)]


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
        reply_domain="" if outgoing else message.reply_domain,
        answers_at="" if outgoing else answers_at(message),
        authentication=message.authentication,
        threads=thread_ids(message),
    )


def event_id(key: str) -> str:
    """Eight lower-case letters and digits made from a message's key: the same after every rebuild."""
    digest = hashlib.blake2b(key.encode(), digest_size=5).digest()
    return base64.b32encode(digest).decode().lower()
