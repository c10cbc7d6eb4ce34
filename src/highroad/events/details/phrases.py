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
_WORD = re.compile(r"[^\W\d_]+")
_CHOICE = re.compile(r"\(([^()]*)\)")
_GAP = r"\b[^.;!?\n]{0,60}?\b"


@dataclass(frozen=True, slots=True)
class Phrase:
    """One way of saying `tag`; it can only stand in a text that has one of its `anchors`."""

    tag: str
    anchors: frozenset[str]
    before: re.Pattern[str] | None  # the whole phrase, when it has no slot
    slot: str = ""
    after: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a phrase was found: its own span, and for one with a slot where the name would begin or must end."""

    phrase: Phrase
    start: int
    end: int


class Phrases(dict[str, tuple[Phrase, ...]]):
    """Phrases by anchor word."""


def phrase(text: str, tag: str) -> Phrase:
    """The phrase that this line of a table means."""
    parts = _SLOT.split(text, maxsplit=1)
    if len(parts) == 1:
        return Phrase(tag, _anchors(text), _compiled(text))
    before, slot, after = parts
    return Phrase(tag, _anchors(f"{before} {after}"), _compiled(before, glue=True), slot, _compiled(after))


def phrases(table: Mapping[str, Iterable[str]]) -> Phrases:
    """The phrases of a table `tag -> lines`, in the table's order."""
    shelf: dict[str, list[Phrase]] = {}
    for tag, lines in table.items():
        for line in lines:
            made = phrase(line, tag)
            for anchor in made.anchors:
                shelf.setdefault(anchor, []).append(made)
    return Phrases({anchor: tuple(group) for anchor, group in shelf.items()})


def hits(shelf: Phrases, flat: Flat) -> Iterator[Hit]:
    """Every place where a phrase stands, in no special order; a phrase with its slot first is told by where it goes on."""
    seen: set[int] = set()
    for anchor in flat.words & shelf.keys():
        for candidate in shelf[anchor]:
            if id(candidate) not in seen:
                seen.add(id(candidate))
                yield from _places(candidate, flat)


def _places(candidate: Phrase, flat: Flat) -> Iterator[Hit]:
    pattern = candidate.before or candidate.after
    if pattern is None:
        return
    for match in pattern.finditer(flat.low):
        start = match.start()
        if start == 0 or not flat.low[start - 1].isalnum():
            yield Hit(candidate, start, match.end())


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
    return re.compile(source + (r"\s*" if source.endswith("'") else r"\s+"))


def _anchors(text: str) -> frozenset[str]:
    bare = re.sub(r"\[[^]]*\]", " ", text)
    fixed = _whole_words(_CHOICE.sub(" ", bare))
    if fixed:
        return frozenset({max(fixed, key=len)})
    for choice in _CHOICE.findall(bare):
        words = [_whole_words(option) for option in choice.split("|")]
        if all(words):
            return frozenset(max(found, key=len) for found in words)
    raise ValueError(f"this phrase has no whole word to be found by: {text}")


def _whole_words(text: str) -> list[str]:
    return _WORD.findall(re.sub(r"\S*\*\S*", " ", text))
