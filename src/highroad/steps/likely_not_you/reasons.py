"""What they stated, what the record shows, and what cannot be known from here."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from highroad.applications.course import held_at, rounds
from highroad.applications.talks import met_someone
from highroad.events.event import Event, Kind, Reason
from highroad.rejections.rejection import Rejection
from highroad.steps.likely_not_you.posting import Source, Stood, became
from highroad.words.content import load_toml
from highroad.words.skills import Wanted


@dataclass(frozen=True, slots=True)
class Stated:
    """A reason in their own words, and what it comes to; `heard` when the user heard it and no mail says it."""

    reason: Reason
    words: str
    quote: str | None
    at: datetime | None
    heard: bool = False


@dataclass(frozen=True, slots=True)
class Heard:
    """What the user was told elsewhere: by phone, or by somebody from there."""

    reason: Reason
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Sign:
    """Something in the record that bears on the reason, short of saying it; `quote` and `at` are where it shows."""

    key: str
    words: str
    quote: str | None = None
    at: datetime | None = None
    by_user: bool = False
    skill: str = ""  # the one a posting names and the résumé does not; the quote is the posting's
    source: Source | None = None  # where it shows, when that is no mail


@dataclass(frozen=True, slots=True)
class Seen:
    """What other parts of the record show: a later list, what the user works on, what the posting names beside.

    `taken` is what they wrote of the place before the user applied; `stood` is what became of the posting.
    """

    reposted: tuple[str, datetime | None] | None = None
    taken: tuple[str, datetime | None] | None = None
    stood: tuple[Stood, ...] = ()
    works_on: tuple[str, ...] = ()
    lacking: tuple[Wanted, ...] = ()


@dataclass(frozen=True, slots=True)
class Reasons:
    """Three lists that are never mixed; `honest` says plainly whether it may be skill."""

    stated: tuple[Stated, ...]
    signs: tuple[Sign, ...]
    unknown: tuple[str, ...]
    honest: str


# What each stated reason settles among the things one wonders about.
SETTLES = {
    Reason.FILLED: ("filled", "stronger_candidate"),
    Reason.INTERNAL: ("internal_candidate",),
    Reason.STRONGER_CANDIDATES: ("stronger_candidate",),
    Reason.EXPERIENCE: ("qualification", "skill"),
    Reason.FIT: ("fit",),
    Reason.FROZEN: ("changed_need",),
    Reason.CANCELLED: ("changed_need",),
    Reason.CLASS_FULL: ("class_full",),
}

# What a reason named in passing, before the no, is a sign of.
HINTS = {
    Reason.INTERNAL: "internal_candidate",
    Reason.FROZEN: "changed_need",
    Reason.CANCELLED: "changed_need",
    Reason.STRONGER_CANDIDATES: "stronger_candidate",
    Reason.EXPERIENCE: "skill",
    Reason.FIT: "fit",
    Reason.FILLED: "filled",
    Reason.CLASS_FULL: "class_full",
}

TAKEN = frozenset({Reason.FILLED, Reason.CLASS_FULL})
MOST_LACKING = 3  # a wish list told in full would weigh more than it does; the worry about paper has them all


def reasons(
    rejection: Rejection, *, heard: Iterable[Heard] = (), seen: Seen = Seen(), of_field: Iterable[str] = ()
) -> Reasons:
    """What can be said about why, from this application's own mail and what the user heard."""
    words = load_toml("highroad.steps.likely_not_you", "content/words.toml")
    stated = (*_stated(rejection, words), *_heard(heard, words))
    signs = _signs(rejection, seen, words, stated={one.reason for one in stated})
    settled = {key for reason in stated for key in SETTLES.get(reason.reason, ())} | {sign.key for sign in signs}
    may_be_skill = bool(settled & {"skill", "lacking"})
    settled |= _on_paper(rejection, seen)
    unknown = (sentence for key, sentence in words["unknown"].items() if key not in settled)
    return Reasons(stated, signs, (*unknown, *of_field), words["honest_skill" if may_be_skill else "honest"])


def _stated(rejection: Rejection, words: dict[str, Any]) -> tuple[Stated, ...]:
    reading = rejection.event.reading
    if reading.reason is None:
        return ()
    return (Stated(reading.reason, words["stated"][reading.reason], reading.reason_quote, rejection.event.at),)


def _heard(heard: Iterable[Heard], words: dict[str, Any]) -> Iterator[Stated]:
    for one in heard:
        yield Stated(one.reason, words["heard"][one.reason], one.text or None, one.at, heard=True)


def _signs(rejection: Rejection, seen: Seen, words: dict[str, Any], *, stated: set[Reason]) -> tuple[Sign, ...]:
    """What the rest of the record shows, each sign once, where it showed first."""
    found: dict[str, Sign] = {}
    for key, quote, at, by_user in (*_shown_in(rejection), *_shown_beside(seen)):
        found.setdefault(key, Sign(key, words["signs"][key], quote, at, by_user))
    if "qualification" in found:
        found.pop("assessment", None)
    told = {key for reason in stated for key in SETTLES.get(reason, ())} - {"qualification"}
    kept = (sign for key, sign in found.items() if key not in told)
    return (*kept, *_of_posting(rejection, seen, words), *_lacking(rejection, seen, words))


def _of_posting(rejection: Rejection, seen: Seen, words: dict[str, Any]) -> Iterable[Sign]:
    """What became of the posting: each sentence once, from the first source that shows it."""
    found: dict[str, Sign] = {}
    for key, day, source in became(seen.stood, rejection):
        told = words["signs"][key].format(day=f"{day.day} {day:%B}")
        found.setdefault(key, Sign(key, told, source=source))
    return found.values()


def _lacking(rejection: Rejection, seen: Seen, words: dict[str, Any]) -> Iterator[Sign]:
    """What the posting names and the résumé does not: one sign for each, or one weak one once they met the user."""
    lacking = seen.lacking[:MOST_LACKING]
    if lacking and met_someone(rejection.application):
        skills = ", ".join(one.skill for one in lacking)
        yield Sign("lacking_met", words["signs"]["lacking_met"].format(skills=skills))
        return
    for one in lacking:
        yield Sign("lacking", words["signs"]["lacking"].format(skill=one.skill), one.sentence, skill=one.skill)


def _on_paper(rejection: Rejection, seen: Seen) -> set[str]:
    """What need not be wondered about: whether something was missing, and whether that counted."""
    if met_someone(rejection.application):
        return {"qualification", "lacking_counted"}
    return {"qualification"} if seen.lacking else {"lacking_counted"}


Shown = tuple[str, str | None, datetime | None, bool]


def _shown_in(rejection: Rejection) -> Iterator[Shown]:
    for event in rejection.application.events:
        for key, quote in _shown_by(event):
            yield key, quote, event.at, event.by_user
    if _before_its_talk(rejection):
        yield "before_talk", None, rejection.at, False


def _shown_beside(seen: Seen) -> Iterator[Shown]:
    if seen.taken:
        yield "taken_before", *seen.taken, False
    if seen.reposted:
        yield "reposted", *seen.reposted, False
    for text in seen.works_on[:1]:
        yield "works_on", text, None, True


def _shown_by(event: Event) -> Iterator[tuple[str, str | None]]:
    if event.kind is Kind.INTERVIEW:
        yield "qualification", event.reading.evidence
    if event.kind is Kind.ASSESSMENT:
        yield "assessment", event.reading.evidence
    if event.kind is not Kind.REJECTION and event.reading.reason in HINTS:
        yield HINTS[event.reading.reason], event.reading.reason_quote or event.reading.evidence


def _before_its_talk(rejection: Rejection) -> bool:
    """Whether the no came before a talk that was arranged could be held."""
    if rejection.at is None:
        return False
    held = (held_at(talk) for talk in rounds(rejection.application) if talk.at and talk.at < rejection.at)
    return any(day.date() > rejection.at.date() for day in held if day)
