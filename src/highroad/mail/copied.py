"""The lines From, Sent, To and Subject as mail programs write them into a text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from highroad.mail.dates import read_date
from highroad.words.content import load_toml

_LABEL = re.compile(r"[\s>*_|]{0,20}([^\W\d_][\w\- ]{0,20}?)[ \xa0]?[*_]{0,2}[ \xa0]?:[*_\s]{0,4}(.{0,1000})")
_NAMED = re.compile(r"\s{0,9}([^<>\n:]{0,100}<[^<>@\s]{1,100}@[^<>@\s]{1,200}>)\s*([^<>]{0,80})\Z")
_MAX_LINES = 12
_MAX_TOP = 8


@dataclass(frozen=True, slots=True)
class CopiedHead:
    """What such lines say, and the number of the line where the mail's own text begins."""

    below: int
    sender: str = ""
    to: str = ""
    cc: str = ""
    subject: str = ""
    date: str = ""

    @property
    def certain(self) -> bool:
        """Whether this is a head for sure, not a sentence with a colon."""
        return bool(self.sender) and bool(self.date or self.to or self.subject)


def copied_head(lines: Sequence[str], start: int = 0) -> CopiedHead | None:
    """The head that begins at `start`, after empty lines at most; its lines may be wrapped."""
    at = start
    while at < len(lines) and at < start + 3 and not lines[at].strip(" >\t"):
        at += 1
    said: dict[str, str] = {}
    last = ""
    for line in lines[at : at + _MAX_LINES]:
        field, value = _field(line)
        if field and field not in said:
            said[field], last = value, field
        elif _is_wrapped(line, last):
            said[last] = f"{said[last]} {line.strip(' >')}".strip()
        else:
            break
        at += 1
    said.pop("other", None)
    return CopiedHead(below=at, **said) if said else None


def pasted_head(lines: Sequence[str]) -> CopiedHead | None:
    """The head at the top of a pasted mail; above it only a forwarding line or what a page of webmail shows."""
    for start in range(min(len(lines), _MAX_TOP)):
        head = copied_head(lines, start)
        if head and (head.certain or (start == 0 and head.subject)):
            return head
        if not _is_beside(lines[start]):
            break
    return _screen_head(lines)


def _screen_head(lines: Sequence[str]) -> CopiedHead | None:
    """As copied from a page of webmail: subject, "Name <address>", date and "to me" on lines of their own."""
    for at, line in enumerate(lines[:_MAX_TOP]):
        found = _NAMED.match(line)
        if not found:
            continue
        titles = [words for words in lines[:at] if words.strip() and words.strip().lower() not in _chrome()]
        below, date = at + 1, found[2].strip()
        while below < min(len(lines), at + 6) and (not lines[below].strip() or _is_beside(lines[below])):
            date = date or (lines[below].strip() if read_date(lines[below])[0] else "")
            below += 1
        return CopiedHead(below=below, sender=found[1], subject=titles[0].strip() if titles else "", date=date)
    return None


def _is_beside(line: str) -> bool:
    """A line of the page, not of the mail: "to me", a date, "Inbox"."""
    words = line.strip(" -_*:>\t").lower()
    return len(words) < 60 and (not words or words in _chrome() or read_date(line)[0] is not None)


@cache
def _chrome() -> frozenset[str]:
    words = load_toml("highroad.mail", "content/quoting.toml")
    return frozenset([*words["webmail"]["lines"], *words["separators"]["forwarded"]])


def _field(line: str) -> tuple[str, str]:
    """Which of our fields a line is, and what it says; nothing when it is none."""
    if ":" not in line[:40]:
        return "", ""
    found = _LABEL.match(line)
    if not found:
        return "", ""
    return _labels().get(found[1].strip().lower(), ""), found[2].strip()


def _is_wrapped(line: str, last: str) -> bool:
    """The rest of a long list of people, or a value a line below its label."""
    words = line.strip(" >\t")
    return bool(words) and last in ("to", "cc", "sender") and ("@" in words or words.endswith(";")) and len(words) < 400


@cache
def _labels() -> dict[str, str]:
    named = load_toml("highroad.mail", "content/quoting.toml")["labels"]
    return {word: field for field, words in named.items() for word in words}
