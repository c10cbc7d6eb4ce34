"""Which role a mail is about, and the number it is filed under."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from highroad.events.details.flat import Flat
from highroad.events.details.names import plain
from highroad.events.details.naming import field_values, naming
from highroad.events.details.phrases import Hit, hits
from highroad.words.content import load_toml

_LONGEST = 110
_MARKS = r"[mwfdxighvuanb*]"
_GENDERS = re.compile(
    rf"\s*(?:\(\s*{_MARKS}(?:\s?[/|,]\s?(?:{_MARKS}|div|gn|nb)\.?){{1,3}}\s*\)|\[\s*{_MARKS}(?:\s?[/|,]\s?{_MARKS}){{1,3}}\s*\]|"
    rf"(?<!\w){_MARKS}(?:[/|]{_MARKS}){{1,3}}(?!\w)|\((?:all genders?|gn|any gender|alle geschlechter|div)\)|\ball genders\b)",
    re.I,
)
_LABEL = r"(?:job|req(?:uisition)?|ref(?:erence|erenz|\.)?|position|posting|stellen|kenn|vacancy|réf(?:érence)?|referencia|rif(?:erimento)?)"
_REQUISITION = re.compile(
    rf"(?<!\w)(?:{_LABEL}[ -]?(?:id|no|nr|number|nummer|ziffer|code|n°)?\.?\s?[:#]?\s?#?(?=[\w./-]*\d)(?P<labelled>[A-Za-z]{{0,6}}[\w./-]{{0,18}}\d\w*)|"
    r"(?P<lettered>(?:JR|REQ|R|J|P|ID|VN|JOB|BR)[-_ ]?\d{3,}\w{0,3}(?:-\d+)?)|#\s?(?P<hashed>\d{2,}[\w-]*)|(?P<year>20\d\d-\d{3,})|(?P<bare>\d{5,}(?:BR)?))(?!\w)",
    re.I,
)
_NUMBER_AT_EDGE = re.compile(
    r"(?:^\d{3,}\s*[:|–-]\s*)|(?:\s*[-–|,/]\s*\d{3,}\s*$)|(?:\s*\(\s*(?:20\d\d-)?\d{3,}\s*\)\s*$)"
)
_EMPTY_BRACKETS = re.compile(r"\s*[(\[]\s*[:#.,-]*\s*[)\]]")
_ASIDE = re.compile(r"\s*(?:\(([^()]*)\)|\[([^\[\]]*)\]|\s[-–—|@/]\s+([^-–—|()]+)|,\s+([^,()]+))\s*$")
_LEAD = re.compile(
    r"^(?:(?:the|a|an|our|your|this|of|as|open|als|zum|zur|eine?[nrms]?|die|der|das|den|dem|des|unsere[nrms]?|le|la|el|il|lo|o|de|het|een|un|une|una|uno|um|uma|l'|d')\s+"
    r"|(?:l'|d'|l’|d’))+",
    re.I,
)
_ARTICLES = re.compile(r"(?:^|\s)(?:the|our|an?|your|this|as)\s", re.I)
_TAIL = re.compile(
    r"[\s,;:]*\b(?:position|role|opening|vacancy|job|opportunity|posting|stelle|poste|puesto|ruolo|vaga|functie)s?$",
    re.I,
)
# Where a title that no word frames comes to its end.
_OPEN_END = re.compile(
    r"[.!?;\n\"“”»]|\s[-–—|]\s|:\s|,\s(?=[a-zà-ÿ])|,\s(?:und|and)\s|\s(?:at|with|here|and we|and our|and your|and for|and that|and are|and is|we|you|has|have|had|is|are|was|were|will|which|that|"
    r"who|because|due|on our|on the|on|within|because|but|so|as|to|from|by|after|since|this|until|before|"
    r"bei|beim|in der|in unserem|in unserer|und|sowie|haben|hat|ist|wurde|wird|sind|können|möchten|interessieren|an|am|ab|zum|zur|aus|über|vom|welche|mit der|erhalten|erfolgreich|leider|nicht|entschieden|eingegangen|beworben|anderweitig|gefunden|"
    r"chez|au sein|auprès|nous|a été|est|et nous|n'a|que|qui|avons|"
    r"en nuestr|en|ha sido|que|y que|hemos|no|se|"
    r"presso|è|che|e che|abbiamo|ha|non|nel|nella|"
    r"na|no|da nossa|foi|e que|não|"
    r"bij|binnen|is|zijn|hebben|en wij|niet|via)(?=\s|$)",
)
_PLACE = re.compile(r"\s+in\s+(?=[A-ZÀ-Þ(]|unser)")
_SPLIT = re.compile(r"[\s/,()&+|–-]+")


@dataclass(frozen=True, slots=True)
class Role:
    """A role as a mail writes it, how surely it is one, and where it ends in the text it was found in."""

    title: str
    weight: int
    end: int
    requisition: str | None = None


@cache
def _words_of(group: str) -> frozenset[str]:
    return frozenset(load_toml("highroad.events.details", "content/roles.toml")[group].split())


@cache
def _endings() -> tuple[str, ...]:
    return tuple(_words_of("endings"))


def roles(flat: Flat, language: str | None, *, where: str) -> Iterator[Role]:
    """Every role the text names; `where` is "text" or "subject"."""
    for label in ("framed", "open") if where == "text" else ("framed", "open", "subject"):
        for hit in hits(naming("role", label, language), flat):
            if found := _framed(flat, hit) if hit.phrase.after else _open(flat, hit):
                yield found
    for value, end in field_values(flat, "role", language):
        if tidy := tidy_role(value):
            yield Role(tidy[0], 6 if has_head(tidy[0]) else 4, end, tidy[1])


def _framed(flat: Flat, hit: Hit) -> Role | None:
    """A title between two phrases: "the {role} position"."""
    after = hit.phrase.after
    close = after.search(flat.low, hit.end, hit.end + _LONGEST) if after else None
    if close is None:
        return None
    raw = flat.text[hit.end : close.start()]
    if re.search(r"[.!?;:]\s|\n", raw):
        return None
    tidy = tidy_role(_ARTICLES.split(raw)[-1])
    return Role(tidy[0], 6 if has_head(tidy[0]) else 3, close.end(), tidy[1]) if tidy else None


def _open(flat: Flat, hit: Hit) -> Role | None:
    """A title that ends where the sentence goes on: "applying for {role} at"."""
    end = _open_end(flat.text, hit.end)
    raw = flat.text[hit.end : end]
    tidy = tidy_role(raw)
    if tidy is None or not (has_head(tidy[0]) or _GENDERS.search(raw)):
        return None
    return Role(tidy[0], 5, end, tidy[1])


def _open_end(text: str, start: int) -> int:
    limit = min(len(text), start + _LONGEST)
    stop = _OPEN_END.search(text, start, limit)
    end = stop.start() if stop else limit
    place = _PLACE.search(text, start, end)
    if place and has_head(text[start : place.start()]):
        return place.start()
    return end


def tidy_role(raw: str) -> tuple[str, str | None] | None:
    """The title without its number, gender marks and place, and the number; None when no title is left."""
    number = requisition(raw)
    title = _REQUISITION.sub("", raw)
    title = _NUMBER_AT_EDGE.sub("", _GENDERS.sub("", title))
    title = _EMPTY_BRACKETS.sub("", " ".join(title.split()))
    title = _LEAD.sub("", title.strip(" \"'“”„‚»«,;:.-–|/*<>#"))
    title = _without_asides(_TAIL.sub("", title)).strip(" \"'“”„‚»«,;:.-–|/*<>#")
    return (title, number) if _could_be_role(title) else None


def _without_asides(title: str) -> str:
    """The title without the places and ways of working behind it: "Developer - Remote", "Analyst, Berlin"."""
    while match := _ASIDE.search(title):
        aside = next(part for part in match.groups() if part is not None)
        words = [word for word in _SPLIT.split(aside.lower()) if word]
        in_brackets = match[1] is not None or match[2] is not None
        if not all(word in _words_of("asides") or word.isdigit() for word in words) and not (
            in_brackets and len(words) > 4
        ):
            break
        title = title[: match.start()].rstrip(" ,;-–|/")
    return title


def _could_be_role(title: str) -> bool:
    words = [word for word in _SPLIT.split(title.lower()) if word]
    if not words or len(title) > 90 or len(words) > 12 or not any(letter.isalpha() for letter in title):
        return False
    if all(word in _words_of("hollow") for word in words):
        return False
    return has_head(title) or title[0].isupper()


def has_head(title: str) -> bool:
    """Whether a word of it names what someone does."""
    return any(_is_head(word) for word in _SPLIT.split(title.lower()))


def _is_head(word: str) -> bool:
    bare = re.sub(r"(?:[:*_/·.]in(?:nen)?|\(in\)|[:*_/]r|\(e\))$", "", word.strip("\"'.:;!?“”„"))
    heads = _words_of("heads")
    if bare in heads or bare.removesuffix("s") in heads or bare.removesuffix("in") in heads:
        return True
    return len(bare) > 6 and bare.endswith(_endings())


def requisition(text: str) -> str | None:
    """The number a posting is filed under, as written."""
    match = _REQUISITION.search(text)
    if match is None:
        return None
    return next(group for group in match.groups() if group is not None).strip(" .-/")


@cache
def role_key(title: str) -> str:
    """The same for two spellings of one role: case, gender forms, numbers, place and punctuation do not count."""
    tidy = tidy_role(title)
    bare = tidy[0] if tidy else title
    bare = re.sub(r"(?<=\w)(?:[:*_/]in(?:nen)?|\(in\)|\(e\)|[:*_/]r)\b", "", bare)
    return plain(bare).replace("sr ", "senior ").replace("jr ", "junior ")
