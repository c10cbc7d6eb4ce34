"""Who is met in a mail: who signs it, who is named as interviewer, who comes by the calendar; never the user."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from highroad.events.details.calendars import Appointment
from highroad.events.details.flat import Flat
from highroad.events.details.names import plain
from highroad.events.details.persons import names_in, part_of, person_name, single_name
from highroad.events.details.phrases import Phrases, hits, phrases
from highroad.events.event import Kind, Part, Person
from highroad.mail.message import Address
from highroad.words.content import load_toml

_MOST = 20
_AHEAD = 220  # letters behind "you will meet" in which names are looked for
_STOP = re.compile(r"[!?;]|\n\s*\n|\.(?=\s+[A-ZÄÖÜ][a-zäöüß]+\s+[a-zäöüß])|\.\s*$")
_BRACKETS = re.compile(r"\([^()\n]*\)")
_TITLE_BEHIND = re.compile(
    r"\s*(?:\((?P<brackets>[^()\n]{2,70})\)|,\s*(?P<comma>(?:our|the|your|unser|unsere|der|die)?\s*[^,.;()\n]{2,60})|\s[-–—]\s(?P<dash>[^,.;()\n]{2,60}))"
)
_TITLE_BEFORE = re.compile(
    r"(?:our|the|my|your|unser(?:e[mnr]?)?|der|dem|die)\s+(?P<title>[A-Za-zÄÖÜäöüß&/ -]{3,50}?),?\s*$", re.I
)
_LISTED = re.compile(
    r"(?m)^[ \t]*(?:[-*•·>]|\d{1,2}[.)]|\d{1,2}[:.h]\d{2}[\d:.\s–—-]{0,14}(?:(?:am|pm|Uhr|h|[A-Z]{2,4})\b[\d:.,\s–—|-]{0,12}){0,4})[ \t]*(?P<rest>[^\n]{3,110})"
)
_LABELLED = re.compile(
    r"(?mi)^[ \t>*•-]*(?:interviewers?|panel|with|who|attendees|participants|your interviewers?|gesprächspartner(?:in|innen)?|teilnehmer(?:innen)?|interviewpartner(?:in)?|mit|intervieweur|entrevistador(?:es|a)?|intervistatore|gesprekspartners?)[ ]*:[ \t]*(?P<rest>[^\n]{0,160})"
)
_MACHINE = re.compile(
    r"no-?reply|do-?not-?reply|notification|mailer|system|support|info|jobs?|careers?|karriere|bewerbung|recruit|talent|hiring|hr\b|personal\b|team|office|kontakt|contact|hello|people",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Cast:
    """What people are looked for in."""

    body: Flat
    sender: Address | None
    signers: tuple[str, ...]
    appointment: Appointment | None
    kind: Kind
    greeted: str
    mine: frozenset[str]  # the user's own addresses
    my_names: frozenset[str]  # the user's own names, plain
    employer: str | None


@cache
def _phrases(group: str) -> Phrases:
    table = load_toml("highroad.events.details", "content/people.toml")["interviewers"]
    return phrases({group: table[group]})


def people_met(cast: Cast) -> tuple[Person, ...]:
    """Everyone named, each once, the best-known part of each; in the order they stand."""
    found = [*_signers(cast), *_interviewers(cast), *_listed(cast), *_named_otherwise(cast), *_by_calendar(cast)]
    return _merged([person for person in found if not _is_user(person, cast) and not _is_employer(person, cast)])


def _signers(cast: Cast) -> Iterator[Person]:
    sender = cast.sender
    sender_name = _person_of(sender)
    for place, line in enumerate(cast.signers[:10]):
        pieces = [
            piece.strip()
            for piece in re.split(r"\s*[|·•]\s*|,\s+|\s[-–—@]\s|\s+\((?=[A-Z])|\s+(?:at|from|von|bei)\s+", line)
            if piece.strip()
        ]
        name = person_name(pieces[0]) if pieces else None
        if name is None and place == 0 and len(pieces) and (first := single_name(pieces[0])):
            name = sender_name if sender_name and sender_name.split()[0] == first else first
        if name is None:
            continue
        title = " | ".join([*pieces[1:], *_title_lines(cast.signers[place + 1 : place + 3])])
        part = part_of(title) if title else None
        address = sender.email if sender and _same_person(name, sender) else ""
        yield Person(name, address, _default_part(cast) if part in (None, Part.OTHER) else part or Part.OTHER)
        break
    else:
        if sender_name and sender:
            yield Person(sender_name, sender.email, _default_part(cast))


def _title_lines(lines: tuple[str, ...]) -> list[str]:
    return [line for line in lines if not person_name(line) and "@" not in line and len(line) < 80]


def _default_part(cast: Cast) -> Part:
    return Part.RECRUITER if cast.kind is Kind.OUTREACH else Part.OTHER


def _person_of(sender: Address | None) -> str | None:
    """The sender's own name, when it is a person's and not a team's."""
    if sender is None or not sender.name:
        return None
    shown = re.split(r"\s+(?:via|at|from|von|bei|@|\||[-–—])\s+|\s*\(|\s*/\s*", sender.name.strip(" \"'"))[0]
    return person_name(shown)


def _same_person(name: str, sender: Address) -> bool:
    words = plain(name).split()
    local = plain(sender.email.partition("@")[0].replace(".", " "))
    shown = plain(sender.name).split()
    return bool(words) and (words[0] in shown or words[-1] in local or words[0] in local.split())


def _interviewers(cast: Cast) -> Iterator[Person]:
    for hit in hits(_phrases("behind"), cast.body):
        yield from _people_ahead(cast, hit.end, Part.INTERVIEWER)
    for hit in hits(_phrases("before"), cast.body):
        yield from _people_behind(cast, hit.start)


def _named_otherwise(cast: Cast) -> Iterator[Person]:
    for hit in hits(_phrases("hiring_manager"), cast.body):
        yield from list(_people_ahead(cast, hit.end, Part.HIRING_MANAGER, alone=False))[:1]
    for hit in hits(_phrases("referrer"), cast.body):
        yield from list(_people_ahead(cast, hit.end, Part.REFERRER))[:1]
    for hit in hits(_phrases("referring"), cast.body):
        for person in list(_people_behind(cast, hit.start))[-1:]:
            yield replace(person, part=Part.REFERRER)


def _people_ahead(cast: Cast, start: int, part: Part, *, alone: bool = True) -> Iterator[Person]:
    """The names behind a phrase, up to where its sentence ends; first names alone count right behind it."""
    window = cast.body.text[start : start + _AHEAD]
    stop = _STOP.search(window)
    window = window[: stop.start()] if stop else window
    plain_window = _BRACKETS.sub(lambda found: " " * len(found[0]), window)
    last = 0
    for name, begin, end in names_in(plain_window, alone=alone):
        between = plain_window[last:begin]
        if " " not in name and not _joins(between):
            continue
        yield Person(name, "", _part_here(window, begin, end, part))
        last = end


def _joins(between: str) -> bool:
    """Whether a first name still belongs to the list: only titles, commas and "and" stand before it."""
    bare = re.sub(r"\([^()]*\)", " ", between)
    bare = re.sub(r"(?:our|the|my|from|unser\w*|aus)\s+[\w &/-]{2,50}?(?=,|\s+(?:and|und|&)\s|$)", " ", bare)
    words = re.findall(r"[^\W\d_]+", bare.lower())
    return all(
        word
        in (
            "and",
            "und",
            "et",
            "y",
            "e",
            "en",
            "sowie",
            "as",
            "well",
            "both",
            "with",
            "mit",
            "also",
            "then",
            "frau",
            "herr",
            "herrn",
            "dr",
            "prof",
            "ms",
            "mr",
            "mrs",
            "our",
            "the",
            "or",
            "plus",
        )
        for word in words
    )


def _part_here(window: str, begin: int, end: int, part: Part) -> Part:
    title = _TITLE_BEHIND.match(window, end)
    before = _TITLE_BEFORE.search(window, 0, begin)
    text = f"{next((group for group in title.groups() if group), '') if title else ''} {before['title'] if before else ''}".lower()
    return Part.HIRING_MANAGER if "hiring manager" in text else part


def _people_behind(cast: Cast, end: int) -> Iterator[Person]:
    """The names in front of a phrase, in its own sentence."""
    window = cast.body.text[max(0, end - 160) : end]
    window = re.split(r"[.!?;:]\s|\n", window)[-1]
    for name, begin, finish in names_in(window, alone=True):
        rest = re.sub(r"\([^()]*\)|,[^,]*,", " ", window[finish:])
        if " " in name or (_joins(rest) and (begin == 0 or _joins(re.sub(r"[A-Z]\w+", " ", window[:begin])))):
            yield Person(name, "", Part.INTERVIEWER)


def _listed(cast: Cast) -> Iterator[Person]:
    """In an invitation, names in a list of people or slots: "10:00 Noor Haddad, Head of Data"."""
    if cast.kind is not Kind.INTERVIEW:
        return
    for pattern in (_LISTED, _LABELLED):
        for match in pattern.finditer(cast.body.text):
            for name, begin, end in names_in(_BRACKETS.sub(lambda found: " " * len(found[0]), match["rest"])):
                yield Person(name, "", _part_here(match["rest"], begin, end, Part.INTERVIEWER))


def _by_calendar(cast: Cast) -> Iterator[Person]:
    if cast.appointment is None:
        return
    for address in cast.appointment.people:
        name = person_name(address.name) or ""
        if not name and (_MACHINE.search(address.email.partition("@")[0]) or address.name):
            continue
        yield Person(name, address.email, Part.INTERVIEWER)


def _is_user(person: Person, cast: Cast) -> bool:
    if person.email and person.email in cast.mine:
        return True
    name = plain(person.name)
    if not name:
        return False
    greeted = plain(cast.greeted)
    return (
        name == greeted
        or name in cast.my_names
        or (bool(greeted)
        and (
            (name.split()[0] == greeted
            and (not person.email)
            and not _signs(person, cast))
            or name.endswith(" " + greeted)
            or greeted.endswith(" " + name)
        ))
    )


def _signs(person: Person, cast: Cast) -> bool:
    return any(person.name in line for line in cast.signers[:2])


def _is_employer(person: Person, cast: Cast) -> bool:
    return bool(cast.employer) and plain(person.name) == plain(cast.employer or "")


_STRENGTH = (Part.OTHER, Part.RECRUITER, Part.COORDINATOR, Part.HIRING_MANAGER, Part.INTERVIEWER, Part.REFERRER)


def _merged(found: list[Person]) -> tuple[Person, ...]:
    """Each person once: by address, by name, and a first name alone with the one full name it begins."""
    kept: list[Person] = []
    for person in sorted(found, key=lambda p: -len(p.name.split()))[: _MOST * 3]:
        place = next((place for place, other in enumerate(kept) if _same(person, other)), None)
        if place is None:
            kept.append(person)
        else:
            kept[place] = _joined(kept[place], person)
    order = {id(person): place for place, person in enumerate(found)}
    return tuple(sorted(kept, key=lambda person: order.get(id(person), 0)))[:_MOST]


def _same(one: Person, other: Person) -> bool:
    if one.email and one.email == other.email:
        return True
    if not one.name or not other.name:
        return False
    short, long = sorted((plain(one.name).split(), plain(other.name).split()), key=len)
    return (
        short == long
        or (len(short) == 1
        and short[0] == long[0])
        or (len(short) > 1
        and (short[0], short[-1]) == (long[0], long[-1]))
    )


def _joined(one: Person, other: Person) -> Person:
    stronger = max(one.part, other.part, key=_STRENGTH.index)
    return Person(one.name or other.name, one.email or other.email, stronger)
