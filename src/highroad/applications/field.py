"""What a line of work does its own way: its stages, people, habits, reasons and figures, as a profile tells them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from highroad.applications import customs as of_customs
from highroad.applications import reopening as of_reopening
from highroad.applications.customs import Customs, customs
from highroad.applications.funnel import fields
from highroad.applications.reopening import Reopening, reopenings
from highroad.words.content import load_toml

SHIPPED = ("generic", "law")
RATE_NEEDS = ("value", "range", "as_of", "source", "caution")
GRADES = ("A", "B", "C")  # research or official; an industry's own count; a poll, or told second-hand
NUMBER_NEEDS = ("source", "as_of")  # of any other table that holds a number
PARTS = frozenset(
    {
        "meta",
        "ladder",
        "people",
        "norms",
        "base_rate",
        "reasons",
        "reopen",
        "proofread",
        "practice",
        "boards",
        "support",
    }
)
WITH_NUMBERS = ("reopen", "reasons", "proofread", "practice", "boards", "support")
LONGEST = 2000  # characters of any one text
MOST = 500  # entries of any one list


class FieldRefused(ValueError):
    """A profile that cannot be trusted; every problem is said, each in one sentence."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        self.problems = problems
        super().__init__(" ".join(problems))


@dataclass(frozen=True, slots=True)
class Rate:
    """One figure of a line of work, with its range and where it is from."""

    id: str
    value: float
    low: float
    high: float
    as_of: str
    source: str
    caution: str
    region: str = ""
    what: str = ""  # what is counted, in words
    grade: str = ""  # one of GRADES, when somebody has judged the source

    @property
    def in_hundred(self) -> bool:
        """Whether it is a share, told of 100."""
        return self.high <= 1


@dataclass(frozen=True, slots=True)
class Ladder:
    """The stages of one way into the work, first to last."""

    id: str
    stages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """One line of work; what it does not say, the generic one says."""

    id: str
    name: str
    keywords: tuple[str, ...]
    min_hits: int
    prior: str  # the field of content/priors.toml a forecast uses
    ladders: tuple[Ladder, ...]
    reasons: tuple[str, ...]
    reopens: tuple[Reopening, ...]
    rates: tuple[Rate, ...]
    customs: Customs


def shipped(name: str) -> Profile:
    """One of the profiles that come with the program; KeyError for any other name."""
    if name not in SHIPPED:
        raise KeyError(name)
    return profile(load_toml("highroad.applications", f"content/fields/{name}.toml"))


def profile(told: Mapping[str, Any]) -> Profile:
    """The profile as a value; raises FieldRefused with everything that is wrong."""
    problems = tuple(_problems(told))
    if problems:
        raise FieldRefused(problems)
    meta, detect = told["meta"], told["meta"].get("detect", {})
    return Profile(
        id=meta["id"],
        name=meta["name"],
        keywords=tuple(detect.get("keywords", ())),
        min_hits=detect.get("min_hits", 2),
        prior=meta.get("prior", "unknown"),
        ladders=tuple(Ladder(one["id"], tuple(one["stages"])) for one in told.get("ladder", ())),
        reasons=tuple(told.get("reasons", {}).get("add", ())),
        reopens=reopenings(told),
        rates=tuple(_rate(one) for one in told.get("base_rate", ())),
        customs=customs(told),
    )


def hits(of: Profile, text: str) -> int:
    """How many of the profile's own words a text has, each counted once."""
    low = f" {' '.join(text.lower().split())} "
    return sum(f" {word.lower()}" in low for word in of.keywords)


def _rate(told: Mapping[str, Any]) -> Rate:
    low, high = told["range"]
    kept = {name: str(told.get(name, "")) for name in ("id", "as_of", "source", "caution", "region", "what", "grade")}
    return Rate(value=float(told["value"]), low=float(low), high=float(high), **kept)


def _problems(told: Mapping[str, Any]) -> Iterator[str]:
    yield from _of_meta(told.get("meta"))
    yield from (f"[{name}] is no part of a profile." for name in told if name not in PARTS)
    for place, rate in enumerate(_tables(told.get("base_rate"))):
        yield from _of_rate(rate, place)
    for place, ladder in enumerate(_tables(told.get("ladder"))):
        stages = ladder.get("stages")
        if not isinstance(ladder.get("id"), str) or not _texts(stages) or not stages:
            yield f"Ladder {place + 1} needs an id and a list of stages."
    yield from _of_lists(told)
    yield from of_customs.problems(told)
    yield from of_reopening.problems(told)
    for name in WITH_NUMBERS:
        yield from _unsourced(told.get(name), name)


def _of_meta(meta: object) -> Iterator[str]:
    if not isinstance(meta, Mapping):
        yield "[meta] is missing."
        return
    yield from (f"[meta] needs {key}, in words." for key in ("id", "name") if not _text(meta.get(key)))
    if _text(meta.get("id")) and not all(sign.isalnum() or sign in "-_" for sign in meta["id"]):
        yield "The id in [meta] may hold letters, digits, - and _ only."
    if meta.get("prior", "unknown") not in fields():
        yield f"[meta] prior is not known. It is one of: {', '.join(fields())}."
    detect = meta.get("detect", {})
    words, least = detect.get("keywords", []), detect.get("min_hits", 2)
    if not _texts(words) or not isinstance(least, int) or least < 1:
        yield "[meta] detect needs keywords, a list of words, and min_hits, a number from 1."


def _of_rate(rate: Mapping[str, Any], place: int) -> Iterator[str]:
    name = rate.get("id") or f"number {place + 1}"
    missing = [key for key in RATE_NEEDS if key not in rate or rate[key] in ("", [])]
    if missing:
        yield f"The base rate {name} has no {', '.join(missing)}. Without them it is not shown, so it is refused."
        return
    numbers = rate["range"]
    if not _is_number(rate["value"]) or not isinstance(numbers, list) or not all(map(_is_number, numbers)):
        yield f"The base rate {name} needs a number as value and two as range."
    elif len(numbers) != 2 or not numbers[0] <= rate["value"] <= numbers[1]:
        yield f"The base rate {name} needs a range of two numbers with its value between them."
    if not all(_text(rate[key]) for key in ("as_of", "source", "caution")):
        yield f"The base rate {name} needs as_of, source and caution in words."
    if rate.get("grade", "") not in ("", *GRADES):
        yield f"The base rate {name} has an unknown grade. It is one of: {', '.join(GRADES)}."


def _of_lists(told: Mapping[str, Any]) -> Iterator[str]:
    reasons = told.get("reasons", {})
    if not isinstance(reasons, Mapping) or not _texts(reasons.get("add", [])):
        yield "[reasons] add is a list of words."


def _unsourced(found: object, where: str) -> Iterator[str]:
    """Every number whose table says neither where it is from nor of when it is."""
    if isinstance(found, Mapping):
        numbers = [name for name, one in found.items() if _has_number(one)]
        if numbers and not all(_text(found.get(key)) for key in NUMBER_NEEDS):
            yield f"{where}: {', '.join(numbers)} is a number without {' and '.join(NUMBER_NEEDS)}."
        for name, one in found.items():
            yield from _unsourced(one, f"{where}.{name}")
    elif isinstance(found, list):
        for place, one in enumerate(found):
            yield from _unsourced(one, f"{where}[{place + 1}]")


def _has_number(found: object) -> bool:
    return _is_number(found) or (isinstance(found, list) and any(map(_is_number, found)))


def _tables(found: object) -> list[Mapping[str, Any]]:
    return [one for one in found if isinstance(one, Mapping)] if isinstance(found, list) else []


def _is_number(found: object) -> bool:
    return isinstance(found, int | float) and not isinstance(found, bool)


def _text(found: object) -> bool:
    return isinstance(found, str) and 0 < len(found.strip()) <= LONGEST


def _texts(found: object) -> bool:
    return isinstance(found, list) and len(found) <= MOST and all(map(_text, found))
