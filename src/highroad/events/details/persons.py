"""What a person's name looks like."""

import re

from highroad.events.details.tables import word_set
from highroad.events.details.titles import is_head

_CAPITAL = "A-ZÀ-ÖØ-ÞŁŚŽŠČĆŻŹŐŰĞİŞ"
_SMALL = "a-zß-öø-ÿœğşłńřžšěčćıūāé"
_WORD = (
    rf"[{_CAPITAL}](?:[{_SMALL}]+|['’](?=[{_CAPITAL}]))"
    rf"(?:(?:['’-][{_CAPITAL}]?|[{_CAPITAL}])[{_SMALL}]+)*"
)
_PARTICLE = r"(?:van|von|der|den|de|del|della|di|da|dos|das|du|la|le|el|al|bin|ben|ibn|ter|ten|zu|y|e)"
_HONOUR = (
    r"(?:(?:Dr|Prof|Mr|Mrs|Ms|Mx|PD|Ing|Dipl|Herr|Frau|Herrn|Mme|M|Sra?|Dott|Dra)\.?"
    r"(?:[- ](?:med|rer|phil|nat|jur|Ing|h\.c)\.?)*\s+)"
)
_FULL = re.compile(
    rf"{_HONOUR}*(?P<name>{_WORD}(?:\s+[{_CAPITAL}]\.)?(?:\s+{_PARTICLE}){{0,2}}(?:\s+(?:Mc|Mac|O'|O’)?{_WORD}){{1,3}})"
)
_INITIAL = re.compile(rf"(?P<name>{_WORD}\s+[{_CAPITAL}]\.)(?=\s|$|,)")
_INITIALS_FIRST = re.compile(rf"{_HONOUR}*(?P<name>(?:[{_CAPITAL}]\.?[ -]?){{1,2}}\s?{_WORD}(?:\s+{_WORD})?)")
_DEGREE = re.compile(
    r",?\s+(?:PhD|Ph\.D\.|MBA|M\.A\.|B\.A\.|MSc|M\.Sc\.|B\.Sc\.|BSc|SHRM-?S?CP|PHR|CPA|Esq\.?|LL\.M\.|Dr\.?"
    r"|\((?:she|he|they|sie|er)[^)]*\))(?=\s|,|$)",
    re.I,
)


def is_given_name(word: str) -> bool:
    """Whether the word is a common first name."""
    return word.lower().strip(" .,!'") in word_set("first_names", "names")


def person_name(text: str) -> str | None:
    """The name when the text is a full name and nothing else: two to four words, no firm, office or day."""
    bare = _DEGREE.sub("", " ".join(text.split())).strip(" ,;:|*–-\"'")
    if "," in bare:
        family, _, given = bare.partition(",")
        bare = f"{given.strip()} {family.strip()}"
    match = _FULL.fullmatch(bare) or _INITIAL.fullmatch(bare) or _INITIALS_FIRST.fullmatch(bare)
    return _checked(match["name"]) if match else None


def _is_no_name(word: str, *, first: bool) -> bool:
    low = word.lower().strip("'’.")
    if first:
        return low in word_set("people", "not_names") or (is_head(low) and not is_given_name(low))
    return low in word_set("people", "not_names") or low in word_set("words", "firms")


def _checked(name: str) -> str | None:
    words = name.split()
    return None if any(_is_no_name(word, first=place == 0) for place, word in enumerate(words)) else " ".join(words)
