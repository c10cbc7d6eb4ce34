"""Clues that a run of words is a name: where it stands, and how often. Each clue is a short text with a weight."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from highroad.events.details.laid import Laid
from highroad.events.details.spans import Span
from highroad.events.details.tables import word_set


@dataclass(slots=True)
class Candidate:
    """What may be a name: every place it stands in, and the clues of all its places together."""

    spans: list[Span] = field(default_factory=list)
    clues: set[str] = field(default_factory=set)


def gathered(laid: Laid, spans: Iterable[Span]) -> dict[str, Candidate]:
    """The same words in small letters are one candidate, wherever they stand."""
    found: dict[str, Candidate] = {}
    low = laid.low
    for first, last in spans:
        name = " ".join(low[first : last + 1])
        candidate = found.get(name)
        if candidate is None:
            candidate = found[name] = Candidate()
        candidate.spans.append((first, last))
        candidate.clues.update(_around(laid, first, last))
    for candidate in found.values():
        zones = {laid.zones[first] for first, _ in candidate.spans}
        candidate.clues.add(f"times {min(len(candidate.spans), 4)}")
        candidate.clues.add("zones " + "".join(sorted(zones)))
    return found


def _around(laid: Laid, first: int, last: int) -> list[str]:
    """The words and marks before and behind; in sender and subject they mean other things than in the text."""
    low, gaps, words = laid.low, laid.gaps, laid.words
    zone = laid.zones[first]
    place = zone if zone in "sj" else ""
    left = gaps[first]
    right = gaps[last + 1] if last + 1 < len(low) else "\n"
    clues = [f"in {zone}"]
    if left and right:
        clues.append(f"whole line {zone}" if left == right == "\n" else f"whole {zone}")
    if not left:
        left = low[first - 1]
        clues += (
            f"{place}{gaps[first - 1] or low[first - 2]} {left} <",
            "small <"
            if words[first - 1][0].islower()
            else "office <"
            if left in word_set("words", "offices")
            else "capital <",
        )
    elif left != "\n":
        clues.append(f"{place}{low[first - 1]} {left} <")
    if not right:
        right = low[last + 1]
        clues.append(
            "> small"
            if words[last + 1][0].islower()
            else "> office"
            if right in word_set("words", "offices")
            else "> capital"
        )
    elif right != "\n":
        clues.append(f"> {right} small" if words[last + 1][0].islower() else f"> {right} capital")
    clues += (f"{place}{left} <", f"{place}> {right}")
    return clues
