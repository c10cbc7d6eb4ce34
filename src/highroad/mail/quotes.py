"""Where somebody else's words begin in a text: line by line, so that no text takes long."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from highroad.mail.copied import CopiedHead, copied_head
from highroad.words.content import load_toml

_LONGEST = 400  # letters in a line that could mark a quotation
_CLOCK = re.compile(r"\d[:.h]\d\d")
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


def has_arrows(lines: Sequence[str]) -> bool:
    """Whether the first of these lines that says something is marked with ">"."""
    return is_quoted(next((line for line in lines if line.strip()), ""))


def without_arrows(lines: Sequence[str]) -> list[str]:
    """The lines one level of quotation up."""
    return [line.lstrip(" ")[1:].removeprefix(" ") if is_quoted(line) else line for line in lines]


def _mark(lines: Sequence[str], at: int) -> Mark | None:
    line = lines[at]
    if not line or len(line) > _LONGEST or is_quoted(line):
        return None
    banner = _banner(line)
    if banner:
        return Mark(banner, at, at + 1)
    if _RULE.match(line) and _is_head(copied_head(lines, at + 1)):
        return Mark(Sign.ORIGINAL, at, at + 1)
    if ":" in line[:24] and _is_head(copied_head(lines, at)):
        return Mark(Sign.ORIGINAL, at, at)
    return _attribution(lines, at)


def _is_head(head: CopiedHead | None) -> bool:
    """Somebody, a date and one thing more; "From: 10:00" is a time of day."""
    return bool(head and head.certain and head.date and any(letter.isalpha() for letter in head.sender))


def _banner(line: str) -> Sign | None:
    """A line between dashes, or Apple's "Begin forwarded message:"."""
    if "--" not in line and not line.endswith(":"):
        return None
    return _banners().get(line.strip(" >*-_=:\t").lower())


def _attribution(lines: Sequence[str], at: int) -> Mark | None:
    """ "On ... wrote:", wrapped over four lines at most."""
    first = lines[at].strip(" *\t").lower()
    if not first.startswith(_begins()):
        return _plain_attribution(lines, at)
    said = ""
    for below in range(at, min(at + 4, len(lines))):
        said = f"{said} {lines[below].strip().lower()}"
        if len(said) > _LONGEST or not lines[below].strip():
            return None
        if said.endswith((":", ":*")):
            known = any(word in said for word in _wrote()) and ("@" in said or _CLOCK.search(said))
            return Mark(Sign.WROTE, at, below + 1) if known or _above_arrows(said, lines, below) else None
    return None


def _plain_attribution(lines: Sequence[str], at: int) -> Mark | None:
    """One line in another order, such as "Ana <ana@duarte.example> wrote on Monday:", right above the arrows."""
    said = lines[at].strip().lower()
    if len(said) < 6 or not said.endswith(":") or not _above_arrows(said, lines, at):
        return None
    return Mark(Sign.WROTE, at, at + 1)


def _above_arrows(said: str, lines: Sequence[str], at: int) -> bool:
    return ("@" in said or any(word in said for word in _wrote())) and has_arrows(lines[at + 1 : at + 4])


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
