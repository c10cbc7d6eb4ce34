"""A text laid flat for looking things up: bounded, wrapped lines joined, letter for letter as long as it was."""

import re
from dataclasses import dataclass

_LONGEST = 6000  # letters; what a mail has to say of itself stands in its first two pages
# Where a mail program broke a line: behind a long one, the sooner believed when the next goes on in small letters.
_WRAPPED = re.compile(
    r"(?<=[^\n]{45})(?<![.!?:;])[ \t]*\n(?=[a-zäöüß(])|(?<=[^\n]{62})(?<![.!?:;])[ \t]*\n(?=[^\s\d\-*•·>|–])"
)
_WORD = re.compile(r"[^\W\d_]+")
_EVEN = str.maketrans({"\u00a0": " ", "\u202f": " ", "\t": " ", "’": "'", "‘": "'", "´": "'", "\r": " "})


@dataclass(frozen=True, slots=True)
class Flat:
    """A text, the same in lower case (place for place), and the set of its words."""

    text: str
    low: str
    words: frozenset[str]


def lay_flat(text: str, *, longest: int = _LONGEST) -> Flat:
    """The text's first `longest` letters."""
    joined = unwrapped(text[:longest])
    low = _same_length_lower(joined)
    return Flat(joined, low, frozenset(_WORD.findall(low)))


def unwrapped(text: str) -> str:
    """The text with its wrapped lines joined and its blanks and apostrophes made one kind, as long as it was."""
    return _WRAPPED.sub(lambda wrap: " " * len(wrap[0]), text.translate(_EVEN))


def _same_length_lower(text: str) -> str:
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
