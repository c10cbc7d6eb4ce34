"""A no that may come from somebody else: beside the other mail of its application it looks out of place."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from highroad.applications.correction import ConfirmedNo, Correction, EventAdded, EventEdited, KindIs, NotANo, about
from highroad.applications.likeness import letters
from highroad.events.details.hosts import domain_stem, is_webmail
from highroad.events.details.names import employer_key
from highroad.events.event import Doubt, Event, Kind
from highroad.mail.message import Authentication

SAME_START = 5  # letters; "haldenfrey" and "haldenfrey-group" are one house


def spoken_of(corrections: Iterable[Correction]) -> frozenset[str]:
    """The events whose kind the user has settled; their word is not doubted."""
    settling = (ConfirmedNo, EventAdded, EventEdited, KindIs, NotANo)
    return frozenset(name for said in corrections if isinstance(said, settling) for name in about(said)[:1])


def with_doubts(events: Sequence[Event], settled: frozenset[str]) -> list[Event]:
    """The events of one application in the order of time; a no that is doubted is not sure, and decides nothing."""
    weighed: list[Event] = []
    for event in events:
        doubts = () if event.id in settled else doubts_about(event, weighed)
        if doubts:
            event = replace(event, doubts=doubts, reading=replace(event.reading, sure=False))
        weighed.append(event)
    return weighed


def doubts_about(event: Event, earlier: Iterable[Event]) -> tuple[Doubt, ...]:
    """Why this no may not come from the employer; none for anything but a no, and none for what we cannot compare.

    A hiring system may send for anyone, and who answers within a thread knows its hidden ids.
    """
    if event.kind is not Kind.REJECTION or event.message_key is None:
        return ()
    trusted = [other for other in earlier if not other.doubts and other.message_key is not None]
    in_thread = {name for other in trusted for name in other.threads}.intersection(event.threads)
    named = _named((*trusted, event))
    own = {_house(event.sender_domain)} - {""}
    found = {
        Doubt.OTHER_DOMAIN: not in_thread and _is_out_of_place(event.sender_domain, trusted, named),
        Doubt.NOT_CONFIRMED: event.authentication is Authentication.FAILED,
        Doubt.REPLY_ELSEWHERE: bool(own) and _is_elsewhere(event.reply_domain, own | _houses(trusted) | named),
    }
    return tuple(doubt for doubt, is_so in found.items() if is_so)


def _is_out_of_place(domain: str, trusted: Sequence[Event], named: set[str]) -> bool:
    """Whether mail from here does not fit the earlier mail; where hiring systems carried it, only webmail does not."""
    if is_webmail(domain):
        return bool(trusted) and not any(is_webmail(other.sender_domain) for other in trusted)
    houses = _houses(trusted)
    return bool(houses) and _is_elsewhere(domain, houses | named)


def _houses(events: Iterable[Event]) -> set[str]:
    """The domains of their own that mail came from; none when hiring systems carried all of it."""
    return {_house(event.sender_domain) for event in events} - {""}


def _named(events: Iterable[Event]) -> set[str]:
    """The employer's names, of which its domains are made."""
    return {letters(employer_key(event.reading.employer)) for event in events if event.reading.employer}


def _house(domain: str) -> str:
    stem = domain_stem(domain)
    return letters(stem) if stem else ""


def _is_elsewhere(domain: str, known: set[str]) -> bool:
    """Whether a domain is none of these. A hiring system is nowhere, and nothing is; a webmail address is elsewhere."""
    house = _house(domain)
    return not any(_alike(house, other) for other in known) if house else is_webmail(domain)


def _alike(house: str, other: str) -> bool:
    shorter, longer = sorted((house, other), key=len)
    return longer == shorter or (len(shorter) >= SAME_START and longer.startswith(shorter))
