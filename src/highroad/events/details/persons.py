"""What a person's name looks like, and what part their title gives them."""

import re
from collections.abc import Iterator
from functools import cache

from highroad.events.details.tables import table, word_set
from highroad.events.details.titles import is_head
from highroad.events.event import Part

_CAPITAL = "A-ZÀ-ÖØ-ÞŁŚŽŠČĆŻŹŐŰĞİŞ"
_SMALL = "a-zß-öø-ÿœğşłńřžšěčćıūāé"
_WORD = (
    rf"[{_CAPITAL}](?:[{_SMALL}]+|['’](?=[{_CAPITAL}]))"
    rf"(?:(?:['’-][{_CAPITAL}]?|[{_CAPITAL}])[{_SMALL}]+)*"
)
_PARTICLES = frozenset("van von der den de del della di da dos das du la le el al bin ben ibn ter ten zu y e".split())
_PARTICLE = r"(?:van|von|der|den|de|del|della|di|da|dos|das|du|la|le|el|al|bin|ben|ibn|ter|ten|zu|y|e)"
_HONOUR = (
    r"(?:(?:Dr|Prof|Mr|Mrs|Ms|Mx|PD|Ing|Dipl|Herr|Frau|Herrn|Mme|M|Sra?|Dott|Dra)\.?"
    r"(?:[- ](?:med|rer|phil|nat|jur|Ing|h\.c)\.?)*\s+)"
)
_FULL = re.compile(
    rf"{_HONOUR}*(?P<name>{_WORD}(?:\s+[{_CAPITAL}]\.)?(?:\s+{_PARTICLE}){{0,2}}(?:\s+(?:Mc|Mac|O'|O’)?{_WORD}){{1,3}})"
)
_ONE = re.compile(rf"{_HONOUR}*(?P<name>{_WORD})")
_INITIAL = re.compile(rf"(?P<name>{_WORD}\s+[{_CAPITAL}]\.)(?=\s|$|,)")
_INITIALS_FIRST = re.compile(rf"{_HONOUR}*(?P<name>(?:[{_CAPITAL}]\.?[ -]?){{1,2}}\s?{_WORD}(?:\s+{_WORD})?)")
_DEGREE = re.compile(
    r",?\s+(?:PhD|Ph\.D\.|MBA|M\.A\.|B\.A\.|MSc|M\.Sc\.|B\.Sc\.|BSc|SHRM-?S?CP|PHR|CPA|Esq\.?|LL\.M\.|Dr\.?"
    r"|\((?:she|he|they|sie|er)[^)]*\))(?=\s|,|$)",
    re.I,
)


@cache
def _parts() -> tuple[tuple[Part, re.Pattern[str]], ...]:
    content = table("people")["parts"]
    return tuple((Part(part), _any_word(words)) for part, words in content.items())


def _any_word(words: str) -> re.Pattern[str]:
    listed = sorted((" ".join(word.split()) for word in words.split(";")), key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, listed)) + r")(?!\w)")


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


def single_name(text: str) -> str | None:
    """The first name when the text is one capital word and nothing else."""
    match = _ONE.fullmatch(text.strip(" ,;:|*–-\"'!."))
    return _checked(match["name"]) if match and len(match["name"]) > 1 else None


def names_in(text: str, *, alone: bool = False) -> Iterator[tuple[str, int, int]]:
    """Each full name in running text with its place; with `alone`, first names by themselves count too."""
    position = 0
    while position < len(text):
        full = _FULL.search(text, position)
        one = _ONE.search(text, position) if alone else None
        match = full if full and (one is None or full.start() <= one.start()) else one
        if match is None:
            return
        name, end = _longest_real(match)
        if name and (alone or " " in name):
            yield name, match.start(), end
        position = max(end, match.start() + 1)


def _longest_real(match: re.Match[str]) -> tuple[str | None, int]:
    """The name cut before the first word that is none: "Noor Haddad Head" is Noor Haddad."""
    words = match["name"].split()
    for count, word in enumerate(words):
        if _is_no_name(word, first=count == 0):
            words = words[:count]
            break
    if not words:
        first = match["name"].split()[0]
        return None, match.start("name") + len(first)
    while words and words[-1].lower() in _PARTICLES:
        words.pop()
    kept = re.match(r"\s+".join(map(re.escape, words)), match["name"])
    return " ".join(words) or None, match.start("name") + (kept.end() if kept else 1)


def _is_no_name(word: str, *, first: bool) -> bool:
    low = word.lower().strip("'’.")
    if first:
        return low in word_set("people", "not_names") or (is_head(low) and not is_given_name(low))
    return low in word_set("people", "not_names") or low in word_set("words", "firms")


def _checked(name: str) -> str | None:
    words = name.split()
    return None if any(_is_no_name(word, first=place == 0) for place, word in enumerate(words)) else " ".join(words)


def part_of(title: str) -> Part | None:
    """The part that a title gives; None when the text is no title."""
    low = title.lower()
    for part, titles in _parts():
        if titles.search(low):
            return part
    return None
