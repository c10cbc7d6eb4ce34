"""Whom to ask: the people of an application, the likeliest to answer first, with the reason."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType

from highroad.applications.application import Application
from highroad.applications.people import same_person
from highroad.applications.reach import everyone_reached, signers, wrote
from highroad.events.event import Kind, Part, Person
from highroad.recovery.letter import spoken_date
from highroad.steps.ask_for_feedback.offers import Offer, offer_in
from highroad.words.content import load_toml

# Recruiters and coordinators answer for the process, interviewers at their own risk: convention, not measured.
LIKELY = {Part.RECRUITER: 5, Part.COORDINATOR: 4, Part.HIRING_MANAGER: 3, Part.INTERVIEWER: 2, Part.REFERRER: 2}
ASKED_UNASKED = frozenset({Part.RECRUITER, Part.COORDINATOR, Part.REFERRER})  # others must have written or invited it
WARM_AT_MOST = 3  # letters of theirs that count; more say nothing more
OFFERED, INVITED = 6, 2
RECENT = ((timedelta(days=14), 2), (timedelta(days=35), 1))  # since they wrote last, by the last we heard at all
BY_USER = frozenset({Kind.APPLIED, Kind.THANK_YOU, Kind.FOLLOW_UP, Kind.ACCEPTED, Kind.NOTE})
NO_TEXTS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Candidate:
    """Someone who could be asked, and why in a sentence; `quote` is theirs, when they offered it."""

    person: Person
    why: str
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Ties:
    """What ties one person to the user in the mail of an application."""

    named: int  # in how many of their side's mails
    wrote: bool  # themselves
    last: datetime | None
    offer: Offer


def whom(application: Application, texts: Mapping[str, str] = NO_TEXTS) -> tuple[Candidate, ...]:
    """Those who can be written to, best first; nobody when mail came from machines alone.

    Where no address is known, those who signed mail that was pasted without its head: the user has theirs.
    `texts` is what their mails say, by event: it lets an offer of theirs count.
    """
    people = everyone_reached(application) or _signed(application)
    reachable = [(one, _ties(one, application, texts)) for one in people]
    asked = [(one, ties) for one, ties in reachable if _may_be_asked(one, ties)]
    ranked = sorted(asked, key=lambda pair: -_likely(*pair, last=_last(application)))
    return tuple(Candidate(one, _why(one, ties), ties.offer.feedback) for one, ties in ranked)


def _signed(application: Application) -> list[Person]:
    found = [person for event in application.events for person in signers(event, application)]
    return list(dict.fromkeys(found))


def _may_be_asked(person: Person, ties: Ties) -> bool:
    return person.part in ASKED_UNASKED or ties.wrote or bool(ties.offer.feedback or ties.offer.contact)


def _likely(person: Person, ties: Ties, *, last: datetime | None) -> int:
    ago = last - ties.last if last and ties.last else None
    recent = next((points for within, points in RECENT if ago is not None and ago <= within), 0)
    offered = OFFERED * bool(ties.offer.feedback) + INVITED * bool(ties.offer.contact)
    return LIKELY.get(person.part, 0) + min(ties.named, WARM_AT_MOST) + recent + offered


def _ties(person: Person, application: Application, texts: Mapping[str, str]) -> Ties:
    theirs = [event for event in application.events if event.kind not in BY_USER and not event.by_user]
    named = [event for event in theirs if any(same_person(person, one) for one in event.reading.people)]
    letters = [event for event in named if wrote(event, person) or person in signers(event, application)]
    offers = [offer_in(texts[event.id]) for event in reversed(letters) if event.id in texts]
    return Ties(
        named=len(named),
        wrote=bool(letters),
        last=max((event.at for event in letters if event.at), default=None),
        offer=Offer(
            next((offer.feedback for offer in offers if offer.feedback), ""),
            next((offer.contact for offer in offers if offer.contact), ""),
        ),
    )


def _last(application: Application) -> datetime | None:
    return max((event.at for event in application.events if event.at), default=None)


def _why(person: Person, ties: Ties) -> str:
    words = load_toml("highroad.steps.ask_for_feedback", "content/words.toml")["why"]
    sentences = [words["offered"] if ties.offer.feedback else words["part"][person.part]]
    if ties.offer.contact and not ties.offer.feedback:
        sentences.append(words["invited"])
    if ties.named > 1:
        sentences.append(words["letters"].format(letters=ties.named))
    if ties.last:
        sentences.append(words["last"].format(day=spoken_date(ties.last.date(), "en")))
    return " ".join(sentences)
