"""By which address people of an application can be written to: their own, or that of the office they sign for."""

from collections.abc import Iterator
from dataclasses import replace

from highroad.applications.application import Application
from highroad.applications.people import INTERVIEWERS, same_person
from highroad.events.event import Event, Person


def reached(person: Person, application: Application) -> Person:
    """With the address of the office whose mail they signed alone, where they gave none of their own."""
    if person.email:
        return person
    return replace(person, email=next(_offices(person, application), ""))


def everyone_reached(application: Application) -> tuple[Person, ...]:
    """All who can be written to, in the order they came."""
    return tuple(one for person in application.people if (one := reached(person, application)).email)


def signers(event: Event, application: Application) -> tuple[Person, ...]:
    """Those whom a mail without its head names: the user has its address at hand, we do not."""
    if event.sender_domain or event.message_key is None:
        return ()
    return tuple(one for one in application.people if _is_named(one, event))


def wrote(event: Event, person: Person) -> bool:
    """Whether they sent it, as far as addresses tell; a mail with one person's address alone is taken as theirs."""
    if event.answers_at and event.answers_at == person.email:
        return True
    with_address = [one for one in event.reading.people if one.email]
    return len(with_address) == 1 and same_person(person, with_address[0])


def _offices(person: Person, application: Application) -> Iterator[str]:
    """The latest first. An interviewer who is named in a mail of the office did not send it."""
    if person.part in INTERVIEWERS:
        return
    for event in reversed(application.events):
        named = event.reading.people
        if event.answers_at and not event.by_user and len(named) == 1 and _is_named(person, event):
            yield event.answers_at


def _is_named(person: Person, event: Event) -> bool:
    return any(same_person(person, one) for one in event.reading.people)
