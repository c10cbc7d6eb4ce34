"""Who is met in a mail: who signs it, whom it names, who comes by the calendar; never the user."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from math import fsum
from typing import Any

from highroad.events.details.clues import Candidate
from highroad.events.details.faces import faces
from highroad.events.details.laid import Laid, Zone
from highroad.events.details.names import plain
from highroad.events.details.persons import person_name
from highroad.events.details.spans import Span
from highroad.events.details.tables import table, word_set
from highroad.events.details.talks import talked
from highroad.events.details.together import together
from highroad.events.details.writer import is_unread, own_name, reached_at
from highroad.events.event import Kind, Part, Person
from highroad.mail.calendars import Appointment
from highroad.mail.message import Address
from highroad.words.content import load_bytes

_MOST = 20
_ADDRESS_NEAR = 6  # words behind a name in which their address may stand
_LEAN = 0.7  # towards a person: one missed is worse than one too many


@dataclass(frozen=True, slots=True)
class Cast:
    """What people are looked for in."""

    laid: Laid
    sender: Address | None
    appointment: Appointment | None
    kind: Kind
    greeted: str
    mine: frozenset[str]  # the user's own addresses
    my_names: frozenset[str]  # the user's own names, plain
    employer: str | None
    reply_to: Address | None = None


def people_met(cast: Cast) -> tuple[Person, ...]:
    """Everyone named, each once, in the order of the mail, those of its calendar part last."""
    named = [(first, person) for first, person in (*_writer(cast), *_named(cast)) if not _is_user(person, cast)]
    coming = [person for person in _by_calendar(cast) if not _is_user(person, cast)]
    met = _merged([*(person for _, person in sorted(named, key=_place)), *coming])
    return tuple(replace(person, email=_reached(person, cast)) for person in met)


def _place(found: tuple[int, Person]) -> int:
    return found[0]


def _writer(cast: Cast) -> Iterator[tuple[int, Person]]:
    """Whoever sends it from an address of their own: one need not sign to have written."""
    laid = cast.laid
    signed = frozenset(plain(low) for low, zone in zip(laid.low, laid.zones, strict=True) if zone == Zone.CLOSING)
    name = own_name(cast.sender, signed=signed, employer=cast.employer or "") if cast.sender else ""
    if cast.sender and name:
        part = Part.RECRUITER if cast.kind is Kind.OUTREACH else Part.OTHER
        yield 0, Person(name, cast.sender.email, part)


def _reached(person: Person, cast: Cast) -> str:
    """Their address; where a hiring system or a machine stands for them, the one that they give for answers."""
    sender = cast.sender
    if sender is None or person.email != sender.email:
        return person.email
    given = reached_at(sender, cast.reply_to)
    own = _answers(sender.email, person.name.split()) and not is_unread(sender.email)
    return given or (sender.email if own else "")


@cache
def weights() -> dict[str, Any]:
    """What each clue is worth for being a "person"; "written" tells what the weights were fitted on."""
    fitted: dict[str, Any] = json.loads(load_bytes("highroad.events.details", "content/people.json"))
    return fitted


def _named(cast: Cast) -> Iterator[tuple[int, Person]]:
    """Whose clues are worth more than nothing, where they stand first; of names that overlap the surest."""
    found = faces(cast.laid, sender=cast.sender, employer=(cast.employer or "").lower(), kind=cast.kind)
    worth = weights()["person"]
    beside = together(cast.laid, found)
    sure = _shared({name: _sum(one, worth) for name, one in found.items()}, beside)
    talk = talked(cast.laid)
    taken: set[int] = set()
    for name in sorted(sure, key=sure.__getitem__, reverse=True):
        spans = [span for span in found[name].spans if taken.isdisjoint(range(span[0], span[1] + 1))]
        if sure[name] + _LEAN <= 0:
            return
        if spans:
            taken.update(at for first, last in found[name].spans for at in range(first, last + 1))
            best = next((span for span in spans if cast.laid.zones[span[0]] != Zone.SENDER), spans[0])
            yield best[0], Person(_written(cast.laid, best), _email(cast, spans), _part(found[name], cast, talk))


def _sum(one: Candidate, worth: Mapping[str, float]) -> float:
    return fsum([worth.get(clue, 0.0) for clue in ("", *one.clues)])


def _shared(own: Mapping[str, float], beside: Mapping[str, set[str]]) -> dict[str, float]:
    """Who is named in one breath with a sure person is likely one too: what is known of both counts for each."""
    return {name: max([worth, *((worth + own[other]) / 2 for other in beside[name])]) for name, worth in own.items()}


def _part(one: Candidate, cast: Cast, talk: frozenset[int]) -> Part:
    """Of who is named, by how they are introduced; of who signs, by their title, or for whom they sign."""
    titled = next((part for part in table("people")["parts"] if f"class {part}" in one.clues), Part.OTHER)
    if not _signs(one, cast):
        spoke = Part.INTERVIEWER if any(first in talk for first, _ in one.spans) else titled
        told = next((part for part, clues in _introducing() if not clues.isdisjoint(one.clues)), spoke)
        return Part(Part.INTERVIEWER if told == titled and cast.kind is Kind.INTERVIEW else told)
    if cast.kind is Kind.OUTREACH or (titled == Part.OTHER and _hires(cast.sender)):
        return Part.RECRUITER
    return Part.HIRING_MANAGER if titled == Part.OTHER and "has the employer's name" in one.clues else Part(titled)


def _signs(one: Candidate, cast: Cast) -> bool:
    """Whether they send the mail, or a line of its closing begins with their name."""
    return any(
        cast.laid.zones[first] == Zone.SENDER
        or (cast.laid.zones[first] == Zone.CLOSING and cast.laid.gaps[first] == "\n")
        for first, _ in one.spans
    )


@cache
def _introducing() -> list[tuple[str, frozenset[str]]]:
    """For each part the clues that it shows in the words before or behind a name."""
    return [
        (part, frozenset(f"{where} {word}" for word in words.split() for where in ("ahead", "behind")))
        for part, words in table("people")["introduced"].items()
    ]


def _hires(sender: Address | None) -> bool:
    """Whether they sign for an office that hires: "hr@", "jobs@"."""
    local = plain(sender.email.partition("@")[0].replace(".", " ")) if sender else ""
    return not word_set("people", "offices").isdisjoint(local.split())


def _written(laid: Laid, span: Span) -> str:
    """The name as it stands; one in small letters gets its capitals."""
    name = laid.written(*span)
    return name.title() if name.islower() else name


def _email(cast: Cast, spans: list[Span]) -> str:
    """Their address: the sender's when it has their name or they send it, else one written behind the name."""
    laid = cast.laid
    first, last = spans[0]
    if cast.sender and (_answers(cast.sender.email, laid.low[first : last + 1]) or laid.zones[first] == Zone.SENDER):
        return cast.sender.email
    behind = (word for _, end in spans for word in laid.low[end + 1 : end + 1 + _ADDRESS_NEAR] if "@" in word)
    return next((word for word in behind if _answers(word, laid.low[first : last + 1])), "")


def _answers(email: str, words: list[str]) -> bool:
    """Whether an address has the first or last word of a name in it."""
    local = plain(email.partition("@")[0].replace(".", " "))
    return any(len(word) > 2 and word in local for word in (plain(words[0]), plain(words[-1])))


def _by_calendar(cast: Cast) -> Iterator[Person]:
    for address in cast.appointment.people if cast.appointment else ():
        name = person_name(address.name) or ""
        office = set(plain(address.email.partition("@")[0].replace(".", " ")).split()) & word_set("people", "mailboxes")
        if name or (address.email and not address.name and not office):
            yield Person(name, address.email, Part.INTERVIEWER)


def _is_user(person: Person, cast: Cast) -> bool:
    """Whether it is the one written to: by address, by name, or by the greeting, unless they sign too."""
    if person.email in cast.mine:
        return bool(person.email)
    name, greeted = plain(person.name), plain(cast.greeted)
    if not name or name in cast.my_names:
        return bool(name)
    return bool(greeted) and not person.email and (name == greeted or set(greeted.split()) == {name.split()[0]})


def _merged(found: list[Person]) -> tuple[Person, ...]:
    """Each person once: by address, by name, and a first or last name alone with the one full name it belongs to."""
    kept: list[Person] = []
    for person in sorted(found[: _MOST * 3], key=lambda person: -len(plain(person.name).split())):
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
    part = one.part if one.part is not Part.OTHER else other.part
    return Person(one.name or other.name, one.email or other.email, part)
