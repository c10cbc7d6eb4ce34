"""What a role's title looks like, what is taken off it, and how two spellings of one role are told to be the same."""

import re
from functools import lru_cache

from highroad.events.details.names import plain
from highroad.events.details.tables import word_set

_LONGEST = 90
_REMEMBERED = 16384  # mail repeats itself; hostile mail must not fill the memory
_MOST_WORDS = 12
_MARK = r"[mwfdxighvuanb*]"
_GENDERS = re.compile(
    rf"\s*(?:[(\[]\s*{_MARK}(?:\s?[/|,:]\s?(?:{_MARK}|div|gn|nb)\.?){{1,3}}\s*[)\]]"
    rf"|(?<!\w){_MARK}(?:[/|]{_MARK}){{1,3}}(?!\w)"
    r"|\((?:all genders?|gn|any gender|alle geschlechter|div)\)|\ball genders\b)",
    re.I,
)
_LABEL = (
    r"(?:job|requisition|req|reference|referenz|ref|position|posting|stellen|kenn|vacancy|référence|réf|referencia"
    r"|riferimento|rif|application)"
)
_NUMBERED = r"[ -]?(?:id|no|nr|number|nummer|ziffer|code|n°)?\.?\s?[:#]?\s?#?"
_NUMBER = re.compile(
    rf"(?<!\w){_LABEL}{_NUMBERED}(?=[\w./-]*\d)[a-z]{{0,6}}[\w./-]{{0,18}}\d\w*(?!\w)"
    r"|(?<!\w)(?:jr|req|r|j|p|id|vn|job|br)[-_ ]?\d{3,}\w{0,3}(?:-\d+)?(?!\w)"
    r"|#\s?\d{2,}[\w-]*|(?<!\w)20\d\d-\d{3,}(?!\w)|(?<![\w.])\d{5,}(?:br)?(?!\w)",
    re.I,
)
_EDGE_NUMBER = re.compile(
    r"^\d{3,}\s*(?:[:|–-]\s*|\s(?=[A-Z]))|\s*[-–|,/]\s*\d{3,}\s*$|\s*\(\s*(?:20\d\d-)?\d{3,}\s*\)\s*$|[\s,(]+\d{1,4}(?:[\s./-]+\d{1,4})+\)?\s*$|\s\d{4,}$"
)
_UNCLOSED = re.compile(r"\s*\([^)]*$|\s*\(?\b(?:ref|req)\.?\)?$", re.I)
_HOLLOW_BRACKETS = re.compile(r"\s*[(\[]\s*[:#.,-]*\s*[)\]]")
_WORKLOAD = re.compile(r"\s*,?\s*\(?\b\d{2,3}\s?(?:[-–]\s?\d{2,3})?\s?%\)?")
_ASIDE = re.compile(r"\s*(?:\(([^()]*)\)|\[([^\[\]]*)\]|\s[-–—|@/]\s+([^-–—|()]+)|,\s+([^,()]+))\s*$")
_LEAD = re.compile(
    r"^(?:(?:be|become|our|your|the|an?|next|this|new|of|as|for|open|currently|be|als|zum|zur|eine?:?[nrms]?|die|der|das|den|dem"
    r"|des|unsere[nrms]?|le|la|el|il|lo|o|de|di|del|della|da|do|het|een|un|une|una|uno|um|uma)\s+|[ld]['’](?=\w))+",
    re.I,
)
_FRAME = re.compile(
    r"^.*\b(?:position|post|role|job|vacancy|opening|application|stelle|position|ausbildungsplatz|ausbildungsstelle|praktikum|poste|offre|puesto|vacante"
    r"|posizione|ruolo|vaga|functie|vacature)\s+(?:of|as|for|als|de|d'|di|van|zum|zur|der|des|per|para)\s+|^(?:the\s+)?(?:job|stelle|position)\s+",
    re.I,
)
_TAIL = re.compile(
    r"[\s,;:]*\b(?:position|role|opening|vacancy|job|opportunity|posting|post|stelle|poste|puesto|ruolo|vaga|functie)s?$",
    re.I,
)
_EDGES = " \t\"'“”„‚»«,;:.–-|/*<>#"
_SPLIT = re.compile(r"[\s/,()&+|–-]+")
_GENDERED = re.compile(r"(?<=\w)(?:[:*_/·.-]+(?:in(?:nen)?|t?rice|ne|se|r|e|a)|\((?:in|ne|se|e|a)\))(?!\w)", re.I)


# "the BI Developer role and would like": what the next part of the sentence left behind
_DANGLING = re.compile(r"(?:\s+(?:role|position|post|and|or|und|oder|but))*\s+(?:and|or|und|oder|but)$", re.IGNORECASE)

_ENDINGS = tuple(word_set("roles", "endings"))


@lru_cache(maxsize=_REMEMBERED)
def tidy_role(raw: str) -> str | None:
    """The title without its number, gender marks and place; None when no title is left."""
    title = _NUMBER.sub("", raw)
    title = _WORKLOAD.sub("", _EDGE_NUMBER.sub("", _GENDERS.sub("", title)))
    title = " ".join(_HOLLOW_BRACKETS.sub("", _UNCLOSED.sub("", title)).split()).strip(_EDGES)
    title = _TAIL.sub("", _LEAD.sub("", _FRAME.sub("", title)))
    title = _DANGLING.sub("", _without_asides(title)).strip(_EDGES)
    return title if _could_be_title(title) else None


def _without_asides(title: str) -> str:
    """The title without the places and ways of working behind it: "Developer - Remote", "Analyst, Berlin"."""
    while match := _ASIDE.search(title):
        aside = next(part for part in match.groups() if part is not None)
        if not _is_aside(aside, bracketed=match[1] is not None or match[2] is not None):
            break
        title = title[: match.start()].rstrip(" ,;-–|/")
    return title


def _is_aside(text: str, *, bracketed: bool) -> bool:
    """Whether it names no part of the work; in brackets it rarely does."""
    parts = [word for word in _SPLIT.split(text.lower()) if word]
    if all(word in word_set("roles", "asides") or word.isdigit() for word in parts):
        return True
    return bracketed and not all(word in word_set("roles", "fields") for word in parts) and not has_head(text)


def _could_be_title(title: str) -> bool:
    parts = [word for word in _SPLIT.split(title.lower()) if word]
    if not parts or len(title) > _LONGEST or len(parts) > _MOST_WORDS or not any(map(str.isalpha, title)):
        return False
    if all(word in word_set("roles", "hollow") for word in parts):
        return False
    return has_head(title) or title[0].isupper()


@lru_cache(maxsize=_REMEMBERED)
def has_head(title: str) -> bool:
    """Whether a word of it names what someone does."""
    return any(map(is_head, _SPLIT.split(title.lower())))


@lru_cache(maxsize=_REMEMBERED)
def is_head(word: str) -> bool:
    """Whether the word, lower case, names what someone does."""
    bare = _GENDERED.sub("", word.strip("\"'.:;!?“”„"))
    if {bare, bare.removesuffix("s"), bare.removesuffix("in")} & word_set("roles", "heads"):
        return True
    if len(bare) <= 6 or bare in word_set("roles", "hollow"):
        return False
    return bare.endswith(_ENDINGS) or bare.removesuffix("in").endswith(_ENDINGS)


def is_plain_head(word: str) -> bool:
    """Whether the word names so many people in hiring mail that alone it is no title: manager, lead, partner."""
    return word in word_set("roles", "plain_heads")


@lru_cache(maxsize=_REMEMBERED)
def role_key(title: str) -> str:
    """The same for two spellings of one role: case, gender forms, numbers, place and punctuation do not count."""
    parts = plain(_GENDERED.sub("", tidy_role(title) or title)).split()
    return " ".join({"sr": "senior", "jr": "junior"}.get(word, word) for word in parts)
