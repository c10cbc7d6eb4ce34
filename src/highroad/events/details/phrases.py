"""Ways of saying a thing, written as phrases in a table, and found in a text without reading it phrase by phrase.

A phrase is plain lower-case words:  `interest in [the|our] {role} (position|role)`
  (a|b)  one of these      [a]  may be missing      word*  any ending      ..  up to sixty letters of the same clause
  {slot} the place of a name: what stands before and after it is looked for, the name itself is left to the caller.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from highroad.events.details.flat import Flat

_SLOT = re.compile(r"\s*\{(\w+)\}\s*")
_WORD = re.compile(r"[^\W\d_]+\*?")
_CHOICE = re.compile(r"\(([^()]*)\)")
_GAP = r"\b(?:[^.;!?\n]|(?<=\d)\.){0,60}?\b"  # the stops of a date do not end it


@dataclass(frozen=True, slots=True, eq=False)
class Phrase:
    """One way of saying `tag`. One with a slot has a pattern for what stands before the name, after it, or both."""

    tag: str
    before: re.Pattern[str] | None  # the whole phrase, when it has no slot
    slot: str = ""
    after: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a phrase was found; a name would begin at `end`, or end at `start` when the slot stands first."""

    phrase: Phrase
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases by a word, or the beginning of one, without which they cannot stand in a text."""

    by_word: Mapping[str, tuple[Phrase, ...]]
    by_stem: Mapping[str, tuple[Phrase, ...]]


def phrase(text: str, tag: str) -> Phrase:
    """The phrase that this line of a table means."""
    before, slot, after = (*_SLOT.split(text, maxsplit=1), "", "")[:3]
    return Phrase(tag, _compiled(before, glue=bool(slot)), slot, _compiled(after))


def phrases(table: Mapping[str, Iterable[str]]) -> Phrases:
    """The phrases of a table `tag -> lines`."""
    shelf: dict[str, list[Phrase]] = {}
    for tag, lines in table.items():
        for line in lines:
            made = phrase(line, tag)
            for anchor in _anchors(line):
                shelf.setdefault(anchor, []).append(made)
    return Phrases(
        by_word={anchor: tuple(group) for anchor, group in shelf.items() if not anchor.endswith("*")},
        by_stem={anchor[:-1]: tuple(group) for anchor, group in shelf.items() if anchor.endswith("*")},
    )


def hits(shelf: Phrases, flat: Flat) -> list[Hit]:
    """Every place where a phrase stands, in the order of the text."""
    asked = dict.fromkeys(
        (
            *(one for word in flat.words & shelf.by_word.keys() for one in shelf.by_word[word]),
            *(one for stem, group in shelf.by_stem.items() if stem in flat.low for one in group),
        )
    )
    return sorted((hit for one in asked for hit in _places(one, flat)), key=lambda hit: (hit.start, hit.end))


def _places(one: Phrase, flat: Flat) -> Iterator[Hit]:
    pattern = one.before or one.after
    for match in pattern.finditer(flat.low) if pattern else ():
        start = match.start()
        if start == 0 or not flat.low[start - 1].isalnum():
            yield Hit(one, start, match.end())


def _compiled(text: str, *, glue: bool = False) -> re.Pattern[str] | None:
    """A pattern for lower-case text. It starts with its own letters, so that the search can leap to them."""
    if not text.strip():
        return None
    source = re.sub(r" *\.\. *", "…", text.strip()).replace("(", "(?:")
    source = re.sub(r"^\[([^]]*)\] ?", r"(?:(?:\1) )?", source)
    source = re.sub(r" ?\[([^]]*)\]", r"(?: (?:\1))?", source)
    source = source.replace("*", r"\w*").replace(" ", r"\s+").replace("…", _GAP)
    if not glue:
        return re.compile(source + r"(?!\w)")
    return re.compile(source + (r"\s*" if source.endswith("'") else r",?\s+"))


def _anchors(line: str) -> set[str]:
    """Words one of which must stand in any text that has the phrase; `word*` where only its beginning is known."""
    bare = re.sub(r"\[[^]]*\]|\{\w+\}", " ", line)
    fixed = _WORD.findall(_CHOICE.sub(" ", bare))
    if fixed:
        return {max(fixed, key=lambda word: (not word.endswith("*"), len(word)))}
    choices = [[_WORD.findall(option) for option in choice.split("|")] for choice in _CHOICE.findall(bare)]
    whole = [options for options in choices if all(options)]
    if not whole:
        raise ValueError(f"this phrase has no word to be found by: {line}")
    fewest_stems = min(whole, key=lambda options: sum(max(words, key=len).endswith("*") for words in options))
    return {max(words, key=len) for words in fewest_stems}
