"""How far the application had come, as far as the mail itself says."""

import re
from functools import cache

from highroad.events.details.flat import Flat
from highroad.events.details.naming import spoken
from highroad.events.details.phrases import Hit, Phrases, hits, phrases
from highroad.events.event import STAGES, Kind, Stage
from highroad.words.content import load_toml

_BOUNDS = ".!?;\n"
_REACH = 110  # letters of a clause before a phrase that are looked at
_WORD = re.compile(r"n't|[^\W\d_]+")
_ORDER = {stage: place for place, stage in enumerate(STAGES)}
# What a mail of these kinds can be about, beyond what is merely mentioned: an invitation says how far one is asked to come.
_CEILING = {
    Kind.CONFIRMATION: Stage.APPLIED,
    Kind.ASSESSMENT: Stage.FINAL,
    Kind.INTERVIEW: Stage.FINAL,
    Kind.OUTREACH: Stage.SCREEN,
}
_NO_OFFER = (Kind.REJECTION, Kind.WAITLIST, Kind.UPDATE, Kind.WITHDRAWAL)


@cache
def _stages(language: str | None) -> Phrases:
    content = load_toml("highroad.events.details", "content/stages.toml")
    return phrases(
        {
            stage.value: [line for tongue in spoken(language) for line in content[tongue][stage.value]]
            for stage in STAGES
        }
    )


@cache
def _unless(name: str) -> frozenset[str]:
    return frozenset(load_toml("highroad.events.details", "content/stages.toml")["unless"][name].split())


def stage_reached(body: Flat, subject: Flat, kind: Kind, language: str | None) -> Stage | None:
    """The furthest stage that is told as reached or now offered; None when the mail speaks of none."""
    if kind in (Kind.OTHER, Kind.ALERT):
        return None
    if kind is Kind.OFFER:
        return Stage.OFFER
    told = {
        Stage(hit.phrase.tag)
        for flat in (subject, body)
        for hit in hits(_stages(language), flat)
        if _happened(flat, hit)
    }
    return _furthest(told, kind)


def _furthest(told: set[Stage], kind: Kind) -> Stage | None:
    least = load_toml("highroad.events.details", "content/stages.toml")["least"].get(kind.value)
    if kind in _NO_OFFER or kind in _CEILING:
        told.discard(Stage.OFFER)
    if kind is Kind.CONFIRMATION:
        return Stage.APPLIED
    if kind is Kind.INTERVIEW and Stage.FINAL not in told and Stage.SCREEN in told:
        return Stage.SCREEN
    if kind is Kind.ASSESSMENT:
        return Stage.ASSESSMENT
    if kind is Kind.OUTREACH:
        return None
    if least:
        told.add(Stage(least))
    return max(told, key=_ORDER.__getitem__, default=None)


def _happened(flat: Flat, hit: Hit) -> bool:
    if hit.phrase.tag == Stage.APPLIED:
        return True
    before = flat.low[max(0, hit.start - _REACH) : hit.start]
    clause = before[max(before.rfind(mark) for mark in _BOUNDS) + 1 :]
    words = set(_WORD.findall(clause)) | set(_WORD.findall(flat.low[hit.start : hit.end]))
    denied = words & _unless("denied")
    return (
        not denied
        or (bool(words & _unless("affirmed"))
        and not denied & {"if", "not", "n't", "nicht", "keine", "kein", "falls"})
    )
