"""Where a mail ends and its signature begins."""

from collections.abc import Sequence
from functools import cache

from highroad.words.content import load_toml

_MOST_LINES = 25
_LONG_LINE = 200


def signature_start(lines: Sequence[str]) -> int:
    """The number of the line the signature begins with; the number of all lines when there is none."""
    last = len(lines)
    for at in range(last - 1, -1, -1):
        if lines[at].rstrip() == "--" and last - at <= 2 * _MOST_LINES:
            last = at
            break
        if _is_device(lines[at]) and last - at <= _MOST_LINES:
            last = at
    return _closing(lines, last)


def _closing(lines: Sequence[str], last: int) -> int:
    """The first "Kind regards" below which only short lines stand."""
    found = last
    written = 0
    for at in range(last - 1, 0, -1):
        line = lines[at].strip()
        written += bool(line)
        if len(line) > _LONG_LINE or written > _MOST_LINES or line.lower().startswith(("ps", "p.s")):
            break
        if _is_closing(line) and any(above.strip() for above in lines[:at]):
            found = at
    return found


def _is_device(line: str) -> bool:
    """ "Sent from my ...", as phones write below a mail."""
    return len(line) < 120 and line.strip().lower().startswith(_words("devices"))


def _is_closing(line: str) -> bool:
    """A line that is nothing but a closing, or a closing and a name after a comma."""
    phrase, comma, name = line.lower().partition(",")
    if phrase.strip(" .!*–-") not in _closings():
        return False
    return not comma or len(name.split()) <= 4


@cache
def _words(name: str) -> tuple[str, ...]:
    return tuple(load_toml("highroad.mail", "content/quoting.toml")["signature"][name])


@cache
def _closings() -> frozenset[str]:
    return frozenset(_words("closings"))
