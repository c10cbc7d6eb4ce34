"""What the user may be called, as far as mail to and from their own address tells; a guess, to be asked about."""

import re
from collections import Counter
from collections.abc import Collection, Iterable

from highroad.mail.message import Address

WORDS = range(2, 6)  # of a whole name; one alone may be a nickname, or the front of the address
_WORD = re.compile(r"[^\W\d_][^\W\d_.'’-]*(?:['’.-][^\W\d_]*)*")
_NOBODY = frozenset(
    "applicant applicants candidate candidates customer user member recipient recipients undisclosed team jobs account "
    "bewerber bewerberin kandidat kandidatin kunde empfänger candidat candidate candidato candidata".split()
)


def likely_name(addresses: Iterable[Address], *, mine: Collection[str]) -> str:
    """The name that stands most often at the user's own addresses; nothing where two stand as often, or none does."""
    names = Counter(name for one in addresses if one.email in mine and (name := _as_signed(one.name)))
    most = names.most_common(2)
    return most[0][0] if most and (len(most) == 1 or most[0][1] > most[1][1]) else ""


def _as_signed(told: str) -> str:
    """A header's name as its bearer would write it, or nothing when it is none."""
    last, comma, first = told.strip(" '\"").partition(",")
    words = f"{first} {last}".split() if comma else last.split()
    if len(words) not in WORDS or not all(_WORD.fullmatch(word) and word.lower() not in _NOBODY for word in words):
        return ""
    name = " ".join(words)
    return name.title() if name.islower() or name.isupper() else name
