"""Tables of phrases, and where they stand in a list of words.

A phrase is written as it is said, with a few shorthands: `select*` is any word that begins so, `(move|go) on` one of
several, `[highly] qualified` may be left out, `..` is up to three words of any kind and `...` up to seven. `{name}`
stands for a phrase of `short`.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

GAPS = {"..": 3, "...": 7}  # words of any kind it may span
MEMO_SIZE = 20_000  # words remembered; hostile mail must not fill the memory
_SHORT = re.compile(r"\{(\w+)\}")
_GROUP = re.compile(r"\(([^()\[\]]*)\)|\[([^()\[\]]*)\]")

Entry = tuple[tuple[str, ...], str]  # the words after the first one, and the label


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase that was found: its label, and the first word and the one after the last."""

    label: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Phrases:
    """A compiled table: what may follow each first word, the most words first."""

    words: Mapping[str, tuple[Entry, ...]]
    stems: Mapping[str, tuple[Entry, ...]]
    stem_sizes: tuple[int, ...]
    memo: dict[str, tuple[Entry, ...]] = field(default_factory=dict)

    def after(self, word: str) -> tuple[Entry, ...]:
        """What may follow `word`; remembered, since mail uses the same few thousand words."""
        known = self.memo.get(word)
        if known is None:
            known = self._look_up(word)
            if len(self.memo) < MEMO_SIZE:
                self.memo[word] = known
        return known

    def _look_up(self, word: str) -> tuple[Entry, ...]:
        entries = list(self.words.get(word, ()))
        for size in self.stem_sizes:
            if size <= len(word):
                entries += self.stems.get(word[:size], ())
        return tuple(sorted(entries, key=_longest_first))


def compile_phrases(table: Mapping[str, Iterable[str]], *, short: Mapping[str, str] | None = None) -> Phrases:
    """Make `label -> phrases` quick to find; one phrase may carry several labels."""
    words: dict[str, list[Entry]] = defaultdict(list)
    stems: dict[str, list[Entry]] = defaultdict(list)
    for label, phrases in table.items():
        for phrase in phrases:
            for first, *rest in spell_out(phrase, short or {}):
                shelf = stems if first.endswith("*") else words
                shelf[first.rstrip("*")].append((tuple(rest), label))
    return Phrases(
        words={word: tuple(entries) for word, entries in words.items()},
        stems={stem: tuple(entries) for stem, entries in stems.items()},
        stem_sizes=tuple(sorted({len(stem) for stem in stems})),
    )


def spell_out(phrase: str, short: Mapping[str, str]) -> list[list[str]]:
    """Every wording a phrase stands for, as lists of words."""
    while _SHORT.search(phrase):
        phrase = _SHORT.sub(lambda match: f"({short[match.group(1)]})", phrase)
    wordings = [phrase]
    while any(_GROUP.search(wording) for wording in wordings):
        wordings = [spelled for wording in wordings for spelled in _open_one_group(wording)]
    return [words for words in (wording.split() for wording in wordings) if words]


def _open_one_group(wording: str) -> list[str]:
    group = _GROUP.search(wording)
    if group is None:
        return [wording]
    choices = group.group(1).split("|") if group.group(1) is not None else ["", *group.group(2).split("|")]
    return ["".join(parts) for parts in product([wording[: group.start()]], choices, [wording[group.end() :]])]


def find(phrases: Phrases, words: Sequence[str]) -> list[Mention]:
    """For each word the phrases that begin there, in order; of each label the longest."""
    found: list[Mention] = []
    for start, word in enumerate(words):
        entries = phrases.after(word)
        if entries:
            found += _longest(entries, words, start)
    return found


def _longest(entries: tuple[Entry, ...], words: Sequence[str], start: int) -> list[Mention]:
    found: dict[str, Mention] = {}
    for rest, label in entries:
        if label in found:
            continue
        end = _end_of(rest, words, start + 1) if rest else start + 1
        if end:
            found[label] = Mention(label, start, end)
    return list(found.values())


def _end_of(rest: tuple[str, ...], words: Sequence[str], at: int) -> int:
    """The word after the match of `rest` at `at`, or 0."""
    for index, wanted in enumerate(rest):
        if wanted in GAPS:
            ends = (_end_of(rest[index + 1 :], words, at + skipped) for skipped in range(GAPS[wanted] + 1))
            return next((end for end in ends if end), 0)
        if at >= len(words) or not _is(words[at], wanted):
            return 0
        at += 1
    return at


def _is(word: str, wanted: str) -> bool:
    return word == wanted or (wanted[-1] == "*" and word.startswith(wanted[:-1]))


def _longest_first(entry: Entry) -> int:
    return -len(entry[0])
