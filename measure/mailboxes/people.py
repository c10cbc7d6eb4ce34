"""The people met: names out of a pool, addresses out of names."""

import hashlib
import random
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from measure.mailboxes.content import Pool

PARTS = {
    "recruiter": "recruiter",
    "manager": "hiring_manager",
    "interviewer": "interviewer",
    "second": "interviewer",
    "coordinator": "coordinator",
    "referrer": "referrer",
}

_SPELT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "o", "ł": "l", "ı": "i"})


@dataclass(frozen=True)
class Someone:
    """A made-up person at an employer or an agency."""

    first: str
    last: str
    woman: bool
    email: str
    part: str

    @property
    def name(self) -> str:
        """The full name."""
        return f"{self.first} {self.last}"


def plain(text: str) -> str:
    """Text as it may stand in an address."""
    text = text.lower().translate(_SPELT)
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9-]", "", text)


def address(first: str, last: str, domain: str, manner: int = 0) -> str:
    """A person's address in one of the manners firms have."""
    given, family = plain(first), plain(last)
    local = (f"{given}.{family}", f"{given[0]}.{family}", f"{family}", f"{given}")[manner % 4]
    return f"{local}@{domain}"


def token(seed: str) -> str:
    """Letters and digits as machines put them into addresses, always the same for a seed."""
    return hashlib.sha256(seed.encode()).hexdigest()[:14]


def names(pool: Pool, dice: random.Random) -> Iterator[tuple[str, str, bool]]:
    """All first and last names of the pool put together, each once, in a mixed order."""
    given = [(first, True) for first in pool.women] + [(first, False) for first in pool.men]
    everyone = [(first, last, woman) for first, woman in given for last in pool.last]
    dice.shuffle(everyone)
    return iter(everyone)
