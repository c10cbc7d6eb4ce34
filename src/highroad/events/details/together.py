"""Who is named in one breath: "Noor Haddad and Eli Brandt", "Maren, Ilse und Tom"."""

from collections.abc import Mapping

from highroad.events.details.clues import Candidate
from highroad.events.details.laid import Laid, Zone
from highroad.events.details.persons import is_given_name
from highroad.events.details.tables import word_set
from highroad.events.details.titles import is_head

_MOST_BETWEEN = 3  # honours and small words behind "and": "und mit Herrn Dr. Brandt"


def together(laid: Laid, found: Mapping[str, Candidate]) -> dict[str, set[str]]:
    """For each name in the text those that stand next to it, joined by "and" or a comma."""
    begun: dict[int, list[str]] = {}
    names = {name: candidate.spans for name, candidate in found.items() if not _is_title(name)}
    for name, spans in names.items():
        for first, _ in spans:
            begun.setdefault(first, []).append(name)
    joined: dict[str, set[str]] = {name: set() for name in found}
    for name, spans in names.items():
        for _, last in spans:
            for other in begun.get(_next(laid, last), ()):
                joined[name].add(other)
                joined[other].add(name)
    return joined


def _is_title(name: str) -> bool:
    """Whether it says what someone does: behind a comma, "Managing Editor" is the one before it."""
    words = name.split(" ")
    return is_head(words[-1]) and not is_given_name(words[0])


def _next(laid: Laid, last: int) -> int:
    """Where the next name of a list would begin; -1 where the list ends."""
    at = last + 1
    if at >= len(laid.words) or laid.zones[last] != Zone.BODY or laid.gaps[at] not in ("", ","):
        return -1
    listed = laid.gaps[at] == ","
    if laid.low[at] in word_set("people", "joining"):
        listed, at = True, at + 1
    passing = word_set("people", "honours") | word_set("people", "between")
    near = range(at, min(at + _MOST_BETWEEN, len(laid.words)))
    begin = next((place for place in near if laid.low[place] not in passing), -1)
    return begin if listed and begin >= 0 and laid.gaps[begin] in ("", ".", ",") else -1
