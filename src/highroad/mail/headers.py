"""The head of a mail or of a part: where it ends, and its fields as they stand."""

import re
from dataclasses import dataclass, field

from highroad.mail.problems import Problem

MAX_HEAD = 256 * 1024
_MAX_COPY = 4 * 1024 * 1024
BLANK_LINE = re.compile(rb"\n\r{0,3}\n")
_NEW_LINE = re.compile(rb"\r+\n?")
_FOLD = re.compile(rb"\n[ \t]+")
_MAX_NAME = 100
_WENT_ON = -1  # fields came below the line without sense
_KNOWN = frozenset(
    b"from to cc subject date message-id received return-path delivered-to mime-version content-type sender reply-to"
    b" content-transfer-encoding content-disposition content-id in-reply-to references envelope-to x-mailer"
    b" content-description x-gmail-labels x-gm-thrid dkim-signature list-id bcc x-original-to status".split()
)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of bytes that is not copied until it is read."""

    octets: bytes
    start: int
    end: int

    def __len__(self) -> int:
        return max(0, self.end - self.start)

    def cut(self, limit: int) -> bytes:
        """The bytes themselves, at most `limit` of them."""
        return self.octets[self.start : min(self.end, self.start + limit)]


@dataclass(frozen=True, slots=True)
class Head:
    """The fields by their names in lower case, each with its values in order, and the body below them."""

    fields: dict[bytes, list[bytes]]
    body: Span
    problems: list[Problem] = field(default_factory=list)

    def first(self, name: bytes) -> bytes:
        """The first value of a field, or nothing."""
        return next(iter(self.fields.get(name, ())), b"")

    def all(self, name: bytes) -> bytes:
        """Every value of a field that should stand once but may stand more often, as one list."""
        return b", ".join(self.fields.get(name, ()))


def read_head(part: Span, *, limit: int = MAX_HEAD) -> Head:
    """The head of `part`; without a line we know at its top, all of it is body."""
    end, below = _head_ends(part, limit)
    lines = _lines(part.octets[part.start : min(end, part.start + limit)])
    fields, odd, left_over = _fields(lines)
    problems = [Problem.LONG_HEAD] if end - part.start > limit else []
    if _KNOWN.isdisjoint(fields):
        return Head({}, part, problems)
    body = Span(part.octets, below, part.end)
    if left_over:  # a text that begins without the blank line above it
        text = b"\n".join(left_over) + part.octets[end : min(part.end, end + _MAX_COPY)]
        body = Span(text, 0, len(text))
    return Head(fields, body, [*problems, *([Problem.ODD_HEAD] if odd else [])])


def _head_ends(part: Span, limit: int) -> tuple[int, int]:
    """Where the head ends and where the body begins."""
    if part.octets.startswith((b"\n", b"\r\n"), part.start):
        return part.start, part.octets.index(b"\n", part.start) + 1
    found = BLANK_LINE.search(part.octets, part.start, min(part.end, part.start + limit + 2))
    if found:
        return found.start(), found.end()
    ends = [
        (at, at + len(blank))
        for blank in (b"\n\n", b"\n\r\n")
        if (at := part.octets.find(blank, part.start + limit, part.end)) >= 0
    ]
    return min(ends, default=(part.end, part.end))


def _lines(head: bytes) -> list[bytes]:
    """One line a field, whatever ended its lines and however it was folded."""
    if b"\r" in head:
        head = _NEW_LINE.sub(b"\n", head) if b"\r\r" in head else head.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return _FOLD.sub(b" ", head).split(b"\n")


def _fields(lines: list[bytes]) -> tuple[dict[bytes, list[bytes]], bool, list[bytes]]:
    """The fields, whether a line made no sense, and the lines from it on when they are text already."""
    fields: dict[bytes, list[bytes]] = {}
    odd: int | None = None
    for at, line in enumerate(lines):
        name, colon, value = line.partition(b":")
        name = name.rstrip().lower()
        if colon and name.isascii() and 0 < len(name) <= _MAX_NAME and b" " not in name:
            if odd is None or name in _KNOWN or odd < 0:
                odd = odd if odd is None else _WENT_ON
                fields.setdefault(name, []).append(value.strip())
        elif odd is None and line.strip(b" \t\x00") and not line.startswith((b"From ", b">From ")):
            odd = at
    return fields, odd is not None, lines[odd:] if odd is not None and odd >= 0 else []
