"""Phrases of many choices, kept as a net of words: `find` goes from word to word, and spells no wording out.

Written as in `phrases`; ten choices in each of five places would be a hundred thousand wordings there.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from highroad.words.phrases import GAPS, MEMO_SIZE, Mention

_PIECE = re.compile(r"[()\[\]|]|[^\s()\[\]|]+")
_SHORT = re.compile(r"\{(\w+)\}")
_CLOSES = {"(": ")", "[": "]"}


@dataclass(eq=False, slots=True)
class Knot:
    """A place in a phrase: the labels of those that may end here, and which words lead on, and where to."""

    labels: dict[str, None] = field(default_factory=dict)  # in the order of the table, the same in every process
    words: dict[str, list["Knot"]] = field(default_factory=dict)
    stems: list[tuple[str, "Knot"]] = field(default_factory=list)
    gaps: list[tuple[int, "Knot"]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Net:
    """A compiled table; `memo` keeps where the first word of a phrase leads."""

    root: Knot
    memo: dict[str, tuple[Knot, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Choice:
    """A place where one of several runs of words may stand, or none."""

    runs: tuple[tuple["str | Choice", ...], ...]
    may_lack: bool


def weave(table: Mapping[str, Iterable[str]], *, short: Mapping[str, str]) -> Net:
    """Make `label -> phrases` quick to find. A gap at either end of a phrase says nothing and is left out."""
    net = Net(Knot())
    for label, phrases in table.items():
        for phrase in phrases:
            pieces = iter(_PIECE.findall(_in_full(phrase, short).strip(" .")))
            for end in _through([net.root], _choice(pieces, opened="("), Knot()):
                end.labels.setdefault(label)
    return net


def _in_full(phrase: str, short: Mapping[str, str]) -> str:
    while _SHORT.search(phrase):
        phrase = _SHORT.sub(lambda match: f"({short[match.group(1)]})", phrase)
    return phrase


def _choice(pieces: Iterator[str], *, opened: str) -> Choice:
    """What stands up to the closing bracket, or to the end."""
    runs: list[list[str | Choice]] = [[]]
    for piece in pieces:
        if piece == _CLOSES[opened]:
            break
        if piece == "|":
            runs.append([])
        else:
            runs[-1].append(_choice(pieces, opened=piece) if piece in _CLOSES else piece)
    return Choice(tuple(tuple(run) for run in runs if run), may_lack=opened == "[")


def _through(knots: list[Knot], piece: "str | Choice", to: Knot) -> list[Knot]:
    """Lead from each of the knots through a piece to `to`; where one then stands."""
    if isinstance(piece, str):
        for knot in knots:
            _tie(knot, piece, to)
        return [to]
    ends = [end for run in piece.runs for end in _along(knots, run, to)]
    return list(dict.fromkeys([*knots, *ends] if piece.may_lack else ends))


def _along(knots: list[Knot], run: Sequence["str | Choice"], to: Knot) -> list[Knot]:
    for piece in run[:-1]:
        knots = _through(knots, piece, Knot())
    return _through(knots, run[-1], to)


def _tie(knot: Knot, piece: str, to: Knot) -> None:
    if piece in GAPS:
        knot.gaps.append((GAPS[piece], to))
    elif piece.endswith("*"):
        knot.stems.append((piece[:-1], to))
    else:
        knot.words.setdefault(piece, []).append(to)


def find(net: Net, words: Sequence[str]) -> list[Mention]:
    """For each word the phrases that begin there; of each label the longest."""
    found: list[Mention] = []
    for start, word in enumerate(words):
        knots = net.memo.get(word)
        if knots is None:
            knots = tuple(_next(net.root, word))
            if len(net.memo) < MEMO_SIZE:
                net.memo[word] = knots
        ends: dict[str, int] = {}
        for knot in knots:
            _follow(knot, words, start + 1, ends)
        found += [Mention(label, start, end) for label, end in ends.items()]
    return found


def _next(knot: Knot, word: str) -> list[Knot]:
    knots = knot.words.get(word, [])
    if knot.stems:
        knots = [*knots, *(to for stem, to in knot.stems if word.startswith(stem))]
    return knots


def _follow(knot: Knot, words: Sequence[str], at: int, ends: dict[str, int]) -> None:
    """Note for each label how far a phrase of it reaches from here."""
    for label in knot.labels:
        ends[label] = max(at, ends.get(label, 0))
    if at < len(words):
        for following in _next(knot, words[at]):
            _follow(following, words, at + 1, ends)
    for reach, beyond in knot.gaps:
        for skipped_to in range(at, min(at + reach + 1, len(words))):
            for following in _next(beyond, words[skipped_to]):
                _follow(following, words, skipped_to + 1, ends)
