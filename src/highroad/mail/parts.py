"""The parts of a mail, found with a stack and counted: no depth and no number can hurt."""

import re
from dataclasses import dataclass, replace

from highroad.mail.charsets import decode
from highroad.mail.encoded_words import header_text, one_line
from highroad.mail.headers import Head, Span, read_head
from highroad.mail.problems import Problem
from highroad.mail.transfer import decode_transfer

MAIL = "message/rfc822"
MAX_PARTS = 2_000
MAX_DEPTH = 50
_MAILS = ("message/global", "message/news", "message/partial")
_TOPS = ("text/", "multipart/", "message/", "application/", "image/", "audio/", "video/", "font/", "model/", "x-")
_MAX_SCAN = 200 * 1024 * 1024  # bytes looked through for boundaries, all levels together
_MAX_TRIES = 20_000
_MAX_INNER_HEAD = 16 * 1024
_MAX_DECODED = 8 * 1024 * 1024  # of mails forwarded in base64, all together
_MAX_VALUE = 8 * 1024
_PARAMETER = re.compile(r'[;\s]\s*([^\s=;"]{1,60})\s*=\s*(?:"((?:[^"\\]|\\.){0,2000})"|([^;]{0,2000}))')
_CONTINUED = re.compile(r"([^*]+)\*(\d{1,3})?(\*)?\Z")
_BLANK = re.compile(rb"[\s\x00\xef\xbb\xbf]+")
_FROM_LINE = re.compile(rb">?From [^\n]{0,1000}\n")
_MAX_FROM_LINES = 5
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
    flowed: bool = False
    blanks_deleted: bool = False  # at the ends of flowed lines
    head: Head | None = None  # of a forwarded mail, whose parts come next


@dataclass(frozen=True, slots=True)
class _Open:
    """A part not looked into yet."""

    head: Head
    depth: int
    usual: str
    choice: int


@dataclass(slots=True)
class _Bounds:
    """What was used up so far, and what was wrong."""

    problems: list[Problem]
    scanned: int = 0
    decoded: int = 0


def leaves(head: Head, problems: list[Problem]) -> list[Leaf]:
    """Every leaf in the order of the mail; what could not be followed is added to `problems`."""
    bounds = _Bounds(problems)
    stack = [_Open(head, 0, "text/plain", 0)]
    found: list[Leaf] = []
    while stack and len(found) < MAX_PARTS:
        part = stack.pop()
        kind, said = content_type(part.head.first(b"content-type"), part.usual)
        kind = MAIL if kind in _MAILS or said.get("name", "").lower().endswith(".eml") else kind
        if part.depth >= MAX_DEPTH:
            problems.append(Problem.DEEP_PARTS)
            continue
        inner = _inside(part, kind, said, bounds)[: MAX_PARTS + 1 - len(stack)]
        if kind == MAIL:
            found.append(replace(_leaf(part, kind, said), attached=False, head=inner[0].head))
        elif not inner:
            found.append(_leaf(part, "text/plain" if kind.startswith("multipart/") else kind, said))
        stack += reversed(inner)
    if stack:
        problems.append(Problem.MANY_PARTS)
    return found


def content_type(value: bytes, usual: str) -> tuple[str, dict[str, str]]:
    """The kind in lower case and its parameters; `usual` where the header is missing or makes no sense."""
    text = header_text(value[:_MAX_VALUE])
    kind = text.partition(";")[0].strip().lower()
    kind = kind.split(" ")[0] if kind else usual
    if kind.count("/") != 1 or not kind.startswith(_TOPS):
        kind = usual
    return kind, parameters(text)


def parameters(text: str) -> dict[str, str]:
    """The parameters of a header, those written in pieces (RFC 2231) put together."""
    plain: dict[str, str] = {}
    pieces: dict[str, list[tuple[int, bool, str]]] = {}
    for found in _PARAMETER.finditer(text):
        name, value = found[1].lower(), found[2] if found[2] is not None else found[3].strip()
        continued = _CONTINUED.match(name)
        if continued:
            piece = (int(continued[2] or 0), bool(continued[3]) or not continued[2], value)
            pieces.setdefault(continued[1], []).append(piece)
        else:
            plain.setdefault(name, value.strip().replace('\\"', '"'))
    return plain | {name: _joined(parts) for name, parts in pieces.items()}


def _joined(pieces: list[tuple[int, bool, str]]) -> str:
    pieces.sort(key=lambda piece: piece[0])
    charset, quote, first = pieces[0][2].partition("''")
    if not quote:
        return "".join(piece[2] for piece in pieces)
    escaped = first + "".join(piece[2] for piece in pieces[1:])
    octets = decode_transfer(escaped.replace("=", "=3D").replace("%", "=").encode(), "quoted-printable")[0]
    return decode(octets, charset)[0]


def _inside(part: _Open, kind: str, said: dict[str, str], bounds: _Bounds) -> list[_Open]:
    """The parts of a part, if it has any."""
    if kind == MAIL:
        return [_forwarded(part, bounds)]
    if not kind.startswith("multipart/"):
        return []
    body = part.head.body
    bounds.scanned += len(body)
    if bounds.scanned > _MAX_SCAN:
        bounds.problems.append(Problem.DEEP_PARTS)
        return []
    boundary = said.get("boundary", "").encode("utf-8", "replace")
    spans = split(body, boundary) or split(_undone(part, bounds), boundary)
    if not spans:
        bounds.problems.append(Problem.ODD_PARTS)
        guess = _FIRST_LINE.match(body.octets, body.start, min(body.end, body.start + 4096))
        spans = split(body, guess[1]) if guess else []
    choice = part.choice or (body.start + 1 if kind == "multipart/alternative" else 0)
    usual = MAIL if kind == "multipart/digest" else "text/plain"
    return [_Open(read_head(span, limit=_MAX_INNER_HEAD), part.depth + 1, usual, choice) for span in spans]


def _forwarded(part: _Open, bounds: _Bounds) -> _Open:
    """The mail inside a mail."""
    body = without_preamble(_undone(part, bounds))
    return _Open(read_head(body, limit=_MAX_INNER_HEAD), part.depth + 1, "text/plain", 0)


def _undone(part: _Open, bounds: _Bounds) -> Span:
    """What has parts of its own is not to be encoded; some programs do it all the same."""
    body = part.head.body
    encoding = header_text(part.head.first(b"content-transfer-encoding")).lower()
    if encoding not in ("base64", "quoted-printable"):
        return body
    octets = decode_transfer(body.cut(_MAX_DECODED - bounds.decoded), encoding)[0]
    bounds.decoded += len(octets)
    return Span(octets, 0, len(octets))


def without_preamble(part: Span) -> Span:
    """From the first line that says something: without blank lines, marks and the From_ line of an mbox."""
    start = _end_of(_BLANK, part, part.start)
    for _ in range(_MAX_FROM_LINES):
        start = _end_of(_FROM_LINE, part, start)
    return Span(part.octets, start, part.end)


def _end_of(pattern: re.Pattern[bytes], part: Span, start: int) -> int:
    found = pattern.match(part.octets, start, part.end)
    return found.end() if found else start


def split(body: Span, boundary: bytes) -> list[Span]:
    """The stretches between the lines that are the boundary, at most 2,001; a missing last line is forgiven."""
    octets, delimiter = body.octets, b"--" + boundary.rstrip()[:200]
    lines: list[tuple[int, int]] = []  # where each boundary line begins, and where the part below it does
    at = octets.find(delimiter, body.start, body.end) if boundary else -1
    tries = 0
    while at >= 0 and len(lines) <= MAX_PARTS and tries < _MAX_TRIES:
        tries += 1
        below = _line_ends(octets, at + len(delimiter), body.end)
        if below and (at == body.start or octets[at - 1] in b"\r\n"):
            lines.append((at, below))
        at = octets.find(delimiter, at + len(delimiter), body.end)
    ends = [start for start, _ in lines[1:]] + [body.end]
    return [
        Span(octets, below, _before_newline(octets, end))
        for (start, below), end in zip(lines, ends, strict=False)
        if not octets.startswith(b"--", start + len(delimiter))  # the closing line, with nothing below
    ]


def _line_ends(octets: bytes, at: int, end: int) -> int:
    """Where the next line begins when nothing but blanks, or the closing dashes, is left of this one; else 0."""
    tail = octets[at : min(end, at + 80)]
    line, newline, _ = tail.partition(b"\n")
    if line.removeprefix(b"--").strip():
        return 0
    return at + len(line) + len(newline)


def _before_newline(octets: bytes, end: int) -> int:
    """Without the line end that belongs to the boundary below."""
    if end > 0 and octets[end - 1 : end] == b"\n":
        end -= 1
        while end > 0 and octets[end - 1 : end] == b"\r":
            end -= 1
    return end


def _leaf(part: _Open, kind: str, said: dict[str, str]) -> Leaf:
    disposition = header_text(part.head.first(b"content-disposition")[:_MAX_VALUE])
    name = parameters(disposition).get("filename") or said.get("name", "")
    return Leaf(
        kind=kind,
        body=part.head.body,
        encoding=header_text(part.head.first(b"content-transfer-encoding")),
        charset=said.get("charset", ""),
        name=one_line(name)[:200],
        attached=disposition.lower().startswith("attachment"),
        choice=part.choice,
        flowed=said.get("format", "").lower() == "flowed",
        blanks_deleted=said.get("delsp", "").lower() == "yes",
    )
