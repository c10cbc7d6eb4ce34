"""A mail laid out as one row of words, each with the mark that parts it from the word before."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

GENDERS = "‡"  # stands where "(m/w/d)" stood
_GENDERS = re.compile(
    r"[(\[]\s?[mwfdxighvuanb*](?:\s?[/|,:]\s?(?:[mwfdxighvuanb*]|div|gn|nb)\.?){1,3}\s?[)\]]"
    r"|(?<!\w)[mwfdh](?:[/|][mwfdxi]){1,3}(?!\w)"
    r"|\((?:all genders?|gn|any gender|alle geschlechter|div)\)|\ball genders\b",
    re.I,
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
        if "/" in text or "(" in text:
            text = _GENDERS.sub(GENDERS, text)
        cut = _WORD.split(text)
        cut[0] = "\n"
        pieces += cut[:-1]
        zones += zone.value * (len(cut) // 2)
    words = pieces[1::2]
    return Laid(
        pieces, words, [word.lower() for word in words], [_MARKS.get(gap) or _mark(gap) for gap in pieces[::2]], zones
    )


def _mark(gap: str) -> str:
    return "\n" if "\n" in gap else gap.strip()[-1:]
