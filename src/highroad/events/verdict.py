"""What kind a mail is, by what its readers found: the kind, its sentence, and how sure that is."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from highroad.events.event import Kind
from highroad.events.finding import Finding
from highroad.events.prepared import Prepared
from highroad.events.topic import Topic

FADE = 0.45  # each further clause for the same kind counts this much of the one before
SUBJECT = 0.7  # a subject line promises more than it keeps
SURE = 0.93
ENOUGH = 2.5  # below this no finding names a kind

_HAPPY = frozenset({Kind.INTERVIEW, Kind.OFFER, Kind.ASSESSMENT})


@dataclass(frozen=True, slots=True)
class Verdict:
    """The kind, how likely it is right (0..1), whether we would act on it unasked, and the finding that decided it."""

    kind: Kind
    certainty: float
    sure: bool
    deciding: Finding | None
    findings: tuple[Finding, ...] = ()


def decide(mail: Prepared, findings: Iterable[Finding], *, second_opinion: Mapping[Kind, float]) -> Verdict:
    """The verdict on all findings; `second_opinion` is the chance a model gives each kind, or empty."""
    found = tuple(findings)
    scores = scores_of(mail, found)
    kind = max(scores, key=lambda one: scores[one])
    certainty = _certainty(scores, kind)
    deciding = max((one for one in found if one.kind is kind), key=_settled, default=None)
    return Verdict(kind, certainty, certainty >= SURE and deciding is not None, deciding, found)


def scores_of(mail: Prepared, found: Iterable[Finding]) -> dict[Kind, float]:
    """How much speaks for each kind."""
    by_kind: dict[Kind, list[float]] = {}
    for one in found:
        by_kind.setdefault(one.kind, []).append(_settled(one))
    scores = {kind: _faded(weights) for kind, weights in by_kind.items()}
    about = mail.topic
    scores = {kind: score * _share_at_work(about) for kind, score in scores.items()}
    personal = 1.2 * any("application" in one.names for one in mail.said)
    scores[Kind.UPDATE] = scores.get(Kind.UPDATE, 0.0) + (personal if about.lead > 0 else 0.0)
    scores[Kind.OTHER] = 2.0 - 0.15 * max(about.lead, 0) + 0.4 * max(-about.lead, 0)
    return scores


def _settled(one: Finding) -> float:
    return one.weight * (SUBJECT if one.place < 0 else 1.0)


def _faded(weights: list[float]) -> float:
    return sum(weight * FADE**index for index, weight in enumerate(sorted(weights, reverse=True)[:6]))


def _share_at_work(about: Topic) -> float:
    """How much of a finding's weight holds, seen what the mail is about."""
    strength = about.work + 0.5 * about.application
    if strength == 0:
        return 0.4
    return 1 / (1 + math.exp(-(1.2 * (strength - 1.2 * about.elsewhere) + 1.0)))


def _certainty(scores: Mapping[Kind, float], kind: Kind) -> float:
    rest = max(score for one, score in scores.items() if one is not kind)
    return 1 / (1 + math.exp(-1.3 * (scores[kind] - rest)))
