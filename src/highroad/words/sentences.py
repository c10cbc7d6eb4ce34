"""Sentences of plain text as it comes in mail: wrapped lines, bullets, lines without a full stop."""

import re

LONGEST = 1200  # characters; what goes on longer without a stop is cut, so that hostile text stays cheap
_NARROWEST = 50
_WRAPPED_BELOW = 100  # a text whose longest line is shorter than this was wrapped by a mail program

_ABBREVIATIONS = frozenset(
    """dr mr mrs ms prof st jr sr inc ltd co corp dept no nr vs etc approx e.g i.e z.b d.h u.a bzw ggf ca evtl inkl
    tel str hr fr abt bspw usw sog mme mlle m sra sres dra dna dott sig ecc env resp p.ex ex núm tel.nr mevr dhr bijv
    o.a nl av art abs u.k u.s ph.d b.sc m.sc m.a b.a a.m p.m i.d.r i.a o.g s.o""".split()
)
_MONTH = re.compile(r"(?:jan|feb|mär|mar|apr|mai|may|jun|jul|aug|sep|okt|oct|nov|dez|dec)", re.I)
_BULLET = re.compile(r"(?:[-*•·▪‣–+>]|\d{1,2}[.)]|[a-z]\))\s")
STOP = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’»)\]]*+(?=\s)|\n")  # a run of marks is gone through once
_WORD_BEFORE = re.compile(r"[\w.]*$")
_END = frozenset('.!?…:;”"»)')


def split(text: str) -> tuple[str, ...]:
    """The sentences in order, each an unchanged piece of `text` without the space around it."""
    width = _wrap_width(text)
    pieces: list[str] = []
    start = 0
    for stop in STOP.finditer(text):
        at = stop.end()
        if at - start < LONGEST and not _ends_here(text, stop.start(), at, width=width):
            continue
        _keep(pieces, text[start:at])
        start = at
    _keep(pieces, text[start:])
    return tuple(pieces)


def _keep(pieces: list[str], piece: str) -> None:
    piece = piece.strip()
    at = 0
    while len(piece) - at > LONGEST:
        cut = piece.rfind(" ", at + LONGEST // 2, at + LONGEST)
        cut = cut if cut > 0 else at + LONGEST
        pieces.append(piece[at:cut].rstrip())
        at = next(place for place in range(cut, len(piece)) if not piece[place].isspace())
    if at < len(piece):
        pieces.append(piece[at:])


def _wrap_width(text: str) -> int:
    """The width the text was wrapped at, or 0 when each line stands for itself."""
    longest = max(map(len, text[:20_000].split("\n")), default=0)
    return longest if _NARROWEST <= longest < _WRAPPED_BELOW else 0


def _ends_here(text: str, at: int, after: int, *, width: int) -> bool:
    if text[at] == "\n":
        return _line_ends_sentence(text, at, width=width)
    if text[at] != ".":
        return True
    return not _is_inner_stop(text, at, after)


def _is_inner_stop(text: str, at: int, after: int) -> bool:
    """A full stop of an abbreviation (z. B., Dr., inc.), an initial, or a German date (3. Mai)."""
    word = _WORD_BEFORE.search(text, max(0, at - 12), at)
    before = word.group().lower() if word else ""
    follows = text[after : after + 14].lstrip(" ")
    if before in _ABBREVIATIONS or (len(before) == 1 and before.isalpha() and before != "i"):
        return not follows.startswith("\n\n")
    if before.isdigit() and len(before) <= 2:
        return bool(_MONTH.match(follows)) or follows[:1].islower()
    return follows[:1].islower() and before in {"z", "d", "u", "i", "e", "o"}


def _line_ends_sentence(text: str, at: int, *, width: int) -> bool:
    """Whether the line break at `at` ends a sentence, or only wraps it."""
    line_start = (text.rfind("\n", max(0, at - LONGEST), at) + 1) or max(0, at - LONGEST)
    line = text[line_start:at].rstrip()
    next_end = text.find("\n", at + 1)
    following = text[at + 1 : next_end if next_end >= 0 else at + 200].strip()
    if not line or not following or line[-1] in _END or _BULLET.match(following):
        return True
    first = following.split(" ", 1)[0]
    if first[0].islower():
        return line[-1] == "," and len(line) < 40 and len(text) - at > 1 and _is_greeting(line)
    return not (width and len(line) + 1 + len(first) > width)


def _is_greeting(line: str) -> bool:
    return line.count(" ") <= 5
