"""The questions we wrote: for any kind of work, and for some lines of work; each by what it asks for."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, zip_longest

from highroad.words.content import load_toml

PACKAGE = "highroad.steps.keep_going"
GENERIC = "generic"
DECKS = (GENERIC, "law")


@dataclass(frozen=True, slots=True)
class Question:
    """One question as it may be asked, and what a good answer shows."""

    id: str
    competency: str
    ask: str
    shows: str


@cache
def questions(field: str = "") -> tuple[Question, ...]:
    """The deck of this line of work, if there is one, and ours for any; two in a row ask for different things."""
    own = _deck(field) if field in DECKS and field != GENERIC else ()
    return _mixed(_mixed(own), _mixed(_deck(GENERIC)))


def question(key: str) -> Question | None:
    """The one of this name, from whichever deck."""
    return _by_id().get(key)


def competencies() -> dict[str, str]:
    """What questions ask for: key -> its name, in the order of our decks."""
    named: dict[str, str] = load_toml(PACKAGE, "content/practice.toml")["competencies"]
    return named


def asking_for(wanted: Sequence[str], field: str = "") -> tuple[Question, ...]:
    """The questions that ask for one of these, each in turn."""
    return tuple(one for one in questions(field) if one.competency in wanted)


@cache
def _deck(name: str) -> tuple[Question, ...]:
    content = load_toml(PACKAGE, f"content/deck_{name}.toml")
    return tuple(Question(competency=group, **asked) for group, listed in content.items() for asked in listed)


@cache
def _by_id() -> dict[str, Question]:
    return {one.id: one for name in DECKS for one in _deck(name)}


def _mixed(*decks: Sequence[Question]) -> tuple[Question, ...]:
    """Several decks card by card; one deck by its competencies in turn."""
    if len(decks) == 1:
        groups: dict[str, list[Question]] = {}
        for one in decks[0]:
            groups.setdefault(one.competency, []).append(one)
        return _mixed(*groups.values(), ()) if groups else ()
    return tuple(one for one in chain.from_iterable(zip_longest(*decks)) if one is not None)
