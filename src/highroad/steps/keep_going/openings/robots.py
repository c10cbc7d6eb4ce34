"""What a robots.txt allows us to read (RFC 9309)."""

from collections.abc import Iterator
from itertools import groupby

US = "highroad"
_ALL = "*"
_LONGEST = 200_000  # letters of it that are read
_MOST_STEPS = 20_000
_MOST_RULES = 1000


def may_read(robots: str, path: str) -> bool:
    """Whether a path may be read: the longest rule that fits decides, and of two as long the one that allows.

    Both are told without percent signs, as these may hide one letter behind another.
    """
    rules = _rules(robots[:_LONGEST])
    ours = rules.get(US, rules.get(_ALL, []))
    fitting = [(len(pattern), allows) for allows, pattern in ours[:_MOST_RULES] if pattern and fits(pattern, path)]
    return max(fitting, default=(0, True))[1]


def fits(pattern: str, path: str) -> bool:
    """Whether a path begins as the pattern says; * is any letters, $ its end. Steps back to the last * only."""
    at = seen = steps = 0
    star = -1
    taken = 0
    while at < len(pattern):
        steps += 1
        if steps > _MOST_STEPS:
            return True  # such a rule is meant to keep out
        if pattern[at] == "*":
            star, taken = at, seen
            at += 1
        elif pattern[at] == "$" and at == len(pattern) - 1 and seen == len(path):
            at += 1
        elif seen < len(path) and pattern[at] == path[seen]:
            at, seen = at + 1, seen + 1
        elif star >= 0 and taken < len(path):
            taken += 1
            at, seen = star + 1, taken
        else:
            return False
    return True


def _rules(robots: str) -> dict[str, list[tuple[bool, str]]]:
    """Whether each pattern allows, by the name of whom it is for; several names may stand before their rules."""
    found: dict[str, list[tuple[bool, str]]] = {}
    names: list[str] = []
    for is_name, some in groupby(_lines(robots), key=lambda line: line[0] == "user-agent"):
        if is_name:
            names = [value.lower().split("/")[0] for _, value in some]
            continue
        told = [(field == "allow", value) for field, value in some if field in ("allow", "disallow")]
        for name in names:
            found.setdefault(name, []).extend(told)
    return found


def _lines(robots: str) -> Iterator[tuple[str, str]]:
    for line in robots.splitlines():
        field, colon, value = line.partition("#")[0].partition(":")
        if colon and field.strip().lower() in ("user-agent", "allow", "disallow"):
            yield field.strip().lower(), value.strip()
