"""Tell mail about applications from the rest, as cheaply as the rest deserves."""

from dataclasses import dataclass
from enum import StrEnum

from highroad.events.candidate import may_concern_application
from highroad.events.event import NOT_ABOUT, Reading
from highroad.events.recognise import read
from highroad.mail.headers import MAX_HEAD
from highroad.mail.message import Message
from highroad.mail.parse import parse

GLANCE = 16 * 1024  # bytes of the body that the first look takes in
LITTLE_TEXT = 400  # characters; a glance that saw less than this saw styles, not words


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


def sift(raw: bytes, *, folder: str = "", mine: frozenset[str] = frozenset()) -> Sifted:
    """What the mail in `raw` is about, told by its first lines where they are enough."""
    if _surely_else(raw, folder):
        return Sifted(Verdict.ELSE)
    message = parse(raw, folder=folder)
    if is_unreadable(message):
        return Sifted(Verdict.UNREADABLE, message, with_problems=True)
    if not may_concern_application(message):
        return Sifted(Verdict.ELSE, with_problems=bool(message.problems))
    reading = read(message, mine=mine)
    if reading.kind in NOT_ABOUT:
        return Sifted(Verdict.ELSE, with_problems=bool(message.problems))
    return Sifted(Verdict.ABOUT, message, reading, bool(message.problems))


def is_unreadable(message: Message) -> bool:
    """Nothing a person could recognise it by: no sender, no subject, no text."""
    return not (message.sender or message.subject or message.text)


def _surely_else(raw: bytes, folder: str) -> bool:
    """Whether the first lines of a longer mail show already that it is about something else."""
    if len(raw) <= 2 * GLANCE or b"text/calendar" in raw:
        return False
    glance = parse(raw[: _body_begins(raw) + GLANCE], folder=folder)
    return len(glance.text) > LITTLE_TEXT and not may_concern_application(glance)


def _body_begins(raw: bytes) -> int:
    return max(raw.find(b"\n\n", 0, MAX_HEAD), raw.find(b"\n\r\n", 0, MAX_HEAD), 0)
