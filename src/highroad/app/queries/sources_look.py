"""Look at the mails of a source in batches small enough to be written while a page waits."""

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from highroad.app.models import OwnerRow, SeenRow, SourceRow
from highroad.app.queries.addresses import mine
from highroad.edges.found import Found
from highroad.events.recognise import READER_VERSION
from highroad.events.sift import Sifted, Verdict, sift
from highroad.mail.message import Message
from highroad.mail.parse import parse, raw_digest

log = logging.getLogger(__name__)

CHUNK_MAILS = 200
CHUNK_BYTES = 4 * 1024 * 1024
KEPT_IN_BATCH = 15  # storing and rebuilding these takes 30 ms, seldom 100
SAMPLE = 400
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


def looks_in_batches(
    owner: OwnerRow, mails: Iterable[Found], *, since: date | None = None, guessed: frozenset[str] = frozenset()
) -> Iterator[list[Look]]:
    """Every mail of a source, in its order; `guessed` are the user's addresses as long as none are stored."""
    for chunk in _chunks(mails):
        looks = _look_at(chunk, known=_known(owner, chunk), own=mine(owner) or guessed, since=since)
        yield from _batches(looks)


def heads(mails: Iterable[Found]) -> Iterator[Message]:
    """The first mails of a source without their bodies."""
    for mail in islice(mails, SAMPLE):
        yield parse(mail.raw[:HEAD_BYTES].partition(b"\n\n")[0] + b"\n\n", folder=mail.folder)


def digest_of(mail: Found) -> bytes:
    """What this mail is known by; an empty file is told from others by where it lies."""
    return raw_digest(mail.raw if mail.raw.strip() else mail.where.encode("utf-8", "surrogateescape"))


def _chunks(mails: Iterable[Found]) -> Iterator[list[Found]]:
    chunk: list[Found] = []
    held = 0
    for mail in mails:
        chunk.append(mail)
        held += len(mail.raw)
        if len(chunk) >= CHUNK_MAILS or held >= CHUNK_BYTES:
            yield chunk
            chunk, held = [], 0
    if chunk:
        yield chunk


def _known(owner: OwnerRow, chunk: list[Found]) -> set[bytes]:
    rows = SeenRow.objects.filter(owner=owner, digest__in=map(digest_of, chunk), reader_version=READER_VERSION)
    return {bytes(digest) for digest in rows.values_list("digest", flat=True)}


def _look_at(chunk: list[Found], *, known: set[bytes], own: frozenset[str], since: date | None) -> Iterator[Look]:
    for mail in chunk:
        digest = digest_of(mail)
        if since and _sent_before(mail, since):
            yield Look(digest, mail.where, mail.position, too_old=True)
        elif digest in known:
            yield Look(digest, mail.where, mail.position)
        else:
            known.add(digest)
            yield Look(digest, mail.where, mail.position, _sifted(mail, own))


def _sifted(mail: Found, own: frozenset[str]) -> Sifted:
    """What the mail is; one that breaks the reader is kept as unreadable, or it would stop every mail after it."""
    try:
        return sift(mail.raw, folder=mail.folder, mine=own)
    except Exception as error:
        log.error("the reader broke on a mail: %s", type(error).__name__)  # not its words, which are private
        return Sifted(Verdict.UNREADABLE, Message(key="", problems=(str(ReaderBroke.__doc__),)), with_problems=True)


def _sent_before(mail: Found, since: date) -> bool:
    [message] = heads([mail])
    return message.sent_at is not None and message.sent_at.date() < since


def _batches(looks: Iterable[Look]) -> Iterator[list[Look]]:
    batch: list[Look] = []
    kept = 0
    for look in looks:
        batch.append(look)
        kept += look.sifted is not None and look.sifted.message is not None
        if kept >= KEPT_IN_BATCH:
            yield batch
            batch, kept = [], 0
    if batch:
        yield batch


def without_copies(batches: Iterable[list[Look]]) -> Iterator[list[Look]]:
    """Each mail about an application once: a look that stores nothing cannot find the copy in the record."""
    keys: set[str] = set()
    for batch in batches:
        yield [_unless_copy(look, keys) for look in batch]


def _unless_copy(look: Look, keys: set[str]) -> Look:
    key = look.sifted.message.key if look.sifted and look.sifted.message else ""
    if key in keys:
        return replace(look, sifted=None)
    if key:
        keys.add(key)
    return look


def count(source: SourceRow, looks: Iterable[Look]) -> None:
    """Add looks to what a source has counted; every mail is counted in `messages`."""
    for look in looks:
        verdict = look.sifted.verdict if look.sifted else None
        source.messages += 1
        source.already_known += verdict is None and not look.too_old
        source.about_applications += verdict is Verdict.ABOUT
        source.unreadable += verdict is Verdict.UNREADABLE
        source.with_problems += verdict is not Verdict.UNREADABLE and bool(look.sifted and look.sifted.with_problems)
        source.position = look.position
