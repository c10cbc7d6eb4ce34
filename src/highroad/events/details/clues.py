"""Clues that a run of words is a name: where it stands, and how often. Each clue is a short text with a weight."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from highroad.events.details.laid import Laid
from highroad.events.details.spans import Span
from highroad.events.details.tables import word_set

_REACH = 4  # words before a name that may announce it


@dataclass(slots=True)
class Candidate:
    """What may be a name: every place it stands in, and the clues of all its places together."""

    spans: list[Span] = field(default_factory=list)
    clues: set[str] = field(default_factory=set)


def gathered(laid: Laid, spans: Iterable[Span]) -> dict[str, Candidate]:
    """The same words in small letters are one candidate, wherever they stand."""
    found: dict[str, Candidate] = {}
    before: dict[int, list[str]] = {}
    behind: dict[int, list[str]] = {}
    for first, last in spans:
        name = " ".join(laid.low[first : last + 1])
        candidate = found.get(name)
        if candidate is None:
            candidate = found[name] = Candidate()
        if first not in before:
            before[first] = _before(laid, first)
        if last not in behind:
            behind[last] = _behind(laid, last)
        candidate.spans.append((first, last))
        candidate.clues.update(before[first], behind[last])
        if laid.gaps[first] and (last + 1 == len(laid.gaps) or laid.gaps[last + 1]):
            candidate.clues.add(f"whole {laid.zones[first]}")
    for candidate in found.values():
        zones = {laid.zones[first] for first, _ in candidate.spans}
        candidate.clues.update((f"times {min(len(candidate.spans), 4)}", "zones " + "".join(sorted(zones))))
    return found


def _before(laid: Laid, first: int) -> list[str]:
    """Words and marks before a span; in sender and subject they mean other things than in the text."""
    low, gaps = laid.low, laid.gaps
    zone, mark = laid.zones[first], gaps[first]
    place = zone if zone in "sj" else ""
    near = low[max(0, first - _REACH) : first]
    clues = [f"in {zone}", f"{place}{mark or low[first - 1]} <"]
    if not word_set("names", "posts").isdisjoint(near):
        clues.append("post before")
    elif not word_set("names", "cues").isdisjoint(near):
        clues.append("cue before")
    if not mark:
        word = laid.words[first - 1]
        clues.append(f"{place}{gaps[first - 1] or low[first - 2]} {low[first - 1]} <")
        clues.append(f"{_sort(word, low[first - 1])} <")
    elif mark != "\n":
        clues.append(f"{place}{low[first - 1]} {mark} <")
    elif zone == "c" and first and laid.zones[first - 1] != "c":
        clues.append("first of closing")
    return clues


def _behind(laid: Laid, last: int) -> list[str]:
    """Words and marks behind a span."""
    if last + 1 == len(laid.low):
        return [f"{laid.zones[last] if laid.zones[last] in 'sj' else ''}> \n"]
    mark, word, low = laid.gaps[last + 1], laid.words[last + 1], laid.low[last + 1]
    clues = [f"{laid.zones[last] if laid.zones[last] in 'sj' else ''}> {mark or low}"]
    if not word_set("names", "posts").isdisjoint(laid.low[last + 1 : last + 3]):
        clues.append("post behind")
    if mark != "\n":
        clues.append(f"> {mark} {_sort(word, low)}")
    return clues


def _sort(word: str, low: str) -> str:
    """What a neighbour tells: it signs for an employer, names the post, joins words, or is a word like others."""
    for sort, table, group in (
        ("office", "words", "offices"),
        ("post", "names", "posts"),
        ("joining", "names", "breaks"),
    ):
        if low in word_set(table, group):
            return sort
    return "small" if word[0].islower() else "capital"
