"""What the record can say about a thought: each fact in two voices, with where it comes from."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from highroad.applications.course import met_someone, rounds
from highroad.applications.people import talked_with
from highroad.events.event import Reason, Stage
from highroad.rejections.rejection import Rejection
from highroad.words.content import load_toml

ENOUGH = 5  # applications, before a count of them says anything
# What they say about the posting or the numbers, and not about the one who applied.
NOT_ABOUT_ONE = (Reason.FILLED, Reason.INTERNAL, Reason.FROZEN, Reason.CANCELLED, Reason.VOLUME, Reason.CLASS_FULL)


class Side(StrEnum):
    """What a fact may be weighed on; the user decides whether it counts."""

    FOR = "for"
    AGAINST = "against"


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact, said to the user and as the user would say it; `event_id` is the mail or mark that proves it."""

    side: Side
    says: str
    mine: str
    event_id: str = ""
    quotes_no: bool = False  # the sentence of a no is shown to nobody who did not ask for it


@dataclass(frozen=True, slots=True)
class Counts:
    """All the user's applications, and how many of them led to a talk."""

    applications: int
    talks: int


@dataclass(frozen=True, slots=True)
class Heard:
    """A sentence somebody who met the user wrote to them."""

    name: str
    text: str
    side: Side


def facts(rejection: Rejection | None, *, counts: Counts, heard: tuple[Heard, ...] = ()) -> tuple[Fact, ...]:
    """Everything on record that may be weighed, what concerns this no first; nothing is made up to fill a side."""
    of_this_one = (_course(rejection), _reason(rejection)) if rejection else ()
    return tuple(fact for found in (*of_this_one, _said(heard), _counted(counts)) for fact in found)


def _course(rejection: Rejection) -> Iterator[Fact]:
    application = rejection.application
    talks = rounds(application)
    proof = talks[-1].id if talks else ""
    if len(talks) > 1:
        yield _fact(Side.AGAINST, "asked_back", proof, times=_content()["times"][min(len(talks) - 1, 9)])
    elif talks:
        yield _fact(Side.AGAINST, "invited", proof)
    if application.furthest_stage is Stage.FINAL:
        yield _fact(Side.AGAINST, "final", proof)
    people = len(talked_with(application.people))
    if people > 1:
        yield _fact(Side.AGAINST, "met", proof, count=_content()["numbers"][min(people, 9)])
    yield _fact(Side.FOR, "after_talk" if met_someone(application) else "before_talk", rejection.id)


def _reason(rejection: Rejection) -> Iterator[Fact]:
    reading = rejection.event.reading
    if reading.reason_quote:
        side = Side.AGAINST if reading.reason in NOT_ABOUT_ONE else Side.FOR
        yield replace(_fact(side, "wrote", rejection.id, quote=_quoted(reading.reason_quote)), quotes_no=True)
    elif "why" in reading.does_not_say:
        yield _fact(Side.AGAINST, "no_reason", rejection.id)


def _said(heard: tuple[Heard, ...]) -> Iterator[Fact]:
    for one in heard:
        yield _fact(one.side, "heard", name=one.name, quote=_quoted(one.text))


def _counted(counts: Counts) -> Iterator[Fact]:
    if counts.applications < ENOUGH:
        return
    without = counts.applications - counts.talks
    if counts.talks:
        yield _fact(Side.AGAINST, "talks", count=counts.talks, of=counts.applications)
    if without:
        yield _fact(Side.FOR, "no_talks", count=without, of=counts.applications)


def _fact(side: Side, key: str, event_id: str = "", **about: str | int) -> Fact:
    words = _content()["facts"][key]
    return Fact(side, words["says"].format(**about), words["mine"].format(**about), event_id)


def _quoted(text: str) -> str:
    return " ".join(text.split()).rstrip(".")


def _content() -> dict[str, Any]:
    return load_toml("highroad.steps.dont_get_stuck", "content/facts.toml")
