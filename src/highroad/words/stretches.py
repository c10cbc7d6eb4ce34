"""A sentence that goes on and on, in stretches that overlap: what is written without full stops is still read."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

SHORT = 25  # words; a sentence of so many is read as it stands
_WORD = re.compile(r"\S+")
_OPENS = frozenset(
    """and but because so then or although though since while when if that which who still yet anyway maybe
    und aber weil denn dann oder obwohl während wenn dass daß sondern doch trotzdem vielleicht also i ich""".split()
)


def stretches(sentence: str, *, most: int) -> Iterator[str]:
    """Unchanged pieces of `most` words at most, from where a thought may begin to where one may end.

    A short sentence has none. Each begins a quarter to half a stretch after the last, so that all words meet in one.
    """
    places = [word.span() for word in _WORD.finditer(sentence)]
    if len(places) <= SHORT:
        return
    for start, end in _runs(_joints([sentence[begin:end] for begin, end in places], most), most):
        yield sentence[places[start][0] : places[end - 1][1]]


def _joints(words: Sequence[str], most: int) -> list[int]:
    """Before which words a thought may begin, or must, as none has for long; and the end."""
    joints = [0]
    for at in range(1, len(words)):
        gone = at - joints[-1]
        if gone >= most // 2 or (gone >= most // 4 and _opens(words[at - 1], words[at])):
            joints.append(at)
    return [*joints, len(words)]


def _opens(before: str, word: str) -> bool:
    return before[-1] in ",;:–—-)" or word.lower().strip("(\"'„“”") in _OPENS


def _runs(joints: Sequence[int], most: int) -> Iterator[tuple[int, int]]:
    """From each joint as far as a stretch goes, up to the one that reaches the end, which begins early enough."""
    last, least = 0, most // 2 - 2
    for start in joints[:-1]:
        end = joints[bisect_right(joints, start + most) - 1]
        if end > last:
            yield max(0, min(start, end - least)), end
            last = end
