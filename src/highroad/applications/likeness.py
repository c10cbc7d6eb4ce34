"""How alike two names are: of employers, in fewer words or initials; of roles, in fewer words; of numbers."""

import re
from functools import lru_cache

from highroad.events.details.persons import is_given_name
from highroad.events.details.tables import word_set
from highroad.events.details.titles import is_plain_head

LEVELS = frozenset("intern junior mid senior staff principal lead head chief trainee graduate werkstudent".split())
BEGINNING = 5  # letters; "haldenfrey" and "haldenfrey group" are one house
FEWEST_INITIALS = 3
LONG_NUMBER = 4  # digits; no two employers have the same one by chance at the same time
_REMEMBERED = 8192  # mail repeats itself; hostile mail must not fill the memory
_DIGITS = re.compile(r"\d+")
_NUMBER_ALONE = re.compile(r"[a-z]{0,4} ?\d{3,}")


@lru_cache(maxsize=_REMEMBERED)
def letters(name: str) -> str:
    """Letters and digits alone, so that a name and the domain made of it are the same."""
    return "".join(letter for letter in name if letter.isalnum())


@lru_cache(maxsize=_REMEMBERED)
def name_keys(name: str) -> frozenset[str]:
    """Keys that tie every two spellings of one employer, and its domain with them: they tie much else too."""
    whole, first = letters(name), initials(name)
    begins = whole[:BEGINNING] if whole.isalpha() and len(whole) > BEGINNING else whole
    return frozenset(f"name:{key}" for key in (whole, begins) if key) | ({f"initials:{first}"} if first else set())


def tied(key: str) -> tuple[str, ...]:
    """The keys it ties to: its like, but initials tie to a name, for two long names may share them by chance."""
    kind, _, rest = key.partition(":")
    if kind == "initials":
        return (f"name:{rest}",)
    return (key, f"initials:{rest}") if kind == "name" else (key,)


@lru_cache(maxsize=_REMEMBERED)
def initials(name: str) -> str:
    """Of names of three words and more; else nothing."""
    words = name.split()
    return "".join(word[0] for word in words) if len(words) >= FEWEST_INITIALS else ""


@lru_cache(maxsize=_REMEMBERED)
def same_name(one: str, other: str) -> bool:
    """Whether two keys are spellings of one name: the same letters, or the initials of the other."""
    whole = letters(one), letters(other)
    return whole[0] == whole[1] or initials(one) == whole[1] or initials(other) == whole[0]


@lru_cache(maxsize=_REMEMBERED)
def is_shortened(one: str, other: str) -> bool:
    """Whether one name is the beginning of the other; after its first word, in the midst of a word too: "Rehab"."""
    short, long = sorted((one, other), key=len)
    return len(letters(short)) >= BEGINNING and long.startswith(short if " " in short else f"{short} ")


@lru_cache(maxsize=_REMEMBERED)
def bears(domain: str, name: str) -> bool:
    """Whether a domain is made of an employer's name, of its beginning or of its initials."""
    mark, whole = letters(domain), letters(name)
    first = name.split()[0] if name else ""
    return whole.startswith(mark) or mark == initials(name) or (len(first) >= BEGINNING and mark.startswith(first))


@lru_cache(maxsize=_REMEMBERED)
def is_agency(domain: str) -> bool:
    """Whether it says of itself that it finds people for others."""
    return any(word in letters(domain) for word in word_set("names", "agencies") | {"agency"})


@lru_cache(maxsize=_REMEMBERED)
def is_unlikely(name: str) -> bool:
    """Whether an employer's name is rather a person's or a posting's number."""
    words = name.split()
    return bool(_NUMBER_ALONE.fullmatch(name)) or (len(words) in (2, 3) and is_given_name(words[0]))


@lru_cache(maxsize=_REMEMBERED)
def like_role(one: str, other: str) -> bool:
    """Whether one names the role of the other in fewer words, as later mail does; a level is never left out."""
    longer, shorter = sorted((frozenset(one.split()), frozenset(other.split())), key=len, reverse=True)
    if not shorter < longer or LEVELS & (longer - shorter):
        return False
    return len(shorter) > 1 or not is_plain_head(next(iter(shorter)))


@lru_cache(maxsize=_REMEMBERED)
def number_key(requisition: str) -> str:
    """The number itself: mail writes NRS-98925, nrs 98925 and 98925."""
    digits = max(_DIGITS.findall(requisition), key=len, default="")
    return digits if len(digits) >= LONG_NUMBER else letters(requisition.casefold())


def is_long(number: str) -> bool:
    """Whether it tells a posting from those of every other employer."""
    return len(number) >= LONG_NUMBER + 1 and number.isdigit()
