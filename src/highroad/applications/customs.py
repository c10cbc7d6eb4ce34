"""How a line of work goes about hiring, and whom one asks in it, as its profile tells."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

NORM_NEEDS = ("says", "source", "as_of")
DO_NOT = "do_not"  # among the norms: what one leaves be, a list


@dataclass(frozen=True, slots=True)
class Norm:
    """One custom in a sentence, and where it is from."""

    says: str
    source: str
    as_of: str


@dataclass(frozen=True, slots=True)
class Guide:
    """Someone one meets in this work: how they are addressed, and what is good to know."""

    who: str
    address: str
    note: str


@dataclass(frozen=True, slots=True)
class Customs:
    """What is done, what is not, whom one asks for feedback (likeliest first), and whom one does not."""

    norms: tuple[Norm, ...] = ()
    do_not: tuple[str, ...] = ()
    asked: tuple[Guide, ...] = ()
    not_asked: tuple[Guide, ...] = ()


def customs(told: Mapping[str, Any]) -> Customs:
    """The customs of a profile that has no problems."""
    norms = told.get("norms", {})
    people = sorted(told.get("people", {}).items(), key=lambda one: one[1]["ask_feedback"])
    return Customs(
        norms=tuple(Norm(*(str(one[key]) for key in NORM_NEEDS)) for name, one in norms.items() if name != DO_NOT),
        do_not=tuple(norms.get(DO_NOT, ())),
        asked=tuple(_guide(who, one) for who, one in people if one["ask_feedback"]),
        not_asked=tuple(_guide(who, one) for who, one in people if not one["ask_feedback"]),
    )


def problems(told: Mapping[str, Any]) -> Iterator[str]:
    """What keeps the customs from being shown, each in one sentence."""
    norms, people = told.get("norms", {}), told.get("people", {})
    if not isinstance(norms, Mapping) or not isinstance(people, Mapping):
        yield "[norms] and [people] are tables."
        return
    for name, one in norms.items():
        if name == DO_NOT and not (isinstance(one, list) and all(_text(each) for each in one)):
            yield f"[norms] {DO_NOT} is a list of words."
        elif name != DO_NOT and not (isinstance(one, Mapping) and all(_text(one.get(key)) for key in NORM_NEEDS)):
            yield f"The norm {name} needs {', '.join(NORM_NEEDS)}, in words."
    yield from (f"{who} in [people] needs address and note in words." for who, one in people.items() if _wordless(one))
    yield from (f"{who} in [people] needs ask_feedback, a number from 0." for who, one in people.items() if _odd(one))


def _guide(who: str, told: Mapping[str, Any]) -> Guide:
    return Guide(who, str(told.get("address", "")), str(told.get("note", "")))


def _odd(one: object) -> bool:
    order = one.get("ask_feedback") if isinstance(one, Mapping) else None
    return not isinstance(order, int) or isinstance(order, bool) or order < 0


def _wordless(one: object) -> bool:
    return isinstance(one, Mapping) and not all(isinstance(one.get(key, ""), str) for key in ("address", "note"))


def _text(found: object) -> bool:
    return isinstance(found, str) and bool(found.strip())
