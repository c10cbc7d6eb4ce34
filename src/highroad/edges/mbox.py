"""Split an mbox into its mails, chunk by chunk: constant memory whatever the size."""

import re
from collections.abc import Iterator
from typing import IO

from highroad.edges.found import MOST

_CHUNK = 1024 * 1024
_LARGEST_CHUNK = 8 * _CHUNK
_LOOK_AHEAD = 1024
_TOO_LONG = MOST + _LOOK_AHEAD  # a mail with its From_ line
_DAY = rb"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),?[ \t]{1,3}"
_MONTH = rb"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[ \t]{1,3}"
_CLOCK = rb"\d?\d:\d\d"
_DATE = (
    _DAY + rb"(?:" + _MONTH + rb"\d?\d|\d?\d[ \t]{1,3}" + _MONTH + rb"\d{4})[ \t]{1,3}" + _CLOCK
    + rb"|\d{4}-\d\d-\d\d[T ]" + _CLOCK
)  # fmt: skip
_BARE = rb"-?\r?\n(?=[A-Z][!-9;-~]{1,60}:)"  # as Thunderbird writes it now, without a date
_DATED = rb"(?:[^ \t\n]{1,300}[ \t]{1,3}){0,6}?(?:" + _DATE + rb")"
_MAY_BEGIN = b"\nFrom "
_FROM_LINE = re.compile(rb"From " + _DATED + rb"[^\n]{0,80}(?:\n|\Z)")
_BARE_LINE = re.compile(rb"From " + _BARE)
_HEAD = re.compile(rb">?From [^\n]|[!-9;-~]{1,100}[ \t]*:")
_NOTHING = re.compile(rb"\r?\n|\Z|From ")


def is_mbox(start: bytes) -> bool:
    """Whether a file that begins so is an mbox: a From_ line with its date, perhaps below empty lines."""
    start = start.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    return bool(_FROM_LINE.match(start) or _BARE_LINE.match(start))


def split(stream: IO[bytes], *, start: int = 0) -> Iterator[tuple[bytes, int]]:
    """Each mail from byte `start` on without its From_ line, and the byte the next one begins at.

    `stream` stands at `start`, which is 0 or came with an earlier mail. Words above the first From_ line are a mail
    of their own: nothing is passed over. Of a mail over 50 MB only the beginning is kept.
    """
    kept = b""  # the beginning of a mail that is too long
    buffer, base, looked = b"", start, 0  # what was read, where it begins in the file, how far it was looked through
    at_end = False
    while not at_end:
        chunk = stream.read(min(max(_CHUNK, len(buffer)), _LARGEST_CHUNK))  # larger within a large mail
        at_end = not chunk
        buffer += chunk
        begin = 0
        for at in _mails_begin(buffer, looked, at_end=at_end):
            yield from _mail(kept or buffer, 0 if kept else begin, len(kept) or at, base + at)
            kept, begin = b"", at
        looked = len(buffer) - _LOOK_AHEAD
        if len(buffer) - begin > _TOO_LONG:
            kept, begin = kept or buffer[begin : begin + _TOO_LONG], looked
        buffer, base, looked = buffer[begin:], base + begin, max(0, looked - begin)
    yield from _mail(kept or buffer, 0, len(kept or buffer), base + len(buffer))


def next_mail(stream: IO[bytes], at: int) -> int:
    """The byte that some mail after `at` begins at, or the end: where the piece of a mail that stands at `at` ends."""
    stream.seek(at)
    return next((position for _, position in split(stream, start=at)), at)


def mail_begins(stream: IO[bytes], at: int) -> bool:
    """Whether a mail begins at this very byte, below another."""
    base = max(0, at - len(b"\n\r\n"))
    stream.seek(base)
    return at - base in _mails_begin(stream.read(2 * _LOOK_AHEAD), 0, at_end=True)


def _mails_begin(buffer: bytes, start: int, *, at_end: bool) -> Iterator[int]:
    """Where mails begin after `start`; the last kilobyte waits for what follows, unless the file has ended."""
    limit = len(buffer) if at_end else len(buffer) - _LOOK_AHEAD
    begin = buffer.find(_MAY_BEGIN, start) + 1
    while 0 < begin <= limit:
        if _begins_a_mail(buffer, begin):
            yield begin
        begin = buffer.find(_MAY_BEGIN, begin) + 1


def _begins_a_mail(buffer: bytes, at: int) -> bool:
    """A From_ line with a head below it, or with nothing at all between empty lines; a sentence has neither."""
    after_blank = buffer[max(0, at - 3) : at].endswith((b"\n\n", b"\n\r\n"))
    line = _FROM_LINE.match(buffer, at)
    if not line:
        return after_blank and bool(_BARE_LINE.match(buffer, at))
    return bool(_HEAD.match(buffer, line.end()) or (after_blank and _NOTHING.match(buffer, line.end())))


def _mail(buffer: bytes, start: int, end: int, position: int) -> Iterator[tuple[bytes, int]]:
    """The mail as it was before it was put into the file; empty lines above the first mail are none."""
    line = _FROM_LINE.match(buffer, start, end) or _BARE_LINE.match(buffer, start, end)
    if not line and not buffer[start:end].strip():
        return
    begin = line.end() if line else start
    if buffer.endswith((b"\n\n", b"\n\r\n"), begin, end):
        end -= 2 if buffer[end - 2 : end] == b"\r\n" else 1
    raw = buffer[begin : min(end, begin + MOST)]
    yield _unquoted(raw) if b">From " in raw else raw, position


def _unquoted(raw: bytes) -> bytes:
    """One arrow less before each "From " at the head of a line."""
    for arrows in (b"", b">", b">>"):
        raw = raw.replace(b"\n>" + arrows + b"From ", b"\n" + arrows + b"From ")
    return raw
