"""What the record can put into a letter: names, the role, the last talk and who else was there."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from highroad.applications.application import Application
from highroad.applications.course import MEETINGS, held_at, rounds
from highroad.applications.honour import Honour, apart, family_name
from highroad.applications.people import INTERVIEWERS, same_person, talked_with
from highroad.applications.talks import EVER, talks_held
from highroad.events.details.titles import tidy_role
from highroad.events.event import Event, Kind, Person, Reading, Reason, Stage
from highroad.recovery.letter import Tone, first_filled, listed, spoken_date
from highroad.words.content import load_toml

LONGEST_QUOTE = 18  # words; more would fill the letter
MOST_NAMES = 3
# Reasons that lie with the employer: nothing the user did would have made a difference.
THEIRS = (Reason.FILLED, Reason.INTERNAL, Reason.VOLUME, Reason.FROZEN, Reason.CANCELLED, Reason.CLASS_FULL)


def slots_of(
    application: Application, to: Person | None, *, tone: Tone, language: str, signed: str = ""
) -> dict[str, str]:
    """Every slot a template may use; what the record does not know is empty, never guessed.

    A title before the name of `to` is said in a formal letter alone.
    """
    phrases = load_toml("highroad.recovery", "content/phrases.toml")[language]
    honour, name = apart(_line(to.name)) if to else (Honour(), "")
    to = replace(to, name=name) if to else None
    names = _names(honour, name)
    talks = _talks_with(to, _held(application))
    told = phrases["talk"]["several"] if _only_told(application) else ""
    quote, gap = _quotes(application.events)
    return names | {
        "greeting": first_filled(phrases["greeting"][tone], names),
        "closing": phrases["closing"][tone],
        "signed": signed,
        "role": _role(application),
        "employer": _line(application.employer),
        "talk": _talk(talks[-1], phrases) if talks else told,
        "talks": _talks(talks, phrases) if talks else told,
        "talk_date": _date_of(talks[-1], language) if talks else "",
        "others": listed(_besides(to, _met(application, talks[-1:])), language),
        "met": listed(_besides(to, _all_met(application)), language),
        "quote": quote,
        "gap": gap,
        "reason": _reason(application.events, phrases),
    }


def _role(application: Application) -> str:
    """The role without gender forms and numbers, as one says it."""
    return tidy_role(_line(application.role)) or _line(application.role)


def _line(text: str | None) -> str:
    return " ".join((text or "").split())


def _held(application: Application) -> list[Event]:
    """The talks that took place before the last mail."""
    return list(talks_held(application, now=application.events[-1].at or EVER))


def _talks_with(to: Person | None, talks: list[Event]) -> list[Event]:
    """For an interviewer the talks they were named for; everyone else knows of all of them."""
    if to is None or to.part not in INTERVIEWERS:
        return talks
    return [talk for talk in talks if any(same_person(to, one) for one in talk.reading.people)]


def _only_told(application: Application) -> bool:
    """Whether mail speaks of talks, and none of them is on record."""
    return not rounds(application) and application.furthest_stage in MEETINGS


def _all_met(application: Application) -> tuple[Person, ...]:
    """The interviewers, unless every talk that was arranged is still to come."""
    return talked_with(application.people) if _held(application) or not rounds(application) else ()


def _names(honour: Honour, name: str) -> dict[str, str]:
    return {
        "full_name": name,
        "first_name": name.split(" ")[0],
        "family_name": family_name(name),
        "title": honour.title,
        "titled_name": Honour(honour.title).before(name) if name else "",
        "her": honour.salutation if honour.salutation == "Frau" else "",
        "him": honour.salutation if honour.salutation == "Herr" else "",
    }


def _talk(talk: Event, phrases: Mapping[str, Any]) -> str:
    return str(phrases["talk"].get(talk.reading.stage, phrases["talk"][Stage.INTERVIEW]))


def _talks(talks: list[Event], phrases: Mapping[str, Any]) -> str:
    return _talk(talks[0], phrases) if len(talks) == 1 else str(phrases["talk"]["several"])


def _date_of(talk: Event, language: str) -> str:
    held = held_at(talk)
    return spoken_date(held.date(), language) if held else ""


def _met(application: Application, events: Iterable[Event]) -> list[Person]:
    """The interviewers these events name, as the application knows them."""
    named = [person for event in events for person in event.reading.people]
    interviewers = talked_with(application.people)
    return [person for person in interviewers if any(same_person(person, one) for one in named)]


def _besides(to: Person | None, people: Iterable[Person]) -> list[str]:
    """Names, without that of the one who gets the letter; three at most, more would read as a list."""
    return [person.name for person in people if person.name and not (to and same_person(person, to))][:MOST_NAMES]


def _quotes(events: Iterable[Event]) -> tuple[str, str]:
    """Their last reason in their own words, where short: one that lies with them, or one that says what was missing."""
    noes = [reading for reading in _noes(events) if reading.reason_quote]
    last = _line(noes[-1].reason_quote).rstrip(".") if noes else ""
    short = last if len(last.split()) <= LONGEST_QUOTE else ""
    return (short, "") if noes and noes[-1].reason in THEIRS else ("", short)


def _reason(events: Iterable[Event], phrases: Mapping[str, Any]) -> str:
    reasons = [reading.reason for reading in _noes(events) if reading.reason]
    return str(phrases["reason"].get(reasons[-1], "")) if reasons else ""


def _noes(events: Iterable[Event]) -> list[Reading]:
    return [event.reading for event in events if event.kind is Kind.REJECTION]
