"""People whom a text names: those one will meet or has met, who referred one, whom to ask."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from highroad.events.details.flat import Flat
from highroad.events.details.persons import names_in
from highroad.events.details.phrases import Phrases, hits, phrases
from highroad.events.details.tables import one_of, table
from highroad.events.event import Kind, Part, Person

_AHEAD = 220  # letters behind "you will meet" in which names are looked for
_BEHIND = 160  # letters before "will interview you"
_STOP = re.compile(r"[!?;]|\n\s*\n|(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bProf)\.(?=\s)|\.\s*$")
_SENTENCE = re.compile(r"[!?;:]\s|\n|(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bProf)\.\s")
_BRACKETS = re.compile(r"\([^()\n]*\)")
_APPOSITION = re.compile(
    r"(?:our|the|my|from|unser\w*|meine?\w*|aus|im|in|de[mr])\s+[\w &/-]{2,50}?(?=,|\s+(?:and|und|&|sowie)\s|$)"
)
_TITLE_BEHIND = re.compile(r"\s*(?:\(([^()\n]{2,70})\)|,\s*([^,.;()\n]{2,60})|\s[-–—]\s([^,.;()\n]{2,60}))")
_TITLE_BEFORE = re.compile(r"(?:our|the|my|your|unsere?[mnr]?|der|dem|die)\s+([\w&/ -]{3,50}?),?\s*$", re.I)
# A line of a list or a timetable: "- Noor Haddad", "10:00 - 10:45 CET: Noor Haddad, Head of Data".
_LISTED = re.compile(
    r"(?m)^[ \t]*(?:[-*•·>]|\d{1,2}[.)](?!\d)|\d{1,2}(?:[:.]\d{2})?[\d:. –—-]{0,14}"
    r"(?:(?:am|pm|Uhr|h|[A-Z]{2,4})\b[\d:., –—|-]{0,12}){0,4})[ \t]*"
    r"([^\n]{3,110})"
)
_LABELLED = re.compile(rf"(?mi)^[ \t>*•-]*{one_of('people', 'labels')}[ ]*:[ \t]*([^\n]{{0,160}})")
# Behind these no one is met any more: "with Noor Haddad about the Supply Chain role".
_LEADS_AWAY = re.compile(r"\b(?:about|regarding|concerning|for|über|bezüglich|zur|zum|für|instead of|because)\b")
# Between two names of one list nothing else may stand.
_JOINING = frozenset(
    """and und et y e en sowie as well both with mit also then frau herr herrn dr prof ms mr mrs our the or plus me
    myself us mir uns dem der die you dich""".split()
)
# What each group makes of the names behind it, whether first names alone count, and how many names it takes.
_BEHIND_PHRASE = {
    "behind": (Part.INTERVIEWER, True, 12),
    "further": (Part.INTERVIEWER, False, 12),
    "hiring_manager": (Part.HIRING_MANAGER, False, 1),
    "referrer": (Part.REFERRER, True, 1),
    "contact": (Part.OTHER, False, 1),
}
_BEFORE_PHRASE = {"before": Part.INTERVIEWER, "referring": Part.REFERRER}


def named_in(body: Flat, kind: Kind) -> Iterator[Person]:
    """Everyone the text names, with the part the words around give them."""
    for hit in hits(_phrases(), body):
        if hit.phrase.tag in _BEFORE_PHRASE:
            yield from _before(body, hit.start, _BEFORE_PHRASE[hit.phrase.tag])
            continue
        part, alone, most = _BEHIND_PHRASE[hit.phrase.tag]
        yield from islice(_behind(body, hit.end, part, alone=alone), most)
    if kind is Kind.INTERVIEW:
        yield from _listed(body)


@cache
def _phrases() -> Phrases:
    groups = table("people")["named"]
    return phrases({group: groups[group] for group in (*_BEHIND_PHRASE, *_BEFORE_PHRASE)})


def _behind(body: Flat, start: int, part: Part, *, alone: bool) -> Iterator[Person]:
    """The names behind a phrase, up to where its sentence ends; first names only in one list with others."""
    window = body.text[start : start + _AHEAD]
    stop = _STOP.search(window)
    window = window[: stop.start()] if stop else window
    bare = _without_brackets(window)
    last = 0
    for name, begin, end in names_in(bare, alone=alone):
        if last and _LEADS_AWAY.search(bare, last, begin):
            return
        if " " in name or _joins(bare[last:begin]):
            yield Person(name, "", _part_by_title(window, begin, end, part))
            last = end


def _before(body: Flat, end: int, part: Part) -> Iterator[Person]:
    """The names in front of a phrase, in its own sentence."""
    window = _SENTENCE.split(body.text[max(0, end - _BEHIND) : end])[-1]
    bare = re.sub(r",[^,]*,", lambda found: " " * len(found[0]), _without_brackets(window))
    found = list(names_in(bare, alone=True))
    for name, _, finish in found if part is Part.INTERVIEWER else found[-1:]:
        rest = re.sub(r"[A-Z]\w+", " ", bare[finish:])
        if _joins(rest):
            yield Person(name, "", part)


def _listed(body: Flat) -> Iterator[Person]:
    """In an invitation, names in a list of people or a timetable."""
    for pattern in (_LISTED, _LABELLED):
        for match in pattern.finditer(body.text):
            for name, begin, end in names_in(_without_brackets(match[1])):
                yield Person(name, "", _part_by_title(match[1], begin, end, Part.INTERVIEWER))


def _without_brackets(text: str) -> str:
    return _BRACKETS.sub(lambda found: " " * len(found[0]), text)


def _joins(between: str) -> bool:
    """Whether a name still belongs to the list: only titles, commas and "and" stand before it."""
    words = re.findall(r"[^\W\d_]+", _APPOSITION.sub(" ", between).lower())
    return _JOINING.issuperset(words)


def _part_by_title(window: str, begin: int, end: int, part: Part) -> Part:
    behind = _TITLE_BEHIND.match(window, end)
    before = _TITLE_BEFORE.search(window, 0, begin)
    titles = [group for match in (behind, before) if match for group in match.groups() if group]
    return Part.HIRING_MANAGER if any("hiring manager" in title.lower() for title in titles) else part
