"""Tell mail about applications from the rest, as cheaply as the rest deserves."""

from dataclasses import dataclass
from enum import StrEnum

from highroad.events.candidate import glance_may_concern, may_concern_application
from highroad.events.event import NOT_ABOUT, Reading
from highroad.events.recognise import read
from highroad.events.threads import waits_for
from highroad.mail.glance import glance
from highroad.mail.message import Message
from highroad.mail.parse import parse


class Verdict(StrEnum):
    """What a mail turned out to be."""

    ABOUT = "about"  # about an application
    UNREADABLE = "unreadable"
    ELSE = "else"  # about anything else


@dataclass(frozen=True, slots=True)
class Sifted:
    """What a mail is; the message and its reading only when it is to be kept."""

    verdict: Verdict
    message: Message | None = None
    reading: Reading | None = None
    with_problems: bool = False
    reply: Message | None = None  # says nothing alone; it may be about what its thread is about


def sift(raw: bytes, *, folder: str = "", mine: frozenset[str] = frozenset(), in_thread: bool = False) -> Sifted:
    """What the mail in `raw` is about, told by its first lines where they are enough.

    `in_thread` when its thread is known to be about an application.
    """
    seen = None if in_thread else glance(raw)
    if seen and not glance_may_concern(seen):
        return Sifted(Verdict.ELSE)
    message = parse(raw, folder=folder)
    if is_unreadable(message):
        return Sifted(Verdict.UNREADABLE, message, with_problems=True)
    if not seen and not in_thread and not may_concern_application(message):
        return Sifted(Verdict.ELSE, with_problems=bool(message.problems))
    reading = read(message, mine=mine, in_thread=in_thread)
    if reading.kind in NOT_ABOUT:
        reply = message if waits_for(message, reading, mine=mine) else None
        return Sifted(Verdict.ELSE, with_problems=bool(message.problems), reply=reply)
    return Sifted(Verdict.ABOUT, message, reading, bool(message.problems))


def is_unreadable(message: Message) -> bool:
    """Nothing a person could recognise it by: no sender, no subject, no text."""
    return not (message.sender or message.subject or message.text)
