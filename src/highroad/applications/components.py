"""Things that share a key, directly or over others, put together."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

Item = TypeVar("Item")


def components(items: Sequence[Item], keys: Callable[[Item], Iterable[str]]) -> list[list[Item]]:
    """The connected parts, in the order of their first item; each keeps the order given."""
    above = list(range(len(items)))
    first_with: dict[str, int] = {}
    for index, item in enumerate(items):
        for key in keys(item):
            one, other = _top(above, index), _top(above, first_with.setdefault(key, index))
            above[max(one, other)] = min(one, other)
    parts: dict[int, list[Item]] = {}
    for index, item in enumerate(items):
        parts.setdefault(_top(above, index), []).append(item)
    return list(parts.values())


def _top(above: list[int], index: int) -> int:
    while above[index] != index:
        above[index] = above[above[index]]
        index = above[index]
    return index
