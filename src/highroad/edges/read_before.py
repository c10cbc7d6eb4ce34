"""Whether an mbox is the one that was read before, byte for byte, or the same with more mail below."""

import os
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from highroad.edges.mbox import mail_begins
from highroad.edges.sources import Kind, Source

BLOCK = 8 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class ReadBefore:
    """An mbox as it was when it was read to its end: its bytes, its mails, and a checksum of each 8 MB."""

    size: int
    messages: int
    checksums: tuple[int, ...]


def as_it_is(source: Source, *, before: os.stat_result, messages: int) -> ReadBefore | None:
    """What was read just now; None when the file was changed since `before`, or is no mbox."""
    if source.kind is not Kind.MBOX or source.size != before.st_size:
        return None
    read = ReadBefore(before.st_size, messages, tuple(_checksums(source.path, before.st_size)))
    return read if _same(before, source.path.stat()) else None


def is_unchanged(source: Source, read: ReadBefore) -> bool:
    """Whether every byte that was read stands there still, with nothing below it or with a new mail."""
    if source.kind is not Kind.MBOX or source.size < read.size:
        return False
    below = source.size > read.size
    with source.path.open("rb") as stream:
        if below and not mail_begins(stream, read.size):
            return False
    found = _checksums(source.path, read.size)
    return all(one == other for one, other in zip(found, read.checksums, strict=True))


def _checksums(path: Path, size: int) -> Iterator[int]:
    """CRC-32 of each block; no flipped bit, no moved mail escapes it, and 3 GB take a second."""
    with path.open("rb") as stream:
        for start in range(0, size, BLOCK):
            yield zlib.crc32(stream.read(min(BLOCK, size - start)))


def _same(one: os.stat_result, other: os.stat_result) -> bool:
    return (one.st_size, one.st_mtime_ns, one.st_ctime_ns) == (other.st_size, other.st_mtime_ns, other.st_ctime_ns)
