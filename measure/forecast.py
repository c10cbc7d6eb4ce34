"""`python -m measure.forecast`: how right the forecast is on 2,250 made-up searches of nine kinds, and how quick."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean
from time import process_time

import numpy as np

from highroad.applications import beta, silence
from highroad.applications.application import Channel
from highroad.applications.beta import Beta, some_in
from highroad.applications.forecast import HIGH, HORIZONS, LOW, forecast
from highroad.applications.funnel import Alike, Funnel, funnel, seen
from highroad.applications.silence import Asked, Waits, curve
from measure import weeks
from measure.searches import KINDS, Kind, Search, search

FOREVER = 10**9  # applications


@dataclass(frozen=True, slots=True)
class Score:
    """How right a forecast was, of interviews and of offers alike.

    `covered`: how often the wait until the next one falls into its range of 80 %, over every draw of it and of the
    randomised PIT, which spreads a count evenly over its step. `told`: the same where all waits longer than the longest
    horizon are one, for nothing is ever said of them. `brier`: the squared error expected at all horizons; beside it
    that of the share seen so far taken for the truth, and that of the published rate.
    """

    covered: float
    told: float
    brier: float
    plug_in: float
    base_rate: float


@dataclass(frozen=True, slots=True)
class Figures:
    """The scores of the searches of a kind, in their mean; `weeks` is how often the week of an offer is covered.

    `shown`: how often the range of the page, within twelve weeks, holds the true chance of an offer.
    """

    kind: Kind
    interview: Score
    offer: Score
    weeks: float
    shown: float


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints a row for each kind, and what a forecast of 10,000 applications takes."""
    parser = argparse.ArgumentParser(prog="python -m measure.forecast", description=__doc__)
    parser.add_argument("--searches", type=int, default=2250, help="made-up searches in all")
    parser.add_argument("--seed", type=int, default=6)
    asked = parser.parse_args(arguments)
    rows = [figures(kind, asked.searches // len(KINDS), seed=asked.seed) for kind in KINDS]
    print(table(rows))
    cold, again = seconds()
    print(f"\n10,000 applications: {1000 * cold:.0f} ms of CPU cold, {1000 * again:.0f} ms after one change")


def figures(kind: Kind, many: int, *, seed: int) -> Figures:
    """The figures of so many searches of a kind."""
    dice = np.random.default_rng([seed, KINDS.index(kind)])
    made = [(one, known_of(one)) for one in (search(kind, dice) for _ in range(many))]
    both = [scores(*one) for one in made]
    by_week = (fmean(measured(*one) for one in made) for measured in (weeks.covered, weeks.holds))
    return Figures(kind, *(_mean([pair[place] for pair in both]) for place in (0, 1)), *by_week)


def scores(made: Search, known: Funnel) -> tuple[Score, Score]:
    """How right the forecast of one search is: of an interview, and of an offer."""
    sent = len(made.applications)
    prior = funnel(made.kind.channel)
    met, offered = (sum(getattr(one, name) for one in made.applications) for name in ("met", "offered"))
    return (
        _score(known.interview, made.truth.interview, met / sent if sent else 0, prior.interview.mean),
        _score(known.offer, made.truth.offer, offered / sent if sent else 0, prior.offer.mean),
    )


def known_of(made: Search) -> Funnel:
    """What the record of a search says."""
    curves = {asked: curve(asked, made.waits[asked]) for asked in Asked}
    return funnel(made.kind.channel, seen(made.applications, curves)[made.kind.channel])


def _score(known: Beta, truth: float, plug_in: float, base_rate: float) -> Score:
    return Score(
        covered(known, truth, at_most=FOREVER),
        covered(known, truth, at_most=HORIZONS[-1]),
        fmean(_squared(known.some_in(n), some_in(n, chance=truth)) for n in HORIZONS),
        *(
            fmean(_squared(some_in(n, chance=rate), some_in(n, chance=truth)) for n in HORIZONS)
            for rate in (plug_in, base_rate)
        ),
    )


def covered(known: Beta, truth: float, *, at_most: int) -> float:
    """How often the randomised PIT of a wait with this true chance lies between LOW and HIGH."""
    return _pit_below(known, truth, HIGH, at_most) - _pit_below(known, truth, LOW, at_most)


def _pit_below(known: Beta, truth: float, share: float, at_most: int) -> float:
    """How often it lies below: all shorter waits, and of the wait that steps over it a part."""
    step = known.tries_until(share, at_most=at_most)
    shorter = (step or at_most + 1) - 1
    before, here = known.some_in(shorter), known.some_in(step) if step else 1.0
    true_before, true_here = (some_in(shorter, chance=truth), some_in(step, chance=truth) if step else 1.0)
    return true_before + (share - before) / (here - before) * (true_here - true_before)


def _squared(said: float, truth: float) -> float:
    return (said - truth) ** 2 + truth * (1 - truth)


def _mean(all_of: Sequence[Score]) -> Score:
    names = ("covered", "told", "brier", "plug_in", "base_rate")
    return Score(*(fmean(getattr(one, name) for one in all_of) for name in names))


def table(rows: Sequence[Figures]) -> str:
    """The figures as a table of Markdown."""
    head = ["searches", "model", "80 % covers: interview", "offer", "offer, any wait"]
    head += ["week of an offer", "chance within 12 weeks", "Brier: interview", "offer"]
    lines = [head, ["---"] * len(head)]
    for row in rows:
        model = "right" if row.kind.right else "wrong"
        parts = (row.interview.covered, row.offer.told, row.offer.covered, row.weeks, row.shown)
        covers = [f"{100 * part:.0f} %" for part in parts]
        brier = [f"{one.brier:.4f} ({one.plug_in:.4f}, {one.base_rate:.4f})" for one in (row.interview, row.offer)]
        lines.append([row.kind.name, model, *covers, *brier])
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def seconds(many: int = 10_000) -> tuple[float, float]:
    """CPU seconds of a forecast of so many applications, first and after one more."""
    forget_all()
    dice = np.random.default_rng(8)
    channels = list(Channel)
    record = [
        Alike(channels[place % 6], met=place % 9 == 0, offered=False, ended=place % 3 > 0, silent=int(days))
        for place, days in enumerate(dice.integers(0, 700, many))
    ]
    answered = tuple((day, 1 + many // (day + 10)) for day in range(90))
    silent = tuple((day, many // 700) for day in range(700))
    times = []
    for more in (0, 1):
        begun = process_time()
        waits = {asked: Waits(answered, (*silent, (3, more))) for asked in Asked}
        if more:  # one change touches the waits for one kind of answer
            waits = {asked: Waits(answered, (*silent, (3, 0))) for asked in Asked} | {Asked.MET: waits[Asked.MET]}
        shown = seen(record, {asked: curve(asked, waits[asked]) for asked in Asked})
        for channel in Channel:
            forecast(funnel(channel, shown[channel]))
        times.append(process_time() - begun)
    return times[0], times[1]


def forget_all() -> None:
    """Let go of all that forecasts keep, as in a program just begun."""
    for kept in (*vars(beta).values(), *vars(silence).values()):
        if hasattr(kept, "cache_clear"):
            kept.cache_clear()


if __name__ == "__main__":
    main()
