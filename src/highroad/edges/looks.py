"""What a look at each mail of a source finds, before anything is stored."""

import logging
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date

from highroad.edges.found import Found
from highroad.events.sift import Sifted, Verdict, sift
from highroad.mail.message import Message
from highroad.mail.parse import parse, raw_digest

log = logging.getLogger(__name__)

HEAD_BYTES = 8 * 1024


class ReaderBroke(Exception):
    """Our reader broke on this mail. It is where it was, and a newer reader will try again."""


@dataclass(frozen=True, slots=True)
class Look:
    """One mail looked at. `sifted` is None when it is known already or older than asked for."""

    digest: bytes
    where: str
    position: int
    sifted: Sifted | None = None
    too_old: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """How to look: whose mail it is, from which day on, and the digests of mails that are known already."""

    mine: frozenset[str] = frozenset()
    since: date | None = None
    known: AbstractSet[bytes] = frozenset()


def look_at(mails: Iterable[Found], asked: Asked) -> Iterator[Look]:
    """A look at each mail, in order."""
    for mail in mails:
        digest = digest_of(mail)
        if asked.since and _sent_before(mail, asked.since):
            yield Look(digest, mail.where, mail.position, too_old=True)
        elif digest in asked.known:
            yield Look(digest, mail.where, mail.position)
        else:
            yield Look(digest, mail.where, mail.position, sifted(mail, asked.mine))


def heads(mails: Iterable[Found]) -> Iterator[Message]:
    """The mails without their bodies."""
    for mail in mails:
        yield parse(mail.raw[:HEAD_BYTES].partition(b"\n\n")[0] + b"\n\n", folder=mail.folder)


def digest_of(mail: Found) -> bytes:
    """What this mail is known by; an empty file is told from others by where it lies."""
    return raw_digest(mail.raw if mail.raw.strip() else mail.where.encode("utf-8", "surrogateescape"))


def sifted(mail: Found, own: frozenset[str]) -> Sifted:
    """What the mail is; one that breaks the reader is kept as unreadable, or it would stop every mail after it."""
    try:
        return sift(mail.raw, folder=mail.folder, mine=own)
    except Exception as error:
        log.error("the reader broke on a mail: %s", type(error).__name__)  # not its words, which are private
        return Sifted(Verdict.UNREADABLE, Message(key="", problems=(str(ReaderBroke.__doc__),)), with_problems=True)


def _sent_before(mail: Found, since: date) -> bool:
    [message] = heads([mail])
    return message.sent_at is not None and message.sent_at.date() < since
