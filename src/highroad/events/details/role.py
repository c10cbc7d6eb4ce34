"""Which role a mail is about: every place that names one, and how surely it does."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from highroad.events.details.flat import Flat
from highroad.events.details.naming import field_values, naming
from highroad.events.details.phrases import Hit, hits
from highroad.events.details.titles import has_head, is_field, is_marked, tidy_role

_LONGEST = 110  # letters of a title that no word frames
_FRAMED, _OPEN, _FIELD, _SEGMENT, _LINE, _HEADLESS = 6, 5, 6, 4, 2, -3
_ARTICLES = re.compile(r"(?:^|\s)(?:the|our|an?|your|this|as)\s", re.I)
_QUOTES = "\"'“”„‚»«"
_BROKEN = re.compile(r"[.!?;:]\s|\n")
_PLACE = re.compile(r"\s+in\s+(?=[A-ZÀ-Þ(]|unser)")
_SEGMENTS = re.compile(r"\s+[-–—|/·•]+\s+|\s*[|·•:]\s+")
_ENDS_AS_ROLE = re.compile(r"\b(?:position|role|vacancy|opening|stelle)$", re.I)
# Words with which a subject says something about a role, and is not itself the name of one.
_TALKS = re.compile(
    r"\b(?:your|you|our|we|us|my|is|are|was|thank|thanks|from|with|about|application|applications|applied|applying|interview|invitation"
    r"|invite|update|confirmation|confirmed|received|feedback|outcome|result|results|next|offer|opportunity|regarding|call|chat|screen|ihre?|deine?|unsere?"
    r"|bewerbung|einladung|absage|gespräch|vorstellungsgespräch|termin|eingang|rückmeldung|candidature|entretien|candidatura|entrevista|colloquio"
    r"|proceso|processo|sollicitatie|gesprek)\b",
    re.I,
)
# Where a title that no word frames comes to its end.
_STOP_WORDS = (
    "at|with|here|we|you|has|have|had|is|are|was|were|will|which|that|who|because|due|on|within|but|so|as|from|by|after|since|this|until"
    "|before|and (?:we|our|your|for|that|are|is|the|would)|to(?! the [A-Z]| [A-Z]{2,4}\b| (?:Managing|Chief|Head|Director|Board|Dean|President|Vice)\b)"
    "|bei|beim|in (?:der|dem|unserem|unserer|unser)|im(?! Bereich)|und(?= (?:[IiDd]hr|[Ii]hre[mnrs]?|[Dd]eine?[mnrs]?|das|die|den|damit|für|wir|sind|haben|möchten))|sowie|haben|hat|ist|wurde|wird|werden|sind|können|möchten|interessieren|an|am|ab|zum|zur|aus"
    "|über|vom|welche[rs]?|erhalten|erfolgreich|leider|nicht|entschieden|eingegangen|beworben|anderweitig|gefunden|suchen|sucht|danken|anbieten|anzubieten|bewirbst|dankend"
    "|chez|au sein|auprès|nous|a été|est|et nous|n'a|que|qui|avons|en nuestr[oa]|en|ha sido|y que|hemos|no|se|presso|è|che|e che"
    "|abbiamo|ha|non|nel|nella|na|da nossa|foi|e que|não|bij|binnen|zijn|hebben|en wij|niet|via"
)
_OPEN_END = re.compile(
    rf"[.!?;\n{_QUOTES}](?!\w)|[“”„»«\"]|\s[-–—|]\s|:\s|,\s(?=[a-zà-ÿ])|,\s(?=[A-Z])|\s(?:{_STOP_WORDS})(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Role:
    """A role as a mail writes it, how surely it is one, and where it ends in the text it was found in."""

    title: str
    weight: int
    end: int
    requisition: str | None = None


def roles_in_text(body: Flat, language: str | None) -> Iterator[Role]:
    """Every role the text names."""
    yield from _phrased(body, language, ("framed", "open"))
    yield from _fields(body, language)
    yield from _lines(body)


def roles_in_subject(subject: Flat, language: str | None) -> Iterator[Role]:
    """Every role the subject names, also without a word about it: "Haldenfrey - Data Analyst"."""
    yield from _phrased(subject, language, ("framed", "open", "subject"))
    yield from _fields(subject, language)
    yield from _segments(subject)


def _phrased(flat: Flat, language: str | None, labels: tuple[str, ...]) -> Iterator[Role]:
    for label in labels:
        for hit in hits(naming("role", label, language), flat):
            if found := _framed(flat, hit) if hit.phrase.after else _open(flat, hit):
                yield found


def _framed(flat: Flat, hit: Hit) -> Role | None:
    """A title between two phrases: "the {role} position"."""
    close = hit.phrase.after.search(flat.low, hit.end, hit.end + _LONGEST) if hit.phrase.after else None
    if close is None or _BROKEN.search(flat.text, hit.end, close.start()):
        return None
    raw = flat.text[hit.end : close.start()]
    return _role(_ARTICLES.split(raw)[-1], _FRAMED, close.end())


def _open(flat: Flat, hit: Hit) -> Role | None:
    """A title that ends where the sentence goes on: "applying for {role} at"."""
    start = hit.end
    while flat.text[start : start + 1] and flat.text[start] in _QUOTES:
        start += 1
    end = _open_end(flat.text, start)
    raw = flat.text[start:end]
    return _role(raw, _OPEN, end) if has_head(raw) or is_marked(flat.text[start : end + 12]) else None


def _open_end(text: str, start: int) -> int:
    """Where the title ends; a comma or dash with a field of work behind it belongs to the title."""
    limit = min(len(text), start + _LONGEST)
    position = start
    while stop := _OPEN_END.search(text, position, limit):
        following = _OPEN_END.search(text, stop.end(), limit)
        if stop[0].strip() not in (",", "-", "–", "|") or not is_field(text[stop.end() : following.start() if following else limit]):
            break
        position = stop.end()
    end = stop.start() if stop else limit
    place = _PLACE.search(text, start, end)
    return place.start() if place and has_head(text[start : place.start()]) else end


def _fields(flat: Flat, language: str | None) -> Iterator[Role]:
    for value, end in field_values(flat, "role", language):
        if found := _role(value, _FIELD, end):
            yield found


def _segments(subject: Flat) -> Iterator[Role]:
    """The parts of a subject that are a title and nothing else."""
    for part in _SEGMENTS.split(subject.text):
        title = part[: _open_end(part, 0)]
        if len(title.split()) > 9 or _TALKS.search(_ENDS_AS_ROLE.sub("", title)):
            continue
        if has_head(title) or is_marked(part) or _ENDS_AS_ROLE.search(title):
            found = _role(f"{title} (m/w/d)" if is_marked(part) else title, _SEGMENT, subject.text.find(title) + len(title))
            if found:
                yield found


def _lines(body: Flat) -> Iterator[Role]:
    """A line that is a title and nothing else, as hiring systems set it under their headline."""
    for match in re.finditer(r"(?m)^[ \t*•·-]*([A-ZÀ-Þ][^\n.!?:@,]{3,70})$", body.text[:1500]):
        if match.start() > 0 and has_head(match[1]) and not _TALKS.search(match[1]) and (found := _role(match[1], _LINE, match.end())):
            yield found


def _role(raw: str, weight: int, end: int) -> Role | None:
    tidy = tidy_role(raw)
    if tidy is None:
        return None
    title, number = tidy
    return Role(title, weight if has_head(title) or is_marked(raw) else weight + _HEADLESS, end, number)
