"""Who is met in a mail: who signs it, whom it names, who comes by the calendar; never the user."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from highroad.events.details.calendars import Appointment
from highroad.events.details.flat import Flat
from highroad.events.details.named import named_in
from highroad.events.details.names import plain
from highroad.events.details.persons import is_given_name, part_of, person_name, single_name
from highroad.events.event import Kind, Part, Person
from highroad.mail.message import Address

_MOST = 20
_MOST_SIGNERS = 2
_PIECES = re.compile(r"\s*[|·•]\s*|,\s+|\s[-–—@]\s|\s+\((?=[A-Z])|\s+(?:at|from|vom|bei)\s+")
_BEHIND_SHOWN_NAME = re.compile(r"\s+(?:via|at|from|von|bei|@|\||[-–—])\s+|\s*\(|\s*/\s*")
_OFFICE = re.compile(
    r"no-?reply|do-?not-?reply|notification|mailer|system|support|info|jobs?\b|careers?|karriere|bewerbung|recruit|talent"
    r"|hiring|hr\b|personal\b|team|office|kontakt|contact|hello|people|calendar"
)
_STRENGTH = (Part.OTHER, Part.RECRUITER, Part.COORDINATOR, Part.HIRING_MANAGER, Part.INTERVIEWER, Part.REFERRER)


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


def people_met(cast: Cast) -> tuple[Person, ...]:
    """Everyone named, each once, with the best-known part of each; who signs stands first."""
    found = [*_signers(cast), *named_in(cast.body, cast.kind), *_by_calendar(cast)]
    return _merged([person for person in found if not _is_user(person, cast) and not _is_employer(person, cast)])


def _signers(cast: Cast) -> list[Person]:
    """Those who sign with a name; else the sender, when they are a person."""
    shown = _persons_name(cast.sender)
    signed = [person for place in range(len(cast.signers)) if (person := _signer(cast, place, shown))][:_MOST_SIGNERS]
    if signed or shown is None or cast.sender is None:
        return signed
    return [Person(shown, cast.sender.email, _default_part(cast, None))]


def _signer(cast: Cast, place: int, shown: str | None) -> Person | None:
    pieces = [piece.strip() for piece in _PIECES.split(cast.signers[place]) if piece and piece.strip()]
    if not pieces:
        return None
    name = person_name(pieces[0])
    if name is None and place == 0 and (first := single_name(pieces[0])):
        name = shown if shown and shown.split()[0] == first else first
    if name is None:
        return None
    title = " | ".join((*pieces[1:], *_titles(cast.signers[place + 1 : place + 3])))
    if place and not part_of(title) and name != shown:
        return None  # a second name without a title is as likely the firm's
    address = cast.sender.email if cast.sender and _is_senders(name, cast.sender) else ""
    return Person(name, address, _default_part(cast, part_of(title)))


def _titles(lines: tuple[str, ...]) -> list[str]:
    return [line for line in lines if not person_name(line) and "@" not in line and len(line) < 80]


def _default_part(cast: Cast, part: Part | None) -> Part:
    """An unclear part is a recruiter's when a stranger writes first."""
    if part in (None, Part.OTHER):
        return Part.RECRUITER if cast.kind is Kind.OUTREACH else Part.OTHER
    return part


def _persons_name(sender: Address | None) -> str | None:
    """The sender's own name, when it is a person's and not a team's."""
    if sender is None or not sender.name:
        return None
    pieces = _BEHIND_SHOWN_NAME.split(sender.name.strip(" \"'"))
    first = single_name(pieces[0])
    return person_name(pieces[0]) or (first if first and (len(pieces) > 1 or is_given_name(first)) else None)


def _is_senders(name: str, sender: Address) -> bool:
    words = plain(name).split()
    local = plain(sender.email.partition("@")[0].replace(".", " "))
    return bool(words) and (words[0] in plain(sender.name).split() or words[-1] in local or words[0] in local.split())


def _by_calendar(cast: Cast) -> Iterator[Person]:
    for address in cast.appointment.people if cast.appointment else ():
        name = person_name(address.name) or ""
        if name or (address.email and not address.name and not _OFFICE.search(address.email.partition("@")[0])):
            yield Person(name, address.email, Part.INTERVIEWER)


def _is_user(person: Person, cast: Cast) -> bool:
    if person.email and person.email in cast.mine:
        return True
    name, greeted = plain(person.name), plain(cast.greeted)
    if not name:
        return False
    if name in cast.my_names or (name == greeted and not _signs(person, cast)):
        return True
    return (
        bool(greeted)
        and " " in name
        and (name.startswith(greeted + " ") or name.endswith(" " + greeted))
        and not _signs(person, cast)
    )


def _signs(person: Person, cast: Cast) -> bool:
    return any(person.name in line for line in cast.signers[:2])


def _is_employer(person: Person, cast: Cast) -> bool:
    return bool(cast.employer) and plain(person.name) == plain(cast.employer or "")


def _merged(found: list[Person]) -> tuple[Person, ...]:
    """Each person once: by address, by name, and a first or last name alone with the one full name it belongs to."""
    kept: list[Person] = []
    for person in sorted(found[: _MOST * 3], key=lambda person: -len(person.name.split())):
        place = next((place for place, other in enumerate(kept) if _same(person, other)), None)
        if place is None:
            kept.append(person)
        else:
            kept[place] = _joined(kept[place], person)
    order = [plain(person.name) for person in found]
    return tuple(sorted(kept, key=lambda person: order.index(plain(person.name))))[:_MOST]


def _same(one: Person, other: Person) -> bool:
    if one.email and one.email == other.email:
        return True
    short, long = sorted((plain(one.name).split(), plain(other.name).split()), key=len)
    if not short:
        return False
    return (
        short == long
        or (len(short) == 1 and short[0] in (long[0], long[-1]))
        or (short[0], short[-1]) == (long[0], long[-1])
    )


def _joined(one: Person, other: Person) -> Person:
    stronger = max(one.part, other.part, key=_STRENGTH.index)
    return Person(one.name or other.name, one.email or other.email, stronger)
