"""Which parts of a mail are its text, and that text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from highroad.mail.charsets import decode
from highroad.mail.encoded_words import header_text
from highroad.mail.flowed import unflowed
from highroad.mail.html import html_text
from highroad.mail.inline import only_text
from highroad.mail.parts import MAIL, MAX_PARTS, Leaf
from highroad.mail.problems import Problem
from highroad.mail.tidy import tidy
from highroad.mail.transfer import decode_transfer
from highroad.mail.winmail import body_of
from highroad.words.content import load_toml

FORWARDED = "---------- Forwarded message ----------"
MAX_LETTERS = 1_000_000  # of all parts together
_MAX_OCTETS = 4_000_000  # of all texts together, as they were sent
_MAX_HTML = 1_000_000  # letters of all HTML together; 3 MB of nothing but tags would take a second
_SHORT = 100  # letters of a plain half that may be no more than a preview of the other
_ENCRYPTED = ("application/pgp-encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime")
_CALENDARS = ("text/calendar", "application/ics")
_PICTURE = re.compile(rb"data:image/[^\"'\s)>]{1000,}")
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s{0,3}=\s{0,3}[\"']?([\w-]{1,40})", re.I)
_TAGS = re.compile(r"\s{0,200}<[a-z!]", re.I)
_HTML_BEGINS = re.compile(r"\s{0,200}<(?:!doctype html|html|head|body|div|p|table|span|meta|center)\b", re.I)


@dataclass(frozen=True, slots=True)
class Content:
    """What the parts of a mail hold for a reader."""

    text: str
    calendars: tuple[str, ...]
    attachments: tuple[str, ...]


@dataclass(slots=True)
class Bounds:
    """How much may still be read of one mail, and what was wrong so far."""

    problems: list[Problem] = field(default_factory=list)
    octets: int = _MAX_OCTETS
    html: int = _MAX_HTML
    files: list[str] = field(default_factory=list)  # that stand in the text itself


def read_content(parts: list[Leaf], problems: list[Problem]) -> Content:
    """The text, the calendar parts and the names of the files; a mail without any words has a problem."""
    bounds = Bounds(problems)
    text = "\n\n".join(_readable(parts, bounds))
    if len(text) > MAX_LETTERS:
        problems.append(Problem.LONG_TEXT)
    calendars = _calendars(parts, bounds)
    if not text and not calendars and Problem.ENCRYPTED not in problems:
        problems.append(Problem.ENCRYPTED if any(part.kind in _ENCRYPTED for part in parts) else Problem.NO_TEXT)
    names = [*(part.name for part in parts if part.name), *bounds.files]
    return Content(text[:MAX_LETTERS], calendars, tuple(names[:MAX_PARTS]))


def _readable(parts: list[Leaf], bounds: Bounds) -> Iterator[str]:
    """The text a person would read: plain where it is readable, else HTML; attached texts only for want of others."""
    shown = [part for part in parts if part.kind in _READERS and not part.attached]
    if all(part.kind == MAIL for part in shown):
        shown = [part for part in parts if part.kind in (*_READERS, *_WINMAIL) or part.kind.startswith("text/")]
        shown = [part for part in shown if part.kind not in _CALENDARS]
    for choice, group in groupby(shown, key=lambda part: part.choice):
        read = _better_half if choice else _each_once
        yield from read(list(group), bounds)


def _better_half(parts: list[Leaf], bounds: Bounds) -> list[str]:
    """Of an alternative the plain half; the HTML where that is empty, says where to look, or is only a preview."""
    plain = _texts([part for part in parts if part.kind == "text/plain"], bounds)
    words = "\n".join(plain)
    if len(words) > _SHORT and not _points_elsewhere(words):
        return plain
    rich = _texts([part for part in parts if part.kind != "text/plain"], bounds)
    return rich if _points_elsewhere(words) or sum(map(len, rich)) > 3 * len(words) else plain or rich


def _each_once(parts: list[Leaf], bounds: Bounds) -> list[str]:
    """Some programs send both halves without saying that they are the same."""
    return list({"".join(text.split()): text for text in reversed(_texts(parts, bounds))}.values())[::-1]


def _texts(parts: list[Leaf], bounds: Bounds) -> list[str]:
    return [text for part in parts if (text := (_READERS | _WINMAIL).get(part.kind, _plain)(part, bounds))]


def _points_elsewhere(text: str) -> bool:
    """A plain half that only says "view this mail in your browser", and not what the mail says."""
    low = text.lower() if len(text) < 600 else ""
    return any(phrase in low for phrase in load_toml("highroad.mail", "content/reading.toml")["see_elsewhere"])


def _plain(part: Leaf, bounds: Bounds) -> str:
    text = _decoded(_octets(part, bounds), part.charset, bounds)
    if part.flowed:
        text = unflowed(text, blanks_deleted=part.blanks_deleted)
    text, files, encrypted = only_text(text)
    bounds.files += files
    bounds.problems += [Problem.ENCRYPTED] if encrypted else []
    return visible(text, bounds) if looks_like_html(text) else tidy(text)


def looks_like_html(text: str) -> bool:
    """HTML that was not said to be HTML."""
    return bool(_HTML_BEGINS.match(text)) and "</" in text


def _html(part: Leaf, bounds: Bounds) -> str:
    octets = _octets(part, bounds)
    if b"data:image/" in octets:
        octets = _PICTURE.sub(b"", octets)
    named = None if part.charset else _CHARSET.search(octets[:4096])
    return visible(_decoded(octets, named[1].decode() if named else part.charset, bounds), bounds)


def _winmail(part: Leaf, bounds: Bounds) -> str:
    body, charset = body_of(_octets(part, bounds))
    text = _decoded(body, charset, bounds)
    return visible(text, bounds) if _TAGS.match(text) else tidy(text)


def visible(html: str, bounds: Bounds) -> str:
    """The words of HTML that a person would see, in lines."""
    if len(html) > bounds.html:
        bounds.problems.append(Problem.LONG_TEXT)
    text, in_order = html_text(html[: bounds.html].replace("\x00", ""))
    bounds.html = max(0, bounds.html - len(html))
    if not in_order:
        bounds.problems.append(Problem.ODD_HTML)
    return tidy(text)


def _octets(part: Leaf, bounds: Bounds) -> bytes:
    if len(part.body) > bounds.octets:
        bounds.problems.append(Problem.LONG_TEXT)
    octets, damage = decode_transfer(part.body.cut(bounds.octets), part.encoding)
    bounds.octets = max(0, bounds.octets - len(part.body))
    bounds.problems += [damage] if damage else []
    return octets


def _decoded(octets: bytes, charset: str, bounds: Bounds) -> str:
    text, wrong = decode(octets, charset)
    bounds.problems += [wrong] if wrong else []
    if len(text) > MAX_LETTERS:
        bounds.problems.append(Problem.LONG_TEXT)
    return text[:MAX_LETTERS]


def _forwarded(part: Leaf, _bounds: Bounds) -> str:
    """The lines above a forwarded mail, as mail programs write them, with whom it is from."""
    names = (b"from", b"date", b"subject", b"to")
    fields = [(name.decode().capitalize(), header_text(part.head.first(name)) if part.head else "") for name in names]
    return "\n".join([FORWARDED, *(f"{name}: {value}" for name, value in fields if value)])


_READERS = {
    "text/plain": _plain,
    "text/html": _html,
    "text/enriched": _html,
    "application/xhtml+xml": _html,
    MAIL: _forwarded,
}
_WINMAIL = {"application/ms-tnef": _winmail, "application/vnd.ms-tnef": _winmail}  # only for want of others


def _calendars(parts: list[Leaf], bounds: Bounds) -> tuple[str, ...]:
    """The text of each calendar part, each once."""
    dates = [part for part in parts if part.kind in _CALENDARS or part.name.lower().endswith(".ics")]
    texts = [_decoded(_octets(part, bounds), part.charset, bounds).replace("\r\n", "\n") for part in dates]
    return tuple(dict.fromkeys(text for text in texts if "BEGIN:VCALENDAR" in text))
