"""How far the application had come, as far as the mail itself says."""

from collections.abc import Iterator
from functools import cache

from highroad.events.details.tables import table
from highroad.events.event import STAGES, Kind, Stage
from highroad.events.prepared import Prepared
from highroad.events.said import Said
from highroad.words.clauses import LANGUAGES, Mood
from highroad.words.phrases import Mention, Phrases, compile_phrases, find

_ORDER = {stage: place for place, stage in enumerate(STAGES)}
_NO_STAGE = frozenset({Kind.OTHER, Kind.ALERT, Kind.OUTREACH})
# What a mail of this kind is by itself, whatever else it mentions.
_IS = {Kind.CONFIRMATION: Stage.APPLIED, Kind.ASSESSMENT: Stage.ASSESSMENT, Kind.OFFER: Stage.OFFER}
_INVITES = frozenset({Kind.INTERVIEW})
_UNLESS = "unless"
_NEAR = 4  # words before a phrase that show it took place


def stage_reached(mail: Prepared, kind: Kind) -> Stage | None:
    """The furthest stage told as reached, or now offered; None for a mail about no application of the user's."""
    if kind in _NO_STAGE:
        return None
    if kind in _IS:
        return _IS[kind]
    told = set(_told(mail, inviting=kind in _INVITES))
    if kind in _INVITES:
        return _invited_to(told)
    return max((*told, Stage.APPLIED), key=_ORDER.__getitem__)


def _invited_to(told: set[Stage]) -> Stage:
    """An invitation counts as the step it invites to: the last round where it says so, a first talk when by phone."""
    if Stage.FINAL in told:
        return Stage.FINAL
    return Stage.SCREEN if Stage.SCREEN in told else Stage.INTERVIEW


def _told(mail: Prepared, *, inviting: bool) -> Iterator[Stage]:
    language = mail.language if mail.language in LANGUAGES else "en"
    for said in mail.said:
        found = find(_phrases(language or "en"), said.clause.words)
        if said.clause.mood is Mood.CONDITION or not found:
            continue
        customary = any(mention.label == _UNLESS for mention in found) and not inviting
        stages = {
            Stage(mention.label)
            for mention in found
            if mention.label != _UNLESS
            and (_is_past(said, mention) or (not customary and _stands(said, mention, inviting=inviting)))
        }
        yield from stages - {Stage.INTERVIEW} if Stage.SCREEN in stages else stages


def _is_past(said: Said, mention: Mention) -> bool:
    """Whether the words right before say that it took place: "after your", "thank you for our"."""
    return not _past_words().isdisjoint(said.clause.words[max(0, mention.start - _NEAR) : mention.start + 1])


def _stands(said: Said, mention: Mention, *, inviting: bool) -> bool:
    """Whether it is neither denied nor still to come; what an invitation offers is to come and counts."""
    if not said.clause.denied.isdisjoint(range(mention.start, mention.end)):
        return False
    return inviting or not (said.open or said.clause.future or said.clause.possible)


@cache
def _past_words() -> frozenset[str]:
    return frozenset(table("stages")["past"]["words"].split())


@cache
def _phrases(language: str) -> Phrases:
    content = table("stages")
    return compile_phrases({**content[language], _UNLESS: content[_UNLESS][language]})
