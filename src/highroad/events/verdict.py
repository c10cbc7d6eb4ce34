"""What kind a mail is, by what its readers found: the kind, its sentence, and how sure that is."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from highroad.events.event import Kind
from highroad.events.finding import Finding
from highroad.events.prepared import Prepared
from highroad.events.topic import Topic

FADE = 0.45  # each further clause for the same kind counts this much of the one before
SUBJECT = 0.7  # a subject line promises more than it keeps
SUBJECT_ALONE = 1.4
SURE = 0.93
OPINION = 0.6  # how much the model's log chance counts beside the findings
LEAST_CHANCE = 0.005
STRONG = 3.0
SETTLES = 4.0
PERSONAL = 1.2  # the weight of an update when all we know is that it is about the user's application

_VERDICTS = frozenset({Kind.REJECTION, Kind.WAITLIST, Kind.WITHDRAWAL, Kind.INTERVIEW, Kind.ASSESSMENT, Kind.OFFER})
_FRAMES = frozenset({Kind.CONFIRMATION, Kind.UPDATE})
_FIRST_APPROACH = frozenset({Kind.OUTREACH, Kind.ALERT})


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
    found = tuple(_weighed(one, mail) for one in findings)
    scores = with_opinion(scores_of(mail, found), second_opinion)
    kind = max(scores, key=lambda one: scores[one])
    certainty = _certainty(scores, kind)
    deciding = max((one for one in found if one.kind is kind), key=_settled, default=None)
    return Verdict(kind, certainty, certainty >= SURE and deciding is not None, deciding, found)


def with_opinion(scores: Mapping[Kind, float], second_opinion: Mapping[Kind, float]) -> dict[Kind, float]:
    """The scores, moved by what the model thinks; a kind that neither speaks for stays far behind."""
    return {
        kind: scores.get(kind, 0.0) + OPINION * math.log(max(chance, LEAST_CHANCE))
        for kind, chance in second_opinion.items()
    } or dict(scores)


def scores_of(mail: Prepared, found: Iterable[Finding]) -> dict[Kind, float]:
    """How much speaks for each kind."""
    by_kind: dict[Kind, list[float]] = {}
    for one in found:
        by_kind.setdefault(one.kind, []).append(_settled(one))
    scores = {kind: _faded(weights) for kind, weights in by_kind.items()}
    about = mail.topic
    scores = {kind: score * _share_at_work(about, mail) for kind, score in scores.items()}
    _give_way(scores)
    personal = about.lead > 0 and any("application" in one.names for one in mail.said)
    scores[Kind.UPDATE] = max(scores.get(Kind.UPDATE, 0.0), PERSONAL * personal)
    scores[Kind.OTHER] = 1.6 - 0.25 * min(max(about.lead, 0), 4) + 0.5 * max(-about.lead, 0)
    return scores


def _give_way(scores: dict[Kind, float]) -> None:
    """What only frames a verdict counts less beside one: thanks beside a no, a no beside the user's own withdrawal."""
    if max((scores.get(kind, 0.0) for kind in _FIRST_APPROACH), default=0.0) >= STRONG and Kind.INTERVIEW in scores:
        scores[Kind.INTERVIEW] *= 0.5
    if max((scores.get(kind, 0.0) for kind in _VERDICTS), default=0.0) >= STRONG:
        for kind in _FRAMES & scores.keys():
            scores[kind] *= 0.5
    if max(scores.get(Kind.WITHDRAWAL, 0.0), scores.get(Kind.WAITLIST, 0.0)) >= SETTLES and Kind.REJECTION in scores:
        scores[Kind.REJECTION] *= 0.6


def _settled(one: Finding) -> float:
    return one.weight


def _weighed(one: Finding, mail: Prepared) -> Finding:
    """A subject line counts less than the text below it, and more where there is none."""
    if one.place >= 0:
        return one
    return replace(one, weight=one.weight * (SUBJECT if mail.text else SUBJECT_ALONE))


def _faded(weights: list[float]) -> float:
    return sum(weight * FADE**index for index, weight in enumerate(sorted(weights, reverse=True)[:6]))


def _share_at_work(about: Topic, mail: Prepared) -> float:
    """How much of a finding's weight holds, seen what the mail is about."""
    strength = about.work + 0.5 * about.application
    if not about.elsewhere:
        needed = min(2.5, 0.5 + len(mail.text) / 800)
        return 1.0 if _is_bare(mail) else 0.45 + 0.55 * min(1.0, strength / needed)
    return 1 / (1 + math.exp(-1.2 * (strength - 1.2 * about.elsewhere)))


def _certainty(scores: Mapping[Kind, float], kind: Kind) -> float:
    rest = max(score for one, score in scores.items() if one is not kind)
    return 1 / (1 + math.exp(-1.3 * (scores[kind] - rest)))


def _is_bare(mail: Prepared) -> bool:
    """Words without sender or subject: pasted by someone who knows what they are about."""
    return mail.sender is None and not mail.subject
