"""What a line of work does its own way: its stages, people, habits, reasons and figures, as a profile tells them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from highroad.applications.customs import Customs, customs
from highroad.applications.field_problems import problems
from highroad.applications.reopening import Reopening, reopenings
from highroad.events.event import Stage
from highroad.words.content import load_toml

SHIPPED = ("generic", "law")


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
    grade: str = ""  # A, B or C, when somebody has judged the source
    opened: bool = True  # whether somebody has read the source; False only where a profile says so

    @property
    def in_hundred(self) -> bool:
        """Whether it is a share, told of 100."""
        return self.high <= 1


@dataclass(frozen=True, slots=True)
class Ladder:
    """The stages of one way into the work, first to last; `called` names those of ours that go by another name there.

    `country` (ISO 3166) is where it is the usual way; empty where there is none.
    """

    id: str
    stages: tuple[str, ...]
    country: str = ""
    called: Mapping[Stage, str] = field(default_factory=dict)


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
    wrong = tuple(problems(told))
    if wrong:
        raise FieldRefused(wrong)
    meta, detect = told["meta"], told["meta"].get("detect", {})
    return Profile(
        id=meta["id"],
        name=meta["name"],
        keywords=tuple(detect.get("keywords", ())),
        min_hits=detect.get("min_hits", 2),
        prior=meta.get("prior", "unknown"),
        ladders=tuple(_ladder(one) for one in told.get("ladder", ())),
        reasons=tuple(told.get("reasons", {}).get("add", ())),
        reopens=reopenings(told),
        rates=tuple(rate for rate in map(_rate, told.get("base_rate", ())) if rate.opened),
        customs=customs(told),
    )


def hits(of: Profile, text: str) -> int:
    """How many of the profile's own words a text has, each counted once."""
    low = f" {' '.join(text.lower().split())} "
    return sum(f" {word.lower()}" in low for word in of.keywords)


def names_of_stages(of: Profile, *, country: str, said: str) -> Mapping[Stage, str]:
    """What the stages are called on the way of the user's country, else on the one whose names their mail says most.

    Empty when neither tells which way it is.
    """
    named = [ladder for ladder in of.ladders if ladder.called]
    there = [ladder for ladder in named if country and ladder.country == country]
    low = said.lower()
    told = [(sum(name.lower() in low for name in ladder.called.values()), ladder) for ladder in there or named]
    most, ladder = max(told, key=lambda one: one[0], default=(0, None))
    return ladder.called if ladder and (there or most) else {}


def _ladder(told: Mapping[str, Any]) -> Ladder:
    called = {Stage(stage): name for stage, name in told.get("called", {}).items()}
    return Ladder(told["id"], tuple(told["stages"]), told.get("country", ""), called)


def _rate(told: Mapping[str, Any]) -> Rate:
    low, high = told["range"]
    kept = {name: str(told.get(name, "")) for name in ("id", "as_of", "source", "caution", "region", "what", "grade")}
    return Rate(value=float(told["value"]), low=float(low), high=float(high), opened=told.get("opened", True), **kept)
