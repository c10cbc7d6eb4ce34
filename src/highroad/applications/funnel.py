"""How far applications come: the chance of a first talk, and of an offer after it, for each way of applying."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import fsum
from typing import Any

from highroad.applications.application import Channel
from highroad.applications.beta import Beta, both, mixed
from highroad.applications.silence import Asked, Curve, asked_of
from highroad.words.content import load_toml


@dataclass(frozen=True, slots=True)
class Alike:
    """So many applications that are the same to the funnel; `silent` are the days since anything was heard or said."""

    channel: Channel
    met: bool
    offered: bool
    ended: bool
    silent: int = 0
    count: int = 1


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen of one channel; each count may hold parts of applications that are still open."""

    interviews: float = 0
    no_interview: float = 0
    offers: float = 0
    no_offer: float = 0

    @property
    def cases(self) -> float:
        """At both stages together, how many cases were seen."""
        return self.interviews + self.no_interview + self.offers + self.no_offer


@dataclass(frozen=True, slots=True)
class Funnel:
    """The chances of one application: of a first talk, of an offer after one, of an offer at all.

    `others` and `own` are the cases behind them: other people's, as many as the priors weigh, and those seen.
    """

    interview: Beta
    offer_after: Beta
    offer: Beta
    others: float
    own: float

    @property
    def others_share(self) -> float:
        """How much of what is behind the forecast is other people's, 0 to 1; on job boards half at thirty own cases."""
        return self.others / (self.others + self.own)


def funnel(channel: Channel, seen: Seen = Seen(), *, field: str = "unknown", seniority: str = "mid") -> Funnel:
    """The chances of an application that comes this way, after what was seen of it."""
    first, then = prior(channel, field=field, seniority=seniority)
    interview = first.after(hits=seen.interviews, misses=seen.no_interview)
    offer_after = then.after(hits=seen.offers, misses=seen.no_offer)
    return Funnel(interview, offer_after, both([interview, offer_after]), first.cases + then.cases, seen.cases)


def mix(funnels: Iterable[tuple[float, Funnel]]) -> Funnel:
    """The chances of an application that comes one of these ways, in their shares."""
    funnels = [(share, one) for share, one in funnels if share > 0]
    whole = sum(share for share, _ in funnels)  # so that a mix can be mixed again
    return Funnel(
        interview=mixed((share, one.interview) for share, one in funnels),
        offer_after=mixed((share * one.interview.mean, one.offer_after) for share, one in funnels),
        offer=mixed((share, one.offer) for share, one in funnels),
        others=sum(share * one.others for share, one in funnels) / whole,
        own=sum(share * one.own for share, one in funnels) / whole,
    )


def seen(applications: Iterable[Alike], curves: Mapping[Asked, Curve]) -> dict[Channel, Seen]:
    """What the applications show of each channel; the order they come in does not matter.

    An open one is never a no: it counts as the part of the usual wait that is over, nothing on its first day.
    """
    shown: dict[Channel, list[Seen]] = {channel: [] for channel in Channel}
    for alike in applications:
        shown[alike.channel].append(_shown_by(alike, curves))
    return {channel: _together(parts) for channel, parts in shown.items()}


def prior(channel: Channel, *, field: str = "unknown", seniority: str = "mid") -> tuple[Beta, Beta]:
    """What is expected before a record says more: of a first talk, and of an offer after one (content/priors.toml)."""
    told = _priors()
    first, then = told["channel"][channel]["interview"], told["channel"][channel]["offer"]
    in_field, usual = told["field"][field], told["field"]["unknown"]["offer"]
    odds = in_field["odds"] * told["seniority"][seniority]
    after = _odds(in_field.get("offer", usual)) / _odds(usual)
    return (
        Beta.around(_times(first["mean"], odds), cases=first["cases"]),
        Beta.around(_times(then["mean"], after), cases=then["cases"]),
    )


def fields() -> tuple[str, ...]:
    """The fields that have a prior of their own."""
    return tuple(_priors()["field"])


def seniorities() -> tuple[str, ...]:
    """The levels that have a prior of their own."""
    return tuple(_priors()["seniority"])


def _shown_by(alike: Alike, curves: Mapping[Asked, Curve]) -> Seen:
    curve = curves[asked_of(alike.channel, met=alike.met)]
    over = alike.count * (1.0 if alike.ended else curve.part_over(alike.silent))
    if not alike.met:
        return Seen(no_interview=over)
    if alike.offered:
        return Seen(interviews=alike.count, offers=alike.count)
    return Seen(interviews=alike.count, no_offer=over)


def _together(parts: list[Seen]) -> Seen:
    """All of them added up; `fsum` rounds once, at the end, so that no order gives another last digit."""
    return Seen(
        fsum(part.interviews for part in parts),
        fsum(part.no_interview for part in parts),
        fsum(part.offers for part in parts),
        fsum(part.no_offer for part in parts),
    )


def _times(chance: float, odds: float) -> float:
    """The chance whose odds are so many times as large."""
    more = _odds(chance) * odds
    return more / (1 + more)


def _odds(chance: float) -> float:
    return chance / (1 - chance)


def _priors() -> dict[str, Any]:
    return load_toml("highroad.applications", "content/priors.toml")
