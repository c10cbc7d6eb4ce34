"""A mail laid out as one row of words, each with the mark that parts it from the word before."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

_REMEMBERED = 1024  # marks between words
GENDERS = "‡"  # stands where "(m/w/d)" stood
_SEX = "[mwfdxighvuanbMWFDXIGHVUANB*]"
_GENDERS = re.compile(
    rf"[(\[]\s?{_SEX}(?:\s?[/|,:]\s?(?:{_SEX}|div|gn|nb)\.?){{1,3}}\s?[)\]]"
    r"|\b[mwfdhMWFDH](?:[/|][mwfdxiMWFDXI]){1,3}\b|\((?:all genders?|gn|any gender|alle geschlechter|div)\)"
)
# A word; an elided article ("l'équipe") and a possessive ("Haldenfrey's") are words of their own.
_WORD = re.compile(
    r"((?:[LlDdNnSsJj]|[Uu]n|[Qq]u|[AaDd]all|[Dd]ell|[Nn]ell|[Ss]ull)'(?=\w)|(?<=\w)'s\b"
    r"|\w+(?:[&'+.@-](?!s\b)\w+|[:*_/·]-?(?:innen|in|t?rice|se|ne|r|e|a)\b|\((?:in|e|ne|se|a)\))*|[&+](?=\s)|‡)"
)
_MARKS = {
    " ": "",
    "": "",
    ", ": ",",
    ". ": ".",
    ".\n": "\n",
    " – ": "-",
    " — ": "-",
    " • ": "|",
    " · ": "|",
    " // ": "|",
}


class Zone(StrEnum):
    """The part of a mail a word stands in."""

    SENDER = "s"
    SUBJECT = "j"
    BODY = "b"
    CLOSING = "c"


@dataclass(frozen=True, slots=True)
class Laid:
    """The words of a mail in order. `gaps[i]` is the mark before word i: "" for a blank, "\\n" for a new line."""

    pieces: list[str]  # what stands between words, and the words, in turn
    words: list[str]
    low: list[str]
    gaps: list[str]
    zones: str  # one letter for each word

    def written(self, first: int, last: int) -> str:
        """What is written from one word to another, on one line."""
        return " ".join("".join(self.pieces[2 * first + 1 : 2 * last + 2]).split())


def lay_out(parts: Iterable[tuple[Zone, str]]) -> Laid:
    """The parts one behind the other; each begins on a line of its own."""
    pieces: list[str] = []
    zones = ""
    for zone, text in parts:
        if "/" in text or "gender" in text:
            text = _GENDERS.sub(GENDERS, text)
        cut = _WORD.split(text)
        cut[0] = "\n"
        pieces += cut[:-1]
        zones += zone.value * (len(cut) // 2)
    words = pieces[1::2]
    gaps = [_mark(gap) for gap in pieces[::2]]
    return Laid(pieces, words, [word.lower() for word in words], gaps, zones)


@lru_cache(maxsize=_REMEMBERED)
def _mark(gap: str) -> str:
    if gap in _MARKS:
        return _MARKS[gap]
    return "\n" if "\n" in gap else gap.strip()[-1:]
