"""Which lines of a mail are its signature."""

from collections.abc import Sequence
from functools import cache

from highroad.words.content import load_toml

_MOST_LINES = 25
_MOST_NAMES = 5  # lines of a signature with more text below it
_LONG_LINE = 200


def signature(lines: Sequence[str]) -> tuple[int, int]:
    """The first line of the signature and the first below it; twice the number of lines when there is none."""
    last = end = _last_words(lines)
    written = 0
    for at in range(last - 1, 0, -1):
        line = lines[at].strip()
        written += bool(line)
        if _goes_on(line):
            end, written = at, 0
        elif _is_closing(line) and any(above.strip() for above in lines[max(0, at - 50) : at]):
            start = _first_closing(lines, at)
            return start, len(lines) if end == last else _below_names(lines, at, end)
        if written > _MOST_LINES:
            break
    return last, len(lines)


def _first_closing(lines: Sequence[str], at: int) -> int:
    """ "Thanks" and "Kind regards" may stand one above the other."""
    above = at - 1
    while above > 0 and (not lines[above].strip() or _is_closing(lines[above].strip())):
        at = above if lines[above].strip() else at
        above -= 1
    return at


def _last_words(lines: Sequence[str]) -> int:
    """The line above "-- " or "Sent from my phone"."""
    last = len(lines)
    for at in range(len(lines) - 1, max(-1, len(lines) - 2 * _MOST_LINES), -1):
        if lines[at].rstrip() == "--":
            return at
        if _is_device(lines[at]) and len(lines) - at <= _MOST_LINES:
            last = at
    return last


def _goes_on(line: str) -> bool:
    """A postscript or a long line: no part of a signature."""
    return len(line) > _LONG_LINE or line.lower().startswith(("ps:", "ps ", "p.s"))


def _below_names(lines: Sequence[str], start: int, end: int) -> int:
    """Where the text goes on below a closing and the names under it."""
    at = start + 1
    while at < end and not lines[at].strip():
        at += 1
    while at < min(end, start + 1 + _MOST_NAMES) and lines[at].strip():
        at += 1
    return at


def _is_device(line: str) -> bool:
    """ "Sent from my ...", as phones write below a mail."""
    return len(line) < 120 and line.strip().lower().startswith(_words("devices"))


def _is_closing(line: str) -> bool:
    """A line that is nothing but a closing, or a closing and a name after a comma."""
    if len(line) > 60:
        return False
    phrase, comma, name = line.lower().partition(",")
    return phrase.strip(" .!*–-") in _closings() and (not comma or len(name.split()) <= 4)


@cache
def _words(name: str) -> tuple[str, ...]:
    return tuple(load_toml("highroad.mail", "content/quoting.toml")["signature"][name])


@cache
def _closings() -> frozenset[str]:
    return frozenset(_words("closings"))
