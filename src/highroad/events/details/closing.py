"""How a mail begins and ends: whom it greets, and the lines of those who sign it."""

import re
from functools import cache

from highroad.events.details.tables import entries
from highroad.events.prepared import Prepared

_TAIL = 1800  # letters of the text's end that are looked at
_MOST_LINES = 10
_LONGEST_LINE = 90
_PUNCTUATION = re.compile(r"[,.!\s]+$")
_GREETED = re.compile(r"^[\s>*]*(?P<words>[^\n,:!–-]{2,60})(?:[,:!]|\s[–-]|\n|$)")
_DASHES = re.compile(r"^[-_=*~\s]+$")
_BRIEF = frozenset("lg vg mfg gruß grüße best cheers thanks xx x hugs love".split())
_TITLES = re.compile(r"^(?:dr|prof|mr|mrs|ms|mx|herr|frau|doctor|professor|m|mme|sra?|dott|drs|ir)\.?\s+", re.I)


@cache
def _greetings() -> tuple[str, ...]:
    return tuple(sorted(entries("people", "greetings"), key=len, reverse=True))


def greeted(text: str) -> str:
    """The name in "Dear Ana Duarte," in lower case, or nothing."""
    match = _GREETED.match(text[:200].lstrip())
    if match is None:
        return ""
    words = match["words"].strip().lower()
    for greeting in _greetings():
        if words.startswith(greeting + " "):
            words = words[len(greeting) + 1 :]
            break
    else:
        if "\n" not in text[:200] or len(words.split()) > 2:
            return ""
    while (shorter := _TITLES.sub("", words)) != words:
        words = shorter
    return words.strip() if len(words.split()) <= 4 else ""


def closing_lines(mail: Prepared) -> tuple[str, ...]:
    """The lines of who signs: after the last sign-off, else the last short ones; then the cut-off signature."""
    lines = [line.strip(" \t>*|•") for line in mail.text[-_TAIL:].splitlines()]
    lines = [line for line in lines if line and not _DASHES.match(line)]
    signed = _after_sign_off(lines)
    if signed is None:
        signed = _last_short(lines)
    cut_off = [line.strip(" \t>*|•") for line in mail.signature[:1200].splitlines()]
    cut_off = _after_sign_off(cut_off) or cut_off
    everything = [line for line in (*signed, *cut_off) if line and not _DASHES.match(line)]
    return tuple(dict.fromkeys(line for line in everything if len(line) <= _LONGEST_LINE))[: _MOST_LINES + 4]


def is_sign_off(line: str) -> bool:
    """Whether the line is "Kind regards," or a like."""
    return _PUNCTUATION.sub("", line.lower()) in entries("people", "closings")


def _after_sign_off(lines: list[str]) -> list[str] | None:
    for place in range(len(lines) - 1, -1, -1):
        if is_sign_off(lines[place]):
            return lines[place + 1 : place + 1 + _MOST_LINES]
        same_line = _sign_off_with_name(lines[place])
        if same_line:
            return [same_line, *lines[place + 1 : place + _MOST_LINES]]
    return None


def _sign_off_with_name(line: str) -> str:
    """The name in "Best, Sam" when it stands on one line."""
    closing, comma, name = line.partition(",")
    if not comma and line.split(" ")[0].lower() in _BRIEF:
        closing, comma, name = line.partition(" ")
    if comma and len(line) < 60 and is_sign_off(closing) and name.strip()[:1].isupper():
        return name.strip()
    return ""


def _last_short(lines: list[str]) -> list[str]:
    """The last lines that are no sentences, at most five; none when the whole text is such lines."""
    kept: list[str] = []
    for line in reversed(lines[1:]):
        if (
            len(line) > 70
            or (line.endswith((".", "?", ":", ";")) and not line.endswith(("Inc.", "Ltd.", "Co.", "e.V.")))
            or len(kept) == 5
        ):
            break
        kept.insert(0, line)
    return kept
