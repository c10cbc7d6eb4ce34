"""What kind a mail is, by what its readers found: the kind, its sentence, and how sure that is."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from highroad.events.event import Kind
from highroad.events.finding import Finding
from highroad.events.prepared import Prepared
from highroad.events.topic import Topic

FADE = 0.45  # each further clause for the same kind counts this much of the one before
SLOW_FADE = 0.7
WEAK = 1.5
WEAK_SHARE = (0.8, 0.35)  # without and with a strong sign of the same kind
SUBJECT = 0.7  # a subject line promises more than it keeps
SUBJECT_ALONE = 1.4
SURE = 0.65  # the certainty from which we act unasked
AGREES = 0.5  # the least chance the model must give to a no we are sure of
LEAST_CHANCE = 0.01
UNSAID = -0.5  # a kind that no clause speaks for
STRONG = 3.0
TELLING = 2.5  # what so much speaks for is not mail about anything
ELSEWHERE = 0.8  # one word that hints at something else than work
SETTLES = 4.0
ANYTHING = 2.5  # what speaks for mail about anything when nothing speaks for an application
PLAIN = 1.0  # the lead of words about work from which a mail is plainly about work
SELDOM = 0.25  # how many times as likely such a mail is about anything as the model thinks
SELDOM_CHOSEN = 0.02  # and such words without sender and subject: somebody chose them
PERSONAL = 1.2  # the weight of an update when all we know is that it is about the user's application


@dataclass(frozen=True, slots=True)
class Balance:
    """How much the model's log chance counts beside the findings, and what a lead over the next kind is worth.

    Of mail that is not plainly about work, a mailbox holds `ordinary` times as much as the letters that the model is
    fitted on. The fewer ways of a language the rules know, the more the model counts. Both were chosen by letters of
    our own that the model had not seen (three folds of 21,371) and, in English, by real mail. The other two make
    certainty honest on the same folds, by logistic regression: what is given .75 was right in three of four.
    """

    opinion: float
    ordinary: float
    lead_counts: float
    lead_middle: float


RULES_KNOW_MUCH = Balance(1.5, 16.0, 0.295, 1.42)
RULES_KNOW_LITTLE = Balance(5.0, 3.0, 0.164, 3.48)
BALANCES = dict.fromkeys(("de", "fr", "es", "it", "pt", "nl"), RULES_KNOW_LITTLE)

_VERDICTS = frozenset({Kind.REJECTION, Kind.WAITLIST, Kind.WITHDRAWAL, Kind.INTERVIEW, Kind.ASSESSMENT, Kind.OFFER})
_FRAMES = frozenset({Kind.CONFIRMATION, Kind.UPDATE})
_YES = frozenset({Kind.INTERVIEW, Kind.OFFER, Kind.ASSESSMENT})
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
    balance = BALANCES.get(mail.language or "", RULES_KNOW_MUCH)
    chances = in_a_mailbox(second_opinion, ordinary=_ordinary(mail, found, balance))
    scores = _possible(with_opinion(scores_of(mail, found), chances, counts=balance.opinion), mail, found)
    kind = max(scores, key=lambda one: scores[one])
    certainty = _certainty(scores, kind, balance)
    deciding = max((one for one in found if one.kind is kind), key=attrgetter("weight"), default=None)
    sure = certainty >= SURE and deciding is not None and deciding.weight >= STRONG
    if kind is Kind.REJECTION:
        sure = sure and _is_plain_no(mail, found) and second_opinion.get(kind, 1.0) >= AGREES
    if kind in _YES:
        sure = sure and not any(one.kind is Kind.REJECTION and one.weight >= STRONG for one in found)
    return Verdict(kind, certainty, sure, deciding, found)


def _possible(scores: dict[Kind, float], mail: Prepared, found: Sequence[Finding]) -> dict[Kind, float]:
    """Without what a calendar part rules out: one that calls off or answers invites to nothing, nor is a no itself."""
    if mail.appointment is None or mail.appointment.invites:
        return scores
    says_no = any(one.kind is Kind.REJECTION and one.weight >= STRONG for one in found)
    ruled_out = {Kind.INTERVIEW} if says_no else {Kind.INTERVIEW, Kind.REJECTION}
    return {kind: score for kind, score in scores.items() if kind not in ruled_out}


def _ordinary(mail: Prepared, found: Sequence[Finding], balance: Balance) -> float:
    """How many times as likely as the model thinks it is about anything."""
    if not _is_at_work(mail, found):
        return balance.ordinary
    return SELDOM_CHOSEN if _is_bare(mail) and mail.topic.elsewhere < ELSEWHERE else SELDOM


def _is_at_work(mail: Prepared, found: Sequence[Finding]) -> bool:
    """Whether it is plainly about work; of words without sender and subject less is asked, for they were chosen."""
    if mail.topic.lead > PLAIN:
        return True
    return _is_bare(mail) and (mail.topic.lead > 0 or any(one.weight >= STRONG for one in found))


def _is_plain_no(mail: Prepared, found: Sequence[Finding]) -> bool:
    """A no with nothing against it: no sign of a yes, plainly about work, and not about the writer's own search."""
    about = mail.topic
    at_work = about.work >= 1 or about.application >= 2 or _is_bare(mail)
    at_work = at_work and about.elsewhere < ELSEWHERE
    against = any(one.kind in _YES and one.weight >= STRONG for one in found)
    return at_work and not against and not any("their_own" in one.names for one in mail.said)


def in_a_mailbox(chances: Mapping[Kind, float], *, ordinary: float) -> dict[Kind, float]:
    """The model's chances, had its letters held so many times as much mail about anything (Bayes' rule)."""
    raised = {kind: chance * (ordinary if kind is Kind.OTHER else 1.0) for kind, chance in chances.items()}
    whole = sum(raised.values())
    return {kind: chance / whole for kind, chance in raised.items()}


def with_opinion(
    scores: Mapping[Kind, float], second_opinion: Mapping[Kind, float], *, counts: float
) -> dict[Kind, float]:
    """The scores, moved by what the model thinks; a kind that neither speaks for stays far behind."""
    return {
        kind: scores.get(kind, UNSAID) + counts * math.log(max(chance, LEAST_CHANCE))
        for kind, chance in second_opinion.items()
    } or dict(scores)


def scores_of(mail: Prepared, found: Sequence[Finding]) -> dict[Kind, float]:
    """How much speaks for each kind."""
    by_kind: dict[Kind, list[float]] = {}
    for one in found:
        by_kind.setdefault(one.kind, []).append(one.weight)
    scores = {kind: _faded(weights) for kind, weights in by_kind.items()}
    _turn(scores, found)
    about = mail.topic
    scores = {kind: score * _share_at_work(about, mail) for kind, score in scores.items()}
    _give_way(scores)
    personal = about.lead > 0 and any("application" in one.names for one in mail.said)
    if personal:
        scores[Kind.UPDATE] = max(scores.get(Kind.UPDATE, 0.0), PERSONAL)
    scores[Kind.OTHER] = 1.6 - 0.25 * min(max(about.lead, 0), 4) + 0.5 * max(-about.lead, 0)
    if _is_anything(mail, found):
        scores[Kind.OTHER] += ANYTHING
    return scores


def _is_anything(mail: Prepared, found: Sequence[Finding]) -> bool:
    """Whether nothing in it speaks of work or of an application, as in most of a mailbox."""
    about = mail.topic
    unplaced = about.work < 1 and about.application < 1 and not _is_bare(mail)
    return unplaced and not any(one.weight >= TELLING for one in found)


def _turn(scores: dict[Kind, float], found: Sequence[Finding]) -> None:
    """Of a no and a yes in one mail the last said counts: "we had to turn you down; now a place is free"."""
    last_no = max((one.place for one in found if one.kind is Kind.REJECTION and one.weight >= STRONG), default=None)
    last_yes = max((one.place for one in found if one.kind in _YES and one.weight >= STRONG), default=None)
    if last_no is None or last_yes is None or last_no == last_yes:
        return
    for kind in (_YES if last_no > last_yes else {Kind.REJECTION}) & scores.keys():
        scores[kind] *= 0.5


def _give_way(scores: dict[Kind, float]) -> None:
    """What only frames a verdict counts less beside one: thanks beside a no, a no beside the user's own withdrawal."""
    if max((scores.get(kind, 0.0) for kind in _FIRST_APPROACH), default=0.0) >= STRONG and Kind.INTERVIEW in scores:
        scores[Kind.INTERVIEW] *= 0.5
    if max((scores.get(kind, 0.0) for kind in _VERDICTS), default=0.0) >= STRONG:
        for kind in _FRAMES & scores.keys():
            scores[kind] *= 0.5
    if max(scores.get(Kind.WITHDRAWAL, 0.0), scores.get(Kind.WAITLIST, 0.0)) >= SETTLES and Kind.REJECTION in scores:
        scores[Kind.REJECTION] *= 0.6


def _weighed(one: Finding, mail: Prepared) -> Finding:
    """A subject line counts less than the text below it, and more where there is none."""
    if one.place >= 0:
        return one
    return replace(one, weight=one.weight * (SUBJECT if mail.text else SUBJECT_ALONE))


def _faded(weights: list[float]) -> float:
    """The sum, each further one counting less; weak signs come in company, so they fade slowly."""
    strong = sorted((weight for weight in weights if weight > WEAK), reverse=True)[:6]
    weak = sorted((weight for weight in weights if weight <= WEAK), reverse=True)[:6]
    return sum(weight * FADE**index for index, weight in enumerate(strong)) + WEAK_SHARE[bool(strong)] * sum(
        weight * SLOW_FADE**index for index, weight in enumerate(weak)
    )


def _share_at_work(about: Topic, mail: Prepared) -> float:
    """How much of a finding's weight holds, seen what the mail is about."""
    strength = about.work + 0.5 * about.application
    if about.elsewhere < 1:
        needed = min(2.5, 0.5 + len(mail.text) / 800)
        return 1.0 if _is_bare(mail) else 0.45 + 0.55 * min(1.0, strength / needed)
    return 1 / (1 + math.exp(-1.2 * (strength - 1.2 * about.elsewhere)))


def _certainty(scores: Mapping[Kind, float], kind: Kind, balance: Balance) -> float:
    rest = max(score for one, score in scores.items() if one is not kind)
    return 1 / (1 + math.exp(balance.lead_counts * (balance.lead_middle - (scores[kind] - rest))))


def _is_bare(mail: Prepared) -> bool:
    """Words without sender or subject: pasted by someone who knows what they are about."""
    return mail.sender is None and not mail.subject
