"""Made-up job searches of nine kinds: in four the forecast's model is right, in five it is wrong."""

from collections import Counter
from dataclasses import dataclass
from math import log

import numpy as np

from highroad.applications.application import Channel
from highroad.applications.funnel import Alike, prior
from highroad.applications.silence import Asked, Waits, asked_of
from highroad.words.content import load_toml

EVER = {Asked.JOB_BOARD: (6, 6), Asked.ELSEWHERE: (8, 4), Asked.MET: (9, 2)}
DRAWN_OUT = 3.0  # how many times too rosy the priors are
SECOND = 0.3  # of the applications come by a referral that the record takes for a job board


@dataclass(frozen=True, slots=True)
class Kind:
    """What the searches of a kind have in common; `weeks` from and to, chances in parts of what the priors say."""

    name: str
    right: bool
    channel: Channel = Channel.JOB_BOARD
    weeks: tuple[int, int] = (8, 30)
    rosy: float = 1.0
    drift: float = 1.0
    ghosts: bool = False
    second: float = 0.0
    soon: bool = False  # an offer comes with the answer after a talk, some two weeks sooner than is taken


@dataclass(frozen=True, slots=True)
class Truth:
    """What nobody knows: the chances of each kind of application that is still to be sent, with their shares."""

    parts: tuple[tuple[float, float, float], ...]  # share, chance of an interview, chance of an offer after it
    a_week: float  # applications still to be sent
    waits: tuple[float, float]  # of both answers: the middle of the logarithm of days, and its spread

    @property
    def interview(self) -> float:
        """The chance that the next application leads to a talk."""
        return sum(share * first for share, first, _ in self.parts)

    @property
    def offer(self) -> float:
        """The chance that the next application leads to an offer."""
        return sum(share * first * then for share, first, then in self.parts)


@dataclass(frozen=True, slots=True)
class Search:
    """One search as its record shows it on a day, and what was true of it; `ages` are the days since each was sent.

    `coming`: in how many days one of those sent brings an offer that the record has not yet; infinite for none.
    """

    kind: Kind
    applications: tuple[Alike, ...]
    ages: tuple[float, ...]
    coming: float
    waits: dict[Asked, Waits]
    truth: Truth


KINDS = (
    Kind("job board", right=True),
    Kind("job board, just begun", right=True, weeks=(1, 5)),
    Kind("career site", right=True, channel=Channel.CAREER_SITE),
    Kind("referral", right=True, channel=Channel.REFERRAL),
    Kind("priors three times too rosy", right=False, rosy=DRAWN_OUT),
    Kind("market half as good in the end", right=False, drift=0.5),
    Kind("most never answer", right=False, ghosts=True),
    Kind("a second channel unseen", right=False, second=SECOND),
    Kind("offers sooner than is taken", right=False, soon=True),
)


def search(kind: Kind, dice: np.random.Generator) -> Search:
    """One search of this kind; all that it has of chance comes from the dice."""
    first, then = (_drawn(beta, dice) for beta in prior(kind.channel))
    other = tuple(_drawn(beta, dice) for beta in prior(Channel.REFERRAL))
    first /= kind.rosy
    weeks = int(dice.integers(*kind.weeks))
    a_week = float(dice.uniform(1, 8))
    sent = np.sort(dice.uniform(0, 7 * weeks, dice.poisson(a_week * weeks)))
    by_other = dice.random(len(sent)) < kind.second
    chance = np.where(by_other, other[0], first * (1 - (1 - kind.drift) * sent / (7 * weeks)))
    after = np.where(by_other, other[1], then)
    waits = float(dice.normal(2.3, 0.5)), float(max(dice.normal(1.1, 0.25), 0.3))
    parts = ((1 - kind.second, first * kind.drift, then), (kind.second, other[0], other[1]))
    return _seen(kind, Truth(parts, a_week, waits), 7.0 * weeks - sent, chance, after, dice)


def _drawn(beta, dice: np.random.Generator) -> float:
    return float(dice.beta(beta.a, beta.b))


def _seen(kind: Kind, truth: Truth, ages, chance, after, dice: np.random.Generator) -> Search:
    """What the record shows of applications so many days old: what was answered, and how long the rest is silent."""
    asked = asked_of(kind.channel, met=False)
    ever, ever_word = (0.1, 0.3) if kind.ghosts else (dice.beta(*EVER[one]) for one in (asked, Asked.MET))
    waits: dict[Asked, tuple[Counter[int], Counter[int]]] = {one: (Counter(), Counter()) for one in Asked}
    found, coming = [], [np.inf]
    for age, first, then in zip(ages, chance, after, strict=True):
        invited, offered = dice.random() < first, dice.random() < then
        told = invited or dice.random() < (ever - first) / (1 - first)
        told_then = offered or dice.random() < (ever_word - then) / (1 - then)
        took, word = _days(kind, truth, (told, told_then), dice, offered=invited and offered)
        coming += [took + word - age] if invited and offered and took + word > age else []
        waits[asked][int(took > age)][int(min(took, age))] += 1
        if took > age or not invited:
            found.append(Alike(kind.channel, False, False, took <= age, int(age)))
            continue
        silent = age - took
        waits[Asked.MET][int(word > silent)][int(min(word, silent))] += 1
        found.append(Alike(kind.channel, True, offered and word <= silent, word <= silent, int(silent)))
    counted = {one: Waits(*(tuple(sorted(days.items())) for days in both)) for one, both in waits.items()}
    return Search(kind, tuple(found), tuple(map(float, ages)), float(min(coming)), counted, truth)


def _days(kind: Kind, truth: Truth, told, dice: np.random.Generator, *, offered: bool) -> tuple[float, float]:
    """Days until the first answer, and from there to the next; what ends in an offer takes `lag` days for both."""
    if offered and not kind.soon:
        lag = load_toml("highroad.applications", "content/priors.toml")["lag"]
        both, part = dice.lognormal(log(lag["median"]), lag["sigma"]), dice.random()
        return both * part, both * (1 - part)
    took, word = (dice.lognormal(*truth.waits) if one else np.inf for one in told)
    return took, word
