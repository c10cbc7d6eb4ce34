"""The résumé read for slips: as a letter is, but for what only letters have, and for lists of names and tools."""

import re
from collections import Counter
from statistics import median

from highroad.words.likeness import edits
from highroad.words.proofread import proofread
from highroad.words.slip import Known, Letter, Proofreader, Slip, SlipKind

BULLETS = str.maketrans(dict.fromkeys("•▪‣●", "-"))  # a sentence may begin after a hyphen
LEFT_OVER = frozenset({SlipKind.PLACEHOLDER, SlipKind.DOUBLED})  # such as [Company], or a word twice
SHORTEST = 5  # letters of a word that is taken for mistyped; names of tools are mostly shorter
LEAST = 2  # words between two commas that say something; fewer are one thing named among others
_WORD = re.compile(r"[^\W\d_]+")
_APART = re.compile(r"[,:;|·•/]")


def slips_on_paper(text: str, known: Known, *, english: Proofreader) -> tuple[Slip, ...]:
    """What may be wrong in a résumé, in the order of its text; grammar is left in peace, for it is in pieces there."""
    often = Counter(_WORD.findall(text.casefold()))
    found = proofread(Letter(text.translate(BULLETS)), known, english=english)
    return tuple(slip for slip in found if slip.kind in LEFT_OVER or _is_mistyped(slip, text, often))


def _is_mistyped(slip: Slip, text: str, often: Counter[str]) -> bool:
    """A word in the middle of others, written this way only once, and one slip of the hand from another word."""
    if slip.kind is not SlipKind.SPELLING or len(slip.words) < SHORTEST or not slip.words[1:].islower():
        return False
    once = all(often[word] <= 1 for word in _WORD.findall(slip.words.casefold()))
    return once and _is_one_slip(slip) and _says_something(slip, text)


def _is_one_slip(slip: Slip) -> bool:
    """Whether one slip of the hand made it; two words put together are a name, unless one is hardly a word."""
    mistyped, meant = slip.words.lower(), slip.instead.lower()
    return edits(mistyped, meant, most=1) == 1 and min(map(len, meant.split())) in (len(meant), 1, 2)


def _says_something(slip: Slip, text: str) -> bool:
    """Whether it stands among words, on a line that is no list: half of what its commas part is longer than a name."""
    begins, ends = text.rfind("\n", 0, slip.start) + 1, text.find("\n", slip.end)
    line = text[begins : ends if ends >= 0 else len(text)]
    here = _APART.split(line[: slip.start - begins])[-1] + slip.words + _APART.split(line[slip.end - begins :])[0]
    return _words_in(here) >= LEAST <= median(filter(None, map(_words_in, _APART.split(line))))


def _words_in(text: str) -> int:
    return len(_WORD.findall(text))
