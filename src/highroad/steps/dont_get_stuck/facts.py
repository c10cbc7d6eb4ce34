"""What the record can say against a dark thought: each fact in two voices, with where it comes from.

For the thought it offers nothing: a no as proof would be the record turned on its own user.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from highroad.applications.course import rounds
from highroad.applications.talks import met_someone, people_met, stage_come_to
from highroad.events.event import Reason, Stage
from highroad.rejections.rejection import Rejection
from highroad.words.content import load_toml

ENOUGH = 5  # applications, before a count of them says anything
# What they say about the posting or the numbers, and not about the one who applied.
NOT_ABOUT_ONE = (Reason.FILLED, Reason.INTERNAL, Reason.FROZEN, Reason.CANCELLED, Reason.VOLUME, Reason.CLASS_FULL)


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact, said to the user and as the user would say it; `event_id` is the mail or mark that proves it."""

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


def facts(rejection: Rejection | None, *, counts: Counts, heard: tuple[Heard, ...] = ()) -> tuple[Fact, ...]:
    """Everything on record that speaks against, what concerns this no first; nothing is made up to fill a page."""
    of_this_one = (_course(rejection), _reason(rejection)) if rejection else ()
    return tuple(fact for found in (*of_this_one, _said(heard), _counted(counts)) for fact in found)


def _course(rejection: Rejection) -> Iterator[Fact]:
    application = rejection.application
    talks = rounds(application)
    proof = talks[-1].id if talks else ""
    if len(talks) > 1:
        yield _fact("asked_back", proof, times=_content()["times"][min(len(talks) - 1, 9)])
    elif talks:
        yield _fact("invited", proof)
    if stage_come_to(application) is Stage.FINAL:
        yield _fact("final", proof)
    people = len(people_met(application))
    if people > 1:
        yield _fact("met", proof, count=_content()["numbers"][min(people, 9)])
    if not met_someone(application):
        yield _fact("before_talk", rejection.id)


def _reason(rejection: Rejection) -> Iterator[Fact]:
    reading = rejection.event.reading
    if reading.reason_quote and reading.reason in NOT_ABOUT_ONE:
        yield replace(_fact("wrote", rejection.id, quote=_quoted(reading.reason_quote)), quotes_no=True)
    elif not reading.reason_quote and "why" in reading.does_not_say:
        yield _fact("no_reason", rejection.id)


def _said(heard: tuple[Heard, ...]) -> Iterator[Fact]:
    for one in heard:
        yield _fact("heard", name=one.name, quote=_quoted(one.text))


def _counted(counts: Counts) -> Iterator[Fact]:
    if counts.applications >= ENOUGH and counts.talks:
        yield _fact("talks", count=counts.talks, of=counts.applications)


def _fact(key: str, event_id: str = "", **about: str | int) -> Fact:
    words = _content()["facts"][key]
    return Fact(words["says"].format(**about), words["mine"].format(**about), event_id)


def _quoted(text: str) -> str:
    return " ".join(text.split()).rstrip(".")


def _content() -> dict[str, Any]:
    return load_toml("highroad.steps.dont_get_stuck", "content/facts.toml")
