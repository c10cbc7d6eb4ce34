"""The head of a mail that somebody copied: its labels, or what a page of webmail shows around it."""

import re
from collections.abc import Sequence
from functools import cache

from highroad.mail.copied import CopiedHead, copied_head
from highroad.mail.dates import read_date
from highroad.words.content import load_toml

_NAMED = re.compile(
    r"\s{0,9}([^<>\n:]{0,100}<[^<>@\s]{1,100}@[^<>@\s]{1,200}>)\s*([^<>]{0,80})(?<!:)\Z"
)  # "... wrote:" begins a quotation
_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d\d\b")
_MAX_TOP = 8
_MAX_BESIDE = 6
_SHORT = 60


def pasted_head(lines: Sequence[str]) -> CopiedHead | None:
    """The head at the top of a pasted mail; above it only a forwarding line or what webmail shows."""
    for start in range(min(len(lines), _MAX_TOP)):
        head = copied_head(lines, start)
        if head and (head.certain or (start == 0 and head.subject)):
            return head
        if _words(lines[start]) and not _is_shown(lines[start]):
            break
    return _page_head(lines)


def _page_head(lines: Sequence[str]) -> CopiedHead | None:
    """As copied from a page: the subject, "Name <address>", the date and "to me" on lines of their own."""
    named = [(at, found) for at, line in enumerate(lines[:_MAX_TOP]) if (found := _NAMED.match(line.rstrip()))]
    if not named:
        return None
    at, found = next((pair for pair in named if pair[1][2].strip()), named[0])  # a printed page names its owner first
    titles = [line.strip() for line in lines[:at] if _words(line) and not _is_shown(line) and not _NAMED.match(line)]
    below = _below_page(lines, at + 1)
    if not any(map(_words, [found[2], *lines[at + 1 : below]])) or not any(map(_words, lines[below:])):
        return None  # a signature has neither a date nor a mail below it
    dates = [found[2].strip(), *map(str.strip, lines[at + 1 : below])]
    date = next((line for line in dates if read_date(line)[0]), "")
    return CopiedHead(below=below, sender=found[1], subject=titles[-1] if titles else "", date=date)


def _below_page(lines: Sequence[str], start: int) -> int:
    """The first line of the mail itself."""
    at = start
    while at < min(len(lines), start + _MAX_BESIDE):
        label, colon, who = lines[at].partition(":")
        if colon and _words(label) in _page_words("to"):
            at += 0 if who.strip() else 1  # whom it names stands on the next line
        elif _words(lines[at]) and not _is_shown(lines[at]) and not _is_date(lines[at]):
            break
        at += 1
    return at


def _words(line: str) -> str:
    return line.strip(" -_*:>\t").lower()


def _is_shown(line: str) -> bool:
    """A line of the page, not of the mail: "Inbox", "to me", "1 message"."""
    words = _words(line)
    to, _, who = words.partition(" ")
    return words in _page_words("lines") or (
        to in _page_words("to") and who.replace(" ", "").isalpha() and len(who) < 30
    )


def _is_date(line: str) -> bool:
    return len(line) < _SHORT and (bool(_CLOCK.search(line)) or read_date(line)[0] is not None)


@cache
def _page_words(name: str) -> frozenset[str]:
    words = load_toml("highroad.mail", "content/quoting.toml")
    return frozenset([*words["webmail"][name], *words["separators"]["forwarded"]])
