"""The people met in an application, each once."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import replace

from highroad.applications.correction import Correction, PersonAdded, PersonEdited, PersonRemoved
from highroad.events.details.hosts import is_host
from highroad.events.details.names import plain
from highroad.events.event import Event, Part, Person
from highroad.mail.message import Message

INTERVIEWERS = (Part.INTERVIEWER, Part.HIRING_MANAGER)


def people_in(events: Sequence[Event], corrections: Iterable[Correction]) -> tuple[Person, ...]:
    """Everyone the events name, in the order they came, as the user corrected them."""
    firms = {plain(event.reading.employer) for event in events if event.reading.employer}
    named = (person for event in events for person in event.reading.people)
    people = merged(person for person in named if not _is_the_firm(person, firms))
    for correction in corrections:
        match correction:
            case PersonAdded(_, person):
                people = merged([*people, person])
            case PersonEdited(_, before, after):
                people = merged(after if same_person(person, before) else person for person in people)
            case PersonRemoved(_, person):
                people = [kept for kept in people if not same_person(kept, person)]
    return tuple(people)


def _is_the_firm(person: Person, firms: Container[str]) -> bool:
    """Whether it is a mailbox that bears the employer's name; one's own name also stands in one's own address."""
    name, mailbox = plain(person.name), plain(person.email.partition("@")[0])
    return person.part is Part.OTHER and name in firms and not any(word in mailbox for word in name.split())


def talked_with(people: Iterable[Person]) -> tuple[Person, ...]:
    """Those the user met, by the part they played; all others were named, or only wrote. Every page counts these."""
    return tuple(person for person in people if person.part in INTERVIEWERS)


def merged(people: Iterable[Person]) -> list[Person]:
    """Each person once, in the order they came."""
    kept: list[Person] = []
    for person in people:
        known = next((index for index, one in enumerate(kept) if same_person(one, person)), _meant(person, kept))
        if known is None:
            kept.append(person)
        else:
            kept[known] = _both(kept[known], person)
    return kept


def _meant(person: Person, kept: Sequence[Person]) -> int | None:
    """The only one of that first name, when no more is told of somebody: Priya is Priya Raman."""
    if not person.name or person.email or has_full_name(person):
        return None
    alike = [index for index, one in enumerate(kept) if one.name.casefold().startswith(f"{person.name.casefold()} ")]
    return alike[0] if len(alike) == 1 else None


def same_person(one: Person, other: Person) -> bool:
    """By address; else by name, a full one where addresses differ: hiring systems make up their own."""
    if one.email and one.email.casefold() == other.email.casefold():
        return True
    same_name = bool(one.name) and one.name.casefold() == other.name.casefold()
    return same_name and (has_full_name(one) or not (one.email and other.email))


def has_full_name(person: Person) -> bool:
    """Whether more than one name is known; many share a single one."""
    return " " in person.name.strip()


def is_between(message: Message, person: Person, *, own: bool) -> bool:
    """Whether a mail went between this person and the user; `own` when the user wrote it."""
    parties = message.to if own else (message.sender, message.reply_to)
    return any(same_person(person, Person(party.name, party.email)) for party in parties if party)


def person_keys(person: Person) -> tuple[str, ...]:
    """By which someone is known again: the address, and a full name."""
    name = plain(person.name)
    return (person.email, name if " " in name else "")


def _both(one: Person, other: Person) -> Person:
    """What later mail adds; a later part wins when it says anything."""
    return replace(
        one,
        name=max(one.name, other.name, key=len),
        email=_own_address(one, other),
        part=one.part if other.part is Part.OTHER else other.part,
    )


def _own_address(one: Person, other: Person) -> str:
    """The first address, but a person's own before one a hiring system made for them."""
    given = [email for email in (one.email, other.email) if email]
    return next((email for email in given if not is_host(email.rpartition("@")[2])), given[0] if given else "")
