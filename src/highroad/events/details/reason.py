"""Why they say no, where they say it, with the sentence that says it."""

import re
from dataclasses import dataclass
from functools import cache

from highroad.events.details.flat import Flat, lay_flat
from highroad.events.details.naming import spoken
from highroad.events.details.phrases import Hit, Phrases, hits, phrases
from highroad.events.event import Kind, Reason
from highroad.words.content import load_toml

_MAY_STATE = frozenset({Kind.REJECTION, Kind.WAITLIST, Kind.UPDATE})
_ORDER = (
    Reason.CLASS_FULL,
    Reason.INTERNAL,
    Reason.FROZEN,
    Reason.CANCELLED,
    Reason.EXPERIENCE,
    Reason.STRONGER_CANDIDATES,
    Reason.FIT,
    Reason.FILLED,
    Reason.VOLUME,
    Reason.OTHER,
)
_RANK = {reason: place for place, reason in enumerate(_ORDER)}
_WORD = re.compile(r"[^\W\d_]+")
_CLAUSE = re.compile(r"[,;:–—(]|\s-\s")
_LONGEST_QUOTE = 400


@dataclass(frozen=True, slots=True)
class StatedReason:
    """A reason and the sentence of the mail that states it, unchanged."""

    reason: Reason
    quote: str


@cache
def _reasons(language: str | None) -> Phrases:
    content = load_toml("highroad.events.details", "content/reasons.toml")
    return phrases(
        {
            reason.value: [line for tongue in spoken(language) for line in content[tongue][reason.value]]
            for reason in _ORDER
        }
    )


@cache
def _unless(name: str) -> tuple[str, ...]:
    text = load_toml("highroad.events.details", "content/reasons.toml")["unless"][name]
    return tuple(" ".join(part.split()) for part in text.split(";")) if ";" in text else tuple(text.split())


def stated_reason(body: Flat, sentences: tuple[str, ...], kind: Kind, language: str | None) -> StatedReason | None:
    """The reason named most exactly; None when the mail gives none, which is the usual case."""
    if kind not in _MAY_STATE:
        return None
    shelf = _reasons(language)
    if not body.words & shelf.keys():
        return None
    found = [stated for sentence in sentences[:60] for stated in _in_sentence(sentence, shelf)]
    return min(found, key=lambda stated: _RANK[stated.reason], default=None)


def _in_sentence(sentence: str, shelf: Phrases) -> list[StatedReason]:
    flat = lay_flat(sentence, longest=_LONGEST_QUOTE * 2)
    if any(excuse in flat.low for excuse in _unless("elsewhere")):
        return []
    return [
        StatedReason(Reason(hit.phrase.tag), sentence[:_LONGEST_QUOTE])
        for hit in hits(shelf, flat)
        if not _conditional(flat, hit)
    ]


def _conditional(flat: Flat, hit: Hit) -> bool:
    clause = _CLAUSE.split(flat.low[: hit.start])[-1]
    return not frozenset(_unless("conditional")).isdisjoint(_WORD.findall(clause))
