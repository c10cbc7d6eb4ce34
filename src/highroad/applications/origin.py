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
    named = _named((*trusted, event))
    found = {
        Doubt.OTHER_DOMAIN: _is_out_of_place(event, trusted, named),
        Doubt.NOT_CONFIRMED: event.authentication is Authentication.FAILED,
        Doubt.REPLY_ELSEWHERE: _is_answered_elsewhere(event, trusted, named),
    }
    return tuple(doubt for doubt, is_so in found.items() if is_so)


def _is_out_of_place(event: Event, trusted: Sequence[Event], named: set[str]) -> bool:
    """Whether mail from here does not fit the earlier mail; where hiring systems carried it, only webmail does not."""
    if is_webmail(event.sender_domain):
        return bool(trusted) and not any(is_webmail(other.sender_domain) for other in trusted)
    if any(not set(other.threads).isdisjoint(event.threads) for other in trusted):
        return False
    known = _own_domains(trusted)
    return bool(known) and _is_elsewhere(event.sender_domain, known, named)


def _is_answered_elsewhere(event: Event, trusted: Sequence[Event], named: set[str]) -> bool:
    """Whether an answer would leave the house; a webmail address is out of it unless they wrote from one before."""
    if is_webmail(event.reply_domain):
        return not any(is_webmail(other.sender_domain) for other in (*trusted, event))
    sent_by = _own_domains([event])
    return bool(sent_by) and _is_elsewhere(event.reply_domain, sent_by | _own_domains(trusted), named)


def _own_domains(events: Iterable[Event]) -> set[str]:
    """The domains of their own that mail came from; none when hiring systems carried all of it."""
    return {event.sender_domain for event in events if domain_stem(event.sender_domain)}


def _named(events: Iterable[Event]) -> set[str]:
    """The employer's names, of which its domains are made."""
    return {letters(employer_key(event.reading.employer)) for event in events if event.reading.employer}


def _is_elsewhere(domain: str, known: set[str], named: set[str]) -> bool:
    """Whether a domain is none of these and no house of this name. A hiring system is nowhere.

    Once mail came from a domain of the employer's name, one that only begins with that name is another's.
    """
    house = _house(domain)
    if not house or any(_is_one_house(domain, other) for other in known):
        return False
    is_known = any(_begin_alike(_house(other), name) for other in known for name in named)
    return not any(_begin_alike(house, name) and not (is_known and len(house) > len(name)) for name in named)


def _is_one_house(domain: str, other: str) -> bool:
    """The same name, or under the same ending one that goes on: "haldenfrey.com" and "haldenfrey-group.com"."""
    same_ending = domain.rpartition(".")[2] == other.rpartition(".")[2]
    return _house(domain) == _house(other) or (same_ending and _begin_alike(_house(domain), _house(other)))


def _house(domain: str) -> str:
    stem = domain_stem(domain)
    return letters(stem) if stem else ""


def _begin_alike(house: str, name: str) -> bool:
    shorter, longer = sorted((house, name), key=len)
    return longer == shorter or (len(shorter) >= SAME_START and longer.startswith(shorter))
