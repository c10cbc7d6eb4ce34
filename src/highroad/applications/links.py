"""What may tie events together: an employer, a mail domain, a thread, the user's word."""

from collections.abc import Iterable

from highroad.applications.as_said import as_said
from highroad.applications.components import components
from highroad.applications.correction import ApplicationIs, Correction, about, by_event, said_of
from highroad.applications.likeness import name_keys, number_key, tied
from highroad.applications.people import person_keys
from highroad.events.details.hosts import domain_stem
from highroad.events.details.names import employer_key
from highroad.events.event import Event


def link_keys(event: Event, corrections: Iterable[Correction] = ()) -> frozenset[str]:
    """Coarse keys of one event, as the user's corrections leave it: grouping never joins across them.

    A correction can change them: what shared a key before or after it is touched by it. The event's own id is a key,
    so that the user's word can point at it.
    """
    corrections = [correction for correction in corrections if event.id in about(correction)]
    said = next(said for said in as_said([event], corrections) if said.id == event.id)
    names = [said.reading.employer, *(one.employer for one in corrections if isinstance(one, ApplicationIs))]
    keys = {f"event:{event.id}"} | {f"event:{named}" for one in corrections for named in about(one)}
    keys |= {f"thread:{thread}" for thread in said.threads}
    called = [employer_key(name) for name in names if name] + [domain_stem(said.sender_domain) or ""]
    keys |= {key for name in called for key in name_keys(name)}
    keys |= {f"person:{key}" for person in said.reading.people for key in person_keys(person) if key}
    if said.reading.requisition:
        keys.add(f"number:{number_key(said.reading.requisition)}")
    return frozenset(keys)


def connected(events: Iterable[Event], corrections: Iterable[Correction] = ()) -> list[list[Event]]:
    """The events in parts that no link key ties; each part can be grouped alone, with the corrections about it."""
    every, told = list(events), by_event(corrections)
    keys = {event.id: link_keys(event, said_of([event], told)) for event in every}
    known = frozenset().union(*keys.values())

    def shared(event: Event) -> list[str]:
        ties = (one for key in keys[event.id] for one in tied(key) if one in known)
        return [one for one in ties if not one.startswith("initials:")]  # they stand there as the name they may be

    return components(every, shared)
