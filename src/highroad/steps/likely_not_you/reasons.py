"""What they stated, what the record shows, and what cannot be known from here."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from highroad.applications.course import met_someone
from highroad.events.event import Event, Kind, Reason
from highroad.rejections.rejection import Rejection
from highroad.words.content import load_toml


@dataclass(frozen=True, slots=True)
class Stated:
    """A reason in their own words, and what it comes to."""

    reason: Reason
    words: str
    quote: str | None
    event: Event


@dataclass(frozen=True, slots=True)
class Sign:
    """Something in the record that bears on the reason, short of saying it; `event` is where it shows."""

    key: str
    words: str
    quote: str | None
    event: Event


@dataclass(frozen=True, slots=True)
class Reasons:
    """Three lists that are never mixed; `honest` says plainly that it may be skill."""

    stated: tuple[Stated, ...]
    signs: tuple[Sign, ...]
    unknown: tuple[str, ...]
    honest: str


# What each stated reason settles among the things one wonders about.
SETTLES = {
    Reason.FILLED: ("stronger_candidate",),
    Reason.INTERNAL: ("internal_candidate",),
    Reason.STRONGER_CANDIDATES: ("stronger_candidate",),
    Reason.EXPERIENCE: ("qualification",),
    Reason.FIT: ("fit",),
    Reason.FROZEN: ("changed_need",),
    Reason.CANCELLED: ("changed_need",),
}

# What a reason named in passing, before the no, is a sign of.
HINTS = {
    Reason.INTERNAL: "internal_candidate",
    Reason.FROZEN: "changed_need",
    Reason.CANCELLED: "changed_need",
    Reason.STRONGER_CANDIDATES: "stronger_candidate",
    Reason.EXPERIENCE: "skill",
}


def reasons(rejection: Rejection) -> Reasons:
    """What can be said about why, from this application's own mail."""
    words = load_toml("highroad.steps.likely_not_you", "content/words.toml")
    stated = _stated(rejection, words)
    signs = _signs(rejection, words)
    settled = {key for reason in stated for key in SETTLES.get(reason.reason, ())} | {sign.key for sign in signs}
    if met_someone(rejection.application):
        settled.add("qualification")
    unknown = tuple(sentence for key, sentence in words["unknown"].items() if key not in settled)
    return Reasons(stated, signs, unknown, words["honest"])


def _stated(rejection: Rejection, words: dict[str, Any]) -> tuple[Stated, ...]:
    reading = rejection.event.reading
    if reading.reason is None:
        return ()
    return (Stated(reading.reason, words["stated"][reading.reason], reading.reason_quote, rejection.event),)


def _signs(rejection: Rejection, words: dict[str, Any]) -> tuple[Sign, ...]:
    """What earlier mail shows, each sign once, where it showed first."""
    found: dict[str, Sign] = {}
    for event in rejection.application.events:
        for key, quote in _shown_by(event):
            found.setdefault(key, Sign(key, words["signs"][key], quote, event))
    if "qualification" in found:
        found.pop("assessment", None)
    stated = SETTLES.get(rejection.event.reading.reason, ()) if rejection.event.reading.reason else ()
    return tuple(sign for key, sign in found.items() if key not in stated)


def _shown_by(event: Event) -> Iterator[tuple[str, str | None]]:
    if event.kind is Kind.INTERVIEW:
        yield "qualification", event.reading.evidence
    if event.kind is Kind.ASSESSMENT:
        yield "assessment", event.reading.evidence
    if event.kind is not Kind.REJECTION and event.reading.reason in HINTS:
        yield HINTS[event.reading.reason], event.reading.reason_quote or event.reading.evidence
