"""Where somebody else's words begin in a text: line by line, so that no text takes long."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from highroad.mail.copied import copied_head
from highroad.words.content import load_toml

_LONGEST = 400  # letters in a line that could mark a quotation
_DASHES = re.compile(r"[\s>*]{0,20}[-_=*]{2,60}\s?(.{3,60}?)\s?[-_=*:]{2,60}\s*\Z")
_RULE = re.compile(r"\s{0,9}_{20,120}\s*\Z")


class Sign(StrEnum):
    """What marks words as somebody else's."""

    WROTE = "wrote"  # On ... wrote:
    ORIGINAL = "original"  # -----Original Message-----, or From: Sent: To: Subject:
    FORWARDED = "forwarded"  # ---------- Forwarded message ----------


@dataclass(frozen=True, slots=True)
class Mark:
    """The lines that announce somebody else's words: from `start` up to, not including, `below`."""

    sign: Sign
    start: int
    below: int


def next_mark(lines: Sequence[str], start: int = 0) -> Mark | None:
    """The first announcement at or after `start`."""
    return next((mark for at in range(start, len(lines)) if (mark := _mark(lines, at))), None)


def is_quoted(line: str) -> bool:
    """Marked with ">" as mail programs do."""
    return line.lstrip(" ")[:1] == ">"


def _mark(lines: Sequence[str], at: int) -> Mark | None:
    line = lines[at]
    if not line or len(line) > _LONGEST or is_quoted(line):
        return None
    banner = _banner(line)
    if banner:
        return Mark(banner, at, at + 1)
    if _RULE.match(line) and (head := copied_head(lines, at + 1)) and head.certain:
        return Mark(Sign.ORIGINAL, at, at + 1)
    if ":" in line[:24] and (head := copied_head(lines, at)) and head.certain and head.date:
        return Mark(Sign.ORIGINAL, at, at)
    return _attribution(lines, at)


def _banner(line: str) -> Sign | None:
    """A line between dashes, or Apple's "Begin forwarded message:"."""
    if "--" not in line and not line.rstrip().endswith(":"):
        return None
    found = _DASHES.match(line)
    words = (found[1] if found else line).strip(" :*\t").lower()
    return _banners().get(words)


def _attribution(lines: Sequence[str], at: int) -> Mark | None:
    """ "On ... wrote:", wrapped over three lines at most."""
    first = lines[at].strip(" *\t").lower()
    if not first.startswith(_begins()):
        return None
    said = ""
    for below in range(at, min(at + 4, len(lines))):
        said = f"{said} {lines[below].strip().lower()}"
        if len(said) > _LONGEST or not lines[below].strip():
            return None
        if said.rstrip(" *").endswith((":", ": >")):
            wrote = any(word in said for word in _wrote())
            return Mark(Sign.WROTE, at, below + 1) if wrote and _names_a_time(said) else None
    return None


def _names_a_time(said: str) -> bool:
    return any(letter.isdigit() for letter in said)


@cache
def _banners() -> dict[str, Sign]:
    named = load_toml("highroad.mail", "content/quoting.toml")["separators"]
    signs = {"original": Sign.ORIGINAL, "forwarded": Sign.FORWARDED}
    return {words: sign for name, sign in signs.items() for words in named[name]}


@cache
def _begins() -> tuple[str, ...]:
    return tuple(load_toml("highroad.mail", "content/quoting.toml")["attribution"]["begins"])


@cache
def _wrote() -> tuple[str, ...]:
    return tuple(load_toml("highroad.mail", "content/quoting.toml")["attribution"]["wrote"])
