"""Academic titles: what stands before a name in mail, so that a formal letter can say it too."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_DEGREE = r"(?:[ -]?(?i:med|dent|vet|rer|phil|nat|jur|iur|pol|oec|ing|theol|h\.? ?c)\b\.?)"
_TITLE = rf"(?:(?:Professor(?:in)?|Prof|PD|Doctor|Dr)\b\.?{_DEGREE}*\s+)"
_SALUTATION = r"(?:(?P<salutation>Frau|Herrn|Herr|Mrs|Ms|Mr|Mx)\b\.?\s+)"
_BEFORE = re.compile(rf"{_SALUTATION}?(?P<title>{_TITLE}*)(?P<name>\S.*)", re.S)
_WRITTEN = {"professor": "Prof.", "professorin": "Prof.", "prof": "Prof.", "pd": "PD", "doctor": "Dr.", "dr": "Dr."}
_KNOWN = re.compile(r"\b(?:Professorin|Professor|Prof|PD|Doctor|Dr)\b")
_AS_SAID = {"Herrn": "Herr"}


@dataclass(frozen=True, slots=True)
class Honour:
    """How someone is addressed: "Prof. Dr." or nothing, and "Frau" or nothing."""

    title: str = ""
    salutation: str = ""

    def before(self, name: str) -> str:
        """The name as it is addressed."""
        return " ".join(filter(None, (self.salutation, self.title, name)))


def apart(addressed: str) -> tuple[Honour, str]:
    """What stands before a name, and the name alone; "Haddad, Dr. Noor" is Noor Haddad, Dr."""
    family, comma, given = addressed.strip().partition(", ")
    found = _BEFORE.fullmatch(f"{given} {family}" if comma else family)
    return (_honour(found), " ".join(found["name"].split())) if found else (Honour(), "")


def titled(addressed: str) -> str:
    """The name with its title and without Mr or Ms, as pages show it."""
    honour, name = apart(addressed)
    return Honour(honour.title).before(name)


def family_name(name: str) -> str:
    """The last of its words, with what belongs to it: "van der Berg"; nothing of a single name."""
    words = name.split()
    particle = next((place for place, word in enumerate(words) if place and word.islower()), len(words) - 1)
    return " ".join(words[particle:]) if len(words) > 1 else ""


def honour_in(texts: Iterable[str], name: str, *, others: Iterable[str] = ()) -> Honour:
    """The longest title a full name bears in any text; the family name alone tells when no other bears it."""
    family = family_name(name)
    if not family:
        return Honour()
    shared = family.casefold() in {family_name(other).casefold() for other in others}
    found = [one for text in texts if _KNOWN.search(text) for one in _borne(text, name, family, shared=shared)]
    title = max((one.title for one in found), key=len, default="")
    said = (one.salutation for one in reversed(found) if one.salutation)
    return Honour(title, next(said, "")) if title else Honour()


def _borne(text: str, name: str, family: str, *, shared: bool) -> Iterator[Honour]:
    given = re.escape(name.removesuffix(family).strip()).replace(r"\ ", r"\s+")
    last = re.escape(family).replace(r"\ ", r"\s+")
    first = rf"(?:{given}\s+)" if shared else rf"(?:{given}\s+)?"
    forward = rf"\b{_SALUTATION}?(?P<title>{_TITLE}+){first}{last}\b"
    turned = rf"\b(?P<salutation>)\b{last},\s+(?P<title>{_TITLE}+){given}\b"
    for pattern in (forward, turned):
        yield from map(_honour, re.finditer(pattern, text))


def _honour(found: re.Match[str]) -> Honour:
    titles = dict.fromkeys(_WRITTEN[word.casefold()] for word in _KNOWN.findall(found["title"]))
    salutation = found["salutation"] or ""
    return Honour(" ".join(titles), _AS_SAID.get(salutation, salutation))
