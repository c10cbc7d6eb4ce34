"""What a mail server's answers hold: numbers and mails, however it wrote them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from highroad.mail.parse import raw_digest

_UID = re.compile(rb"\bUID (\d{1,20})")
_SIZE = re.compile(rb"\bRFC822\.SIZE (\d{1,20})")
_BODY = re.compile(rb"\bBODY\[\](?:<\d+>)? ")
_SHORT = re.compile(rb'\bBODY\[\](?:<\d+>)? (?:NIL|"((?:[^"\\]|\\.)*)")')
TOO_LARGE = 2**32  # for any number of a mailbox, by RFC 9051


@dataclass(frozen=True, slots=True)
class Fetched:
    """A mail or its start, with its number in the folder and its whole size as the server counts it."""

    uid: int
    size: int
    raw: bytes


def numbers(found: Iterable[Any]) -> Iterator[int]:
    """The numbers a search found."""
    for line in found:
        for word in line.split() if isinstance(line, bytes) else ():
            if word.isdigit() and int(word) < TOO_LARGE:
                yield int(word)


def fetched(found: Iterable[Any]) -> Iterator[Fetched]:
    """Each mail of a FETCH answer. The words around it may stand in any order; a change of flags has no mail."""
    said, raw = b"", None
    for piece in found:
        if isinstance(piece, tuple):
            said += piece[0]
            raw = piece[1] if _BODY.search(piece[0]) else raw
        elif isinstance(piece, bytes):
            yield from _mail(said + b" " + piece, raw)
            said, raw = b"", None


def _mail(said: bytes, raw: bytes | None) -> Iterator[Fetched]:
    uid, size = _UID.search(said), _SIZE.search(said)
    if raw is None and (short := _SHORT.search(said)):
        raw = re.sub(rb"\\(.)", rb"\1", short[1] or b"")
    if uid and raw is not None:
        yield Fetched(int(uid[1]), int(size[1]) if size else len(raw), raw)


def uid_set(uids: Iterable[int]) -> str:
    """Numbers as the protocol writes them: 4:7,9."""
    runs: list[list[int]] = []
    for uid in uids:
        if runs and runs[-1][1] == uid - 1:
            runs[-1][1] = uid
        else:
            runs.append([uid, uid])
    return ",".join(str(first) if first == last else f"{first}:{last}" for first, last in runs)


def start_digest(start: bytes, size: int) -> bytes:
    """What a long mail is known by when only its start was read; nobody knows how its middle differs."""
    return raw_digest(start + b"\nRFC822.SIZE: %d" % size)
