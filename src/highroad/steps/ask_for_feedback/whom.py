"""Whom to ask: the people of an application, the likeliest to answer first, with the reason."""

from collections.abc import Iterable
from dataclasses import dataclass

from highroad.applications.application import Application
from highroad.applications.people import same_person
from highroad.events.event import Event, Kind, Part, Person
from highroad.words.content import load_toml

# Recruiters and coordinators answer for the process, interviewers at their own risk: convention, not measured.
LIKELY = {Part.RECRUITER: 5, Part.COORDINATOR: 4, Part.HIRING_MANAGER: 3, Part.INTERVIEWER: 2, Part.REFERRER: 2}
WARM_AT_MOST = 3  # letters of theirs that count; more say nothing more
BY_USER = frozenset({Kind.APPLIED, Kind.THANK_YOU, Kind.FOLLOW_UP, Kind.ACCEPTED, Kind.NOTE})


@dataclass(frozen=True, slots=True)
class Candidate:
    """Someone who could be asked, and why in a sentence."""

    person: Person
    why: str


def whom(application: Application) -> tuple[Candidate, ...]:
    """Those who can be written to, best first; nobody when mail came from machines alone."""
    reachable = [person for person in application.people if person.email]
    ranked = sorted(reachable, key=lambda person: -_likely(person, application.events))
    return tuple(Candidate(person, _why(person, application.events)) for person in ranked)


def _likely(person: Person, events: Iterable[Event]) -> int:
    return LIKELY.get(person.part, 0) + min(_letters(person, events), WARM_AT_MOST)


def _letters(person: Person, events: Iterable[Event]) -> int:
    """In how many of their side's mails the person is named."""
    theirs = (event for event in events if event.kind not in BY_USER)
    return sum(any(same_person(person, named) for named in event.reading.people) for event in theirs)


def _why(person: Person, events: Iterable[Event]) -> str:
    words = load_toml("highroad.steps.ask_for_feedback", "content/words.toml")["why"]
    letters = _letters(person, events)
    sentences = [words["part"][person.part]]
    if letters > 1:
        sentences.append(words["letters"].format(letters=letters))
    return " ".join(sentences)
