"""Where a text gives the words of others, in quotation marks."""

import re

SHORTEST, LONGEST = 25, 800  # characters; a shorter one is a name or a value: "Rejected"
MOST = 0.6  # of the whole text; what stands in marks as a whole is a mail that somebody copied
_MARKED = re.compile(rf"[“„«\"](?=\w)[^“”„«»\"]{{{SHORTEST},{LONGEST}}}[”“»\"]")


def quotations(text: str) -> tuple[tuple[int, int], ...]:
    """The stretches in quotation marks, of whatever language; none where nearly all of it is in them."""
    found = tuple(match.span() for match in _MARKED.finditer(text))
    quoted = sum(end - start for start, end in found)
    return found if quoted < MOST * len(text) else ()


def is_quoted(start: int, end: int, found: tuple[tuple[int, int], ...]) -> bool:
    """Whether most of a stretch stands in one of those."""
    return any(2 * (min(end, last) - max(start, first)) > end - start for first, last in found)
