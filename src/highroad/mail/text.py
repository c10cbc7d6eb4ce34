"""Which parts of a mail are its text, and that text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, islice

from highroad.mail.charsets import decode
from highroad.mail.encoded_words import header_text
from highroad.mail.html import html_text
from highroad.mail.parts import Leaf
from highroad.mail.problems import Problem
from highroad.mail.transfer import decode_transfer
from highroad.words.content import load_toml

MAX_TEXT = 1_000_000  # letters of all parts together
_MAX_PART = 3_000_000  # bytes of one part, still encoded
_ENCRYPTED = ("application/pgp-encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime")
_CALENDARS = ("text/calendar", "application/ics")
_MAX_CALENDARS = 20
_UNSEEN = "\x00-\x08\x0e-\x1f\x7f\xad\u034f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
_BREAKS = "\x0b\x0c\x85\u2028\u2029"
_BLANKS = "\xa0\u2007\u202f"
_UNUSUAL = re.compile(f"[{_UNSEEN}{_BREAKS}{_BLANKS}]")
_BLANK_LINES = re.compile(r"\n{3,}")


@dataclass(frozen=True, slots=True)
class Content:
    """What the parts of a mail hold for a reader."""

    text: str
    calendars: tuple[str, ...]
    attachments: tuple[str, ...]


def read_content(parts: list[Leaf], problems: list[Problem]) -> Content:
    """The text, the calendar parts and the names of the files; a mail without any words has a problem."""
    content = Content(_text(parts, problems), _calendars(parts, problems), _file_names(parts))
    if not content.text and not content.calendars:
        problems.append(Problem.ENCRYPTED if any(part.kind in _ENCRYPTED for part in parts) else Problem.NO_TEXT)
    return content


def _text(parts: list[Leaf], problems: list[Problem]) -> str:
    """The text a person would read: plain where it is readable, else HTML, forwarded mail below its own line."""
    out: list[str] = []
    room = MAX_TEXT
    for choice, group in groupby(_readable(parts), key=lambda part: part.choice):
        for text in _texts(choice, list(group), problems):
            out.append(text[:room])
            room -= len(text)
            if room <= 0:
                problems.append(Problem.LONG_TEXT)
                return "\n\n".join(out)
    return "\n\n".join(out)


def _readable(parts: list[Leaf]) -> list[Leaf]:
    """The parts that are text; attached texts only where there is no other."""
    shown = [part for part in parts if part.kind in _READERS and not part.attached]
    if any(part.kind != "message/rfc822" for part in shown):
        return shown
    return [part for part in parts if part.kind in _READERS or part.kind.startswith("text/")]


def _texts(choice: int, parts: list[Leaf], problems: list[Problem]) -> Iterator[str]:
    """One group: everything in it, or the better half of an alternative; nothing twice."""
    if choice:
        plain = [text for part in parts if part.kind == "text/plain" if (text := _read(part, problems))]
        if plain and not _points_elsewhere("\n".join(plain)):
            yield from plain
            return
        rich = [text for part in parts if part.kind != "text/plain" if (text := _read(part, problems))]
        yield from rich or plain
        return
    said: set[str] = set()
    for part in parts:
        text = _read(part, problems)
        words = "".join(text.split())
        if words and words not in said:
            said.add(words)
            yield text


def _points_elsewhere(text: str) -> bool:
    """A plain half that only says "view this mail in your browser", and not what the mail says."""
    if len(text) > 600:
        return False
    low = text.lower()
    return any(phrase in low for phrase in load_toml("highroad.mail", "content/reading.toml")["see_elsewhere"])


def _read(part: Leaf, problems: list[Problem]) -> str:
    return _READERS.get(part.kind, _plain)(part, problems)


def _plain(part: Leaf, problems: list[Problem]) -> str:
    text = _decoded(part, problems)
    if text[:1000].lstrip().lower().startswith(("<html", "<!doctype html")):
        return visible(text, problems)
    return tidy(text)


def _html(part: Leaf, problems: list[Problem]) -> str:
    return visible(_decoded(part, problems), problems)


def visible(html: str, problems: list[Problem]) -> str:
    """The words of HTML that a person would see, in lines."""
    text, in_order = html_text(html.replace("\x00", ""))
    if not in_order:
        problems.append(Problem.ODD_HTML)
    return tidy(text)


def _decoded(part: Leaf, problems: list[Problem]) -> str:
    if len(part.body) > _MAX_PART:
        problems.append(Problem.LONG_TEXT)
    octets, damage = decode_transfer(part.body.cut(_MAX_PART), part.encoding)
    text, wrong = decode(octets, part.charset)
    problems += [problem for problem in (damage, wrong) if problem]
    return text


def tidy(text: str) -> str:
    """Lines ended by one newline, without letters nobody sees, and never more than one empty line."""
    if "\r" in text:
        text = text.replace("\r\r\n", "\n").replace("\r\n", "\n").replace("\r", "\n")
    if _UNUSUAL.search(text):
        text = _UNUSUAL.sub(_usual, text)
    lines = "\n".join(map(str.rstrip, text.split("\n")))
    return _BLANK_LINES.sub("\n\n", lines).strip("\n")


def _usual(letter: re.Match[str]) -> str:
    """What stands for an unusual blank or line end; nothing for letters nobody sees."""
    if letter[0] in _BREAKS:
        return "\n"
    return " " if letter[0] in _BLANKS else ""


def _forwarded(part: Leaf, _problems: list[Problem]) -> str:
    """The line above a forwarded mail, as mail programs write it, with whom it is from."""
    if not part.head:
        return ""
    names = (b"from", b"date", b"subject", b"to")
    fields = [(name.decode().capitalize(), header_text(part.head.first(name))) for name in names]
    return "\n".join([FORWARDED, *(f"{name}: {value}" for name, value in fields if value)])


FORWARDED = "---------- Forwarded message ----------"
_READERS = {"text/plain": _plain, "text/html": _html, "text/enriched": _html, "message/rfc822": _forwarded}


def _calendars(parts: list[Leaf], problems: list[Problem]) -> tuple[str, ...]:
    """The text of each calendar part, each once."""
    dates = (part for part in parts if part.kind in _CALENDARS or part.name.lower().endswith(".ics"))
    texts = [_decoded(part, problems).replace("\r\n", "\n") for part in islice(dates, _MAX_CALENDARS)]
    return tuple(dict.fromkeys(text for text in texts if "BEGIN:VCALENDAR" in text))


def _file_names(parts: list[Leaf]) -> tuple[str, ...]:
    """The names of the files that came with the mail."""
    return tuple(part.name for part in parts if part.name)
