"""Tables of phrases, and where they stand in a list of words.

A phrase is written as it is said, with a few shorthands: `select*` is any word that begins so, `(move|go) on` one of
several, `[highly] qualified` may be left out, `..` is up to three words of any kind and `...` up to seven. `{name}`
stands for a phrase of `short`.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

GAPS = {"..": 3, "...": 7}  # words of any kind it may span
MEMO_SIZE = 20_000  # words remembered; hostile mail must not fill the memory
_SHORT = re.compile(r"\{(\w+)\}")
_GROUP = re.compile(r"\(([^()\[\]]*)\)|\[([^()\[\]]*)\]")


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase that was found: its label, and the first word and the one after the last."""

    label: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Node:
    """A place in a phrase: the labels of those that end here, and what may come next."""

    labels: dict[str, None] = field(default_factory=dict)  # in the order of the table, the same in every process
    words: dict[str, "Node"] = field(default_factory=dict)
    stems: dict[str, "Node"] = field(default_factory=dict)
    gaps: dict[int, "Node"] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Phrases:
    """A compiled table, as a tree of words. `memo` keeps where a word leads: mail uses the same few thousand."""

    root: Node
    memo: dict[str, tuple[Node, ...]] = field(default_factory=dict)


def compile_phrases(table: Mapping[str, Iterable[str]], *, short: Mapping[str, str] | None = None) -> Phrases:
    """Make `label -> phrases` quick to find; one phrase may carry several labels."""
    root = Node()
    for label, phrases in table.items():
        for phrase in phrases:
            for words in spell_out(phrase, short or {}):
                _grow(root, words).labels.setdefault(label)
    return Phrases(root)


def _grow(node: Node, words: Sequence[str]) -> Node:
    """The node at the end of `words`, made where it was missing."""
    for word in words:
        if word in GAPS:
            node = node.gaps.setdefault(GAPS[word], Node())
        elif word.endswith("*"):
            node = node.stems.setdefault(word[:-1], Node())
        else:
            node = node.words.setdefault(word, Node())
    return node


def spell_out(phrase: str, short: Mapping[str, str]) -> list[list[str]]:
    """Every wording a phrase stands for, as lists of words; a gap at either end says nothing and is left out."""
    while _SHORT.search(phrase):
        phrase = _SHORT.sub(lambda match: f"({short[match.group(1)]})", phrase)
    wordings = [phrase]
    while any(_GROUP.search(wording) for wording in wordings):
        wordings = [spelled for wording in wordings for spelled in _open_one_group(wording)]
    return [words for words in (wording.strip(" .").split() for wording in wordings) if words]


def _open_one_group(wording: str) -> list[str]:
    group = _GROUP.search(wording)
    if group is None:
        return [wording]
    choices = group.group(1).split("|") if group.group(1) is not None else ["", *group.group(2).split("|")]
    return ["".join(parts) for parts in product([wording[: group.start()]], choices, [wording[group.end() :]])]


def find(phrases: Phrases, words: Sequence[str]) -> list[Mention]:
    """For each word the phrases that begin there, in order; of each label the longest."""
    found: list[Mention] = []
    memo = phrases.memo
    for start, word in enumerate(words):
        nodes = memo.get(word)
        if nodes is None:
            nodes = _led_to(phrases, word)
        if nodes:
            ends: dict[str, int] = {}
            for node in nodes:
                _follow(node, words, start + 1, ends)
            found += [Mention(label, start, end) for label, end in ends.items()]
    return found


def _led_to(phrases: Phrases, word: str) -> tuple[Node, ...]:
    nodes = tuple(_next(phrases.root, word))
    if len(phrases.memo) < MEMO_SIZE:
        phrases.memo[word] = nodes
    return nodes


def _next(node: Node, word: str) -> list[Node]:
    nodes = [node.words[word]] if word in node.words else []
    if node.stems:
        nodes += [child for stem, child in node.stems.items() if word.startswith(stem)]
    return nodes


def _follow(node: Node, words: Sequence[str], at: int, ends: dict[str, int]) -> None:
    """Note for each label how far a phrase of it reaches from here."""
    for label in node.labels:
        if at > ends.get(label, 0):
            ends[label] = at
    if at < len(words):
        for child in _next(node, words[at]):
            _follow(child, words, at + 1, ends)
    for reach, child in node.gaps.items():
        for skipped_to in range(at, min(at + reach + 1, len(words))):
            for later in _next(child, words[skipped_to]):
                _follow(later, words, skipped_to + 1, ends)
