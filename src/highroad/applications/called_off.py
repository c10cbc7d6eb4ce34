"""A talk that they call off: the sentence that says so, and which talk it means."""

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from highroad.events.event import Event, Kind
from highroad.mail.body import own_words
from highroad.mail.message import Message
from highroad.words.content import load_toml
from highroad.words.sentences import split

LONGEST = 4_000  # letters of a mail; it is said at its beginning
USERS_WORD = 1.0  # the certainty that no reader gives
MAY_CALL_OFF = frozenset({Kind.INTERVIEW, Kind.UPDATE})  # it is read as about a talk, or as news


def as_told(event: Event, message: Message) -> Event:
    """The event with the sentence that calls a talk off as its evidence; all others as they are."""
    said = off_said(message) if event.kind in MAY_CALL_OFF else None
    return replace(event, reading=replace(event.reading, evidence=said)) if said else event


def off_said(message: Message) -> str | None:
    """The sentence of their own, or the subject, that calls a talk off; None where none does."""
    said = [message.subject, *split(own_words(message.text[:LONGEST]).new)]
    return next((sentence for sentence in said if says_off(sentence)), None)


def calls_off(event: Event) -> bool:
    """Whether this mail calls a talk off, by its evidence; never what the user wrote, or says is an invitation."""
    theirs = event.by_user or (event.kind is Kind.INTERVIEW and event.reading.certainty == USERS_WORD)
    return event.kind in MAY_CALL_OFF and not theirs and says_off(event.reading.evidence or "")


@lru_cache(maxsize=4096)
def says_off(sentence: str) -> bool:
    """Whether a sentence says that a talk will not be held on its day."""
    low = " ".join(sentence.lower().replace("’", "'").split())
    return any(way.says(low) for way in _ways())


@dataclass(frozen=True, slots=True)
class _Way:
    """How one language says it."""

    things: frozenset[str]
    off: re.Pattern[str]
    heading: re.Pattern[str]
    unless: re.Pattern[str]

    def says(self, low: str) -> bool:
        about = not self.things.isdisjoint(re.findall(r"\w+", low))
        said = self.heading.search(low) or (about and self.off.search(low))
        return bool(said) and not self.unless.search(low)


@cache
def _ways() -> tuple[_Way, ...]:
    content = load_toml("highroad.applications", "content/called_off.toml")
    return tuple(
        _Way(
            things=frozenset(way["things"].split()),
            off=re.compile("|".join(way["off"])),
            heading=re.compile(way["heading"]),
            unless=re.compile("|".join(way["unless"])),
        )
        for way in content.values()
    )
