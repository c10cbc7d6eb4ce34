"""The parts of a mail, found with a stack and counted: no depth and no number can hurt."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from highroad.mail.charsets import decode
from highroad.mail.encoded_words import header_text
from highroad.mail.headers import Head, Span, read_head
from highroad.mail.problems import Problem
from highroad.mail.transfer import decode_transfer

MAX_PARTS = 2_000
MAX_DEPTH = 50
_MAX_SCAN = 200 * 1024 * 1024  # bytes looked through for boundaries, all levels together
_MAX_MISSES = 20_000
_MAX_INNER_HEAD = 32 * 1024
_MAX_INNER_MAIL = 8 * 1024 * 1024
_MAX_VALUE = 8 * 1024
_PARAMETER = re.compile(r';\s*([^\s=;"]{1,60})\s*=\s*(?:"((?:[^"\\]|\\.){0,2000})"|([^;]{0,2000}))')
_CONTINUED = re.compile(r"([^*]+)\*(\d{1,3})?(\*)?\Z")
_FIRST_LINE = re.compile(rb"\s{0,20}--([^\s-][^\r\n]{0,68}?)[ \t]*\r{0,2}\nContent-", re.I)


@dataclass(frozen=True, slots=True)
class Leaf:
    """One part that has no parts. `choice` numbers the multipart/alternative it stands in; 0 is none."""

    kind: str
    body: Span
    encoding: str = ""
    charset: str = ""
    name: str = ""
    attached: bool = False
    choice: int = 0
    head: Head | None = None  # of a forwarded mail, whose parts come next


@dataclass(frozen=True, slots=True)
class _Open:
    """A part not looked into yet."""

    head: Head
    depth: int
    usual: str
    choice: int


def leaves(head: Head, problems: list[Problem]) -> list[Leaf]:
    """Every leaf in the order of the mail; what could not be followed is added to `problems`."""
    stack = [_Open(head, 0, "text/plain", 0)]
    found: list[Leaf] = []
    scanned = 0
    while stack and len(found) < MAX_PARTS:
        part = stack.pop()
        kind, parameters = content_type(part.head.first(b"content-type"), part.usual)
        scanned += len(part.head.body) if kind.startswith("multipart/") else 0
        if part.depth >= MAX_DEPTH or scanned > _MAX_SCAN:
            problems.append(Problem.DEEP_PARTS)
            continue
        inner = list(_inside(part, kind, parameters, MAX_PARTS - len(found) - len(stack), problems))
        if kind == "message/rfc822":
            found.append(Leaf(kind, part.head.body, head=inner[0].head if inner else None))
        elif not inner:
            found.append(_leaf(part, kind, parameters))
        stack += reversed(inner)
    if stack:
        problems.append(Problem.MANY_PARTS)
    return found


def content_type(value: bytes, usual: str) -> tuple[str, dict[str, str]]:
    """The kind in lower case and its parameters; `usual` where the header is missing or makes no sense."""
    text = header_text(value[:_MAX_VALUE])
    kind = text.partition(";")[0].strip().lower()
    if kind.count("/") != 1 or " " in kind:
        kind = kind.split(" ")[0] if kind.split(" ")[0].count("/") == 1 else usual
    return kind, parameters(text)


def parameters(text: str) -> dict[str, str]:
    """The parameters of a header, those written in pieces (RFC 2231) put together."""
    plain: dict[str, str] = {}
    pieces: dict[str, list[tuple[int, bool, str]]] = {}
    for found in _PARAMETER.finditer(text):
        name, value = found[1].lower(), (found[2] if found[2] is not None else found[3]).strip()
        continued = _CONTINUED.match(name)
        if continued:
            piece = (int(continued[2] or 0), bool(continued[3]) or not continued[2], value)
            pieces.setdefault(continued[1], []).append(piece)
        else:
            plain.setdefault(name, value.replace('\\"', '"'))
    return plain | {name: _joined(parts) for name, parts in pieces.items()}


def _joined(pieces: list[tuple[int, bool, str]]) -> str:
    pieces.sort(key=lambda piece: piece[0])
    charset, quote, first = pieces[0][2].partition("''")
    if not quote:
        return "".join(piece[2] for piece in pieces)
    escaped = first + "".join(piece[2] for piece in pieces[1:])
    octets = decode_transfer(escaped.replace("=", "=3D").replace("%", "=").encode(), "quoted-printable")[0]
    return decode(octets, charset)[0]


def _inside(part: _Open, kind: str, parameters: dict[str, str], limit: int, problems: list[Problem]) -> Iterator[_Open]:
    """The parts of a part, if it has any."""
    if kind == "message/rfc822":
        yield _forwarded(part)
    if not kind.startswith("multipart/"):
        return
    body = part.head.body
    boundary = parameters.get("boundary", "").encode("utf-8", "replace")
    spans = split(body, boundary, limit + 1) if boundary else []
    if not spans and (guess := _FIRST_LINE.match(body.octets, body.start, min(body.end, body.start + 4096))):
        spans = split(body, guess[1], limit + 1)
        problems.append(Problem.ODD_PARTS)
    if len(spans) > limit:
        problems.append(Problem.MANY_PARTS)
    choice = body.start + 1 if kind == "multipart/alternative" else part.choice
    usual = "message/rfc822" if kind == "multipart/digest" else "text/plain"
    for span in spans[:limit]:
        yield _Open(read_head(span, limit=_MAX_INNER_HEAD), part.depth + 1, usual, choice)


def _forwarded(part: _Open) -> _Open:
    body = part.head.body
    encoding = header_text(part.head.first(b"content-transfer-encoding")).lower()
    if encoding in ("base64", "quoted-printable"):
        octets = decode_transfer(body.cut(_MAX_INNER_MAIL), encoding)[0]
        body = Span(octets, 0, len(octets))
    return _Open(read_head(without_preamble(body)), part.depth + 1, "text/plain", 0)


def without_preamble(part: Span) -> Span:
    """From the first line that says something: without blank lines, marks and the From_ line of an mbox."""
    octets, start = part.octets, part.start
    while start < part.end and octets[start] in b"\r\n\t \x00\xef\xbb\xbf":
        start += 1
    while octets.startswith((b"From ", b">From "), start):
        line = octets.find(b"\n", start, min(part.end, start + 1000))
        if line < 0:
            break
        start = line + 1
    return Span(octets, start, part.end)


def split(body: Span, boundary: bytes, limit: int) -> list[Span]:
    """The stretches between the lines that are the boundary, at most `limit`; a missing last line is forgiven."""
    octets, delimiter = body.octets, b"--" + boundary.rstrip()[:200]
    starts: list[tuple[int, int]] = []  # where each boundary line begins, and where the part below it does
    at = octets.find(delimiter, body.start, body.end)
    misses = 0
    while at >= 0 and len(starts) <= limit and misses < _MAX_MISSES:
        below = _line_ends(octets, at + len(delimiter), body.end)
        if below and (at == body.start or octets[at - 1] in b"\r\n"):
            starts.append((at, below))
        else:
            misses += 1
        at = octets.find(delimiter, at + len(delimiter), body.end)
    ends = [start for start, _ in starts[1:]] + [body.end]
    spans = [Span(octets, below, _before_newline(octets, end)) for (_, below), end in zip(starts, ends, strict=True)]
    return [span for (at, _), span in zip(starts, spans, strict=True) if not _closes(octets, at + len(delimiter))]


def _line_ends(octets: bytes, at: int, end: int) -> int:
    """Where the next line begins when nothing but blanks, or the closing dashes, is left of this one; else 0."""
    tail = octets[at : min(end, at + 80)]
    line, newline, _ = tail.partition(b"\n")
    if line.removeprefix(b"--").strip():
        return 0
    return at + len(line) + len(newline)


def _closes(octets: bytes, at: int) -> bool:
    return octets.startswith(b"--", at)


def _before_newline(octets: bytes, end: int) -> int:
    """Without the line end that belongs to the boundary below."""
    if end > 0 and octets[end - 1 : end] == b"\n":
        end -= 1
        while end > 0 and octets[end - 1 : end] == b"\r":
            end -= 1
    return end


def _leaf(part: _Open, kind: str, parameters: dict[str, str]) -> Leaf:
    disposition, more = content_type(b"x/" + part.head.first(b"content-disposition")[:_MAX_VALUE], "")
    return Leaf(
        kind=kind,
        body=part.head.body,
        encoding=header_text(part.head.first(b"content-transfer-encoding")),
        charset=parameters.get("charset", ""),
        name=header_text((more.get("filename") or parameters.get("name", "")).encode())[:200],
        attached=disposition == "x/attachment",
        choice=part.choice,
    )
