"""Which role a mail is about: every place that names one, and how surely it does."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from highroad.events.details.flat import Flat
from highroad.events.details.names import is_common_noun
from highroad.events.details.naming import field_values, naming
from highroad.events.details.phrases import Hit, hits
from highroad.events.details.scan import titles_in
from highroad.events.details.titles import german_end, has_head, is_marked, open_end, tidy_role

_LONGEST = 110  # letters of a title that no word frames
_FRAMED, _OPEN, _FIELD, _SEGMENT = 6, 5, 7, 4
_HEADLESS = 3  # less, for a title without a word that names what someone does
_ARTICLES = re.compile(r"(?:^|\s)(?:the|our|an?|your|this|as)\s", re.I)
_QUOTES = "\"'“”„‚»«"
_BROKEN = re.compile(r"[.!?;:]\s|\n")
_SEGMENTS = re.compile(r"\s+[-–—|/·•]+\s+|\s*[|·•]\s*|:\s+")
_GERMAN_VERB = re.compile(
    r"(?:wurde|wird|ist|war|sind|haben|hat|bei|in|im|nicht|bereits|leider|zu|zur|auf|inzwischen)\b"
)
# Endings of German words for someone who does something; what they are called in hiring mail itself is left out.
_SOMEONE = re.compile(
    r"(?!Bewerber|Kandidat|Arbeitgeber|Ansprech|Partner|Mitbewerber|Absender|Empfänger|Nutzer|Kunde|Termin|Beginn|Hin|Unter|Vor|Zwi|Fe[bv]|Okt|Nov|Dez|Sept)"
    r"[A-ZÄÖÜ][a-zäöüß-]{2,}(?:er|ist|eur|ent|ant|or|oge|ikant|ner)(?:in|[:*/_]in|/-in|\(in\))?\b"
)
_ENDS_AS_ROLE = re.compile(r"\b(?:position|role|vacancy|opening|stelle)$", re.I)
# Words with which a line says something about a role, and is not itself the name of one.
_TALKS = re.compile(
    r"\b(?:your|you|our|we|us|my|is|are|was|will|can|please|thanks?|dear|hi|hello|from|with|about|applications?|applied|applying|interviews?"
    r"|invitation|invite|updates?|confirmation|confirmed|received|feedback|outcome|results?|next|offer|opportunity|regarding|call|chat|screen|not"
    r"|ihre?[nrm]?|deine?[nrm]?|unsere?[nrm]?|bewerbung|einladung|absage|gespräch|vorstellungsgespräch|termin|eingang|rückmeldung|sehr|hallo"
    r"|votre|candidature|entretien|su|tu|candidatura|entrevista|colloquio|proceso|processo|sollicitatie|gesprek)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Role:
    """A role as a mail writes it, how surely it is one, and where it ends in the text it was found in."""

    title: str
    weight: int
    end: int
    requisition: str | None = None


def roles_in_text(body: Flat, language: str | None, *, until: int) -> Iterator[Role]:
    """Every role the text names; titles behind `until` belong to those who sign."""
    yield from _phrased(body, language, ("framed", "open", "loose"))
    yield from _fields(body, language)
    yield from _scanned(body, until=until, german=language == "de")


def roles_in_subject(subject: Flat, language: str | None) -> Iterator[Role]:
    """Every role the subject names, also without a word about it: "Haldenfrey - Data Analyst"."""
    yield from _phrased(subject, language, ("framed", "open", "loose", "subject"))
    yield from _fields(subject, language)
    yield from _segments(subject, language)
    yield from _scanned(subject, until=len(subject.text), german=language == "de", extra=1)


def _phrased(flat: Flat, language: str | None, labels: tuple[str, ...]) -> Iterator[Role]:
    for hit in hits(naming("role", labels, language), flat):
        if found := _framed(flat, hit) if hit.phrase.after else _open(flat, hit, language):
            yield found


def _framed(flat: Flat, hit: Hit) -> Role | None:
    """A title between two phrases: "the {role} position"."""
    close = hit.phrase.after.search(flat.low, hit.end, hit.end + _LONGEST) if hit.phrase.after else None
    if close is None or _BROKEN.search(flat.text, hit.end, close.start()):
        return None
    raw = flat.text[hit.end : close.start()]
    return _role(_ARTICLES.split(raw)[-1], _FRAMED, close.end())


def _open(flat: Flat, hit: Hit, language: str | None) -> Role | None:
    """A title that ends where the sentence goes on: "applying for {role} at"."""
    start = hit.end
    while flat.text[start : start + 1] and flat.text[start] in _QUOTES:
        start += 1
    end = open_end(flat.text, start)
    if language == "de":
        end = min(end, german_end(flat.text, start))
    raw = flat.text[start:end]
    if hit.phrase.tag == "loose" and not _SOMEONE.match(raw):
        return None
    found = _role(raw, _OPEN, end, marked=is_marked(flat.text[start : end + 12]))
    return (
        found
        if found and (has_head(raw) or (raw[:1].isupper() and not _TALKS.search(raw))) and not _GERMAN_VERB.match(raw)
        else None
    )


def _fields(flat: Flat, language: str | None) -> Iterator[Role]:
    for value, end in field_values(flat, "role", language):
        if not _TALKS.search(value) and (found := _role(value, _FIELD, end)):
            yield found


def _segments(subject: Flat, language: str | None) -> Iterator[Role]:
    """The parts of a subject that are a title and nothing else."""
    for part in _SEGMENTS.split(subject.text):
        title = _without_nouns(part[: open_end(part, 0)]) if language == "de" else part[: open_end(part, 0)]
        if len(title.split()) > 9 or _TALKS.search(_ENDS_AS_ROLE.sub("", title)):
            continue
        if has_head(title) or is_marked(part) or _ENDS_AS_ROLE.search(title):
            found = _role(title, _SEGMENT, subject.text.find(title) + len(title), marked=True)
            if found:
                yield found


def _without_nouns(title: str) -> str:
    """ "Zweitgespräch Produktmanagerin" is Produktmanagerin."""
    first, _, rest = title.strip().partition(" ")
    return _without_nouns(rest) if rest and is_common_noun(first) and not has_head(first) else title.strip()


def _scanned(flat: Flat, *, until: int, german: bool, extra: int = 0) -> Iterator[Role]:
    """Titles told by a word in them that names what someone does, wherever they stand."""
    for found in titles_in(flat, until=until, german=german):
        if tidy := tidy_role(flat.text[found.start : found.end]):
            yield Role(tidy[0], found.weight + extra, found.end, tidy[1])


def _role(raw: str, weight: int, end: int, *, marked: bool = False) -> Role | None:
    tidy = tidy_role(raw)
    if tidy is None:
        return None
    title, number = tidy
    return Role(title, weight if marked or has_head(title) or is_marked(raw) else weight - _HEADLESS, end, number)
