"""Why they say no, where they say it, with the sentence that says it."""

import re
from dataclasses import dataclass
from functools import cache

from highroad.events.details.flat import Flat
from highroad.events.details.naming import spoken
from highroad.events.details.phrases import Hit, Phrases, hits, phrases
from highroad.events.event import Kind, Reason
from highroad.events.prepared import Prepared
from highroad.words.content import load_toml

_MAY_STATE = frozenset({Kind.REJECTION, Kind.WAITLIST, Kind.UPDATE})
_WORD = re.compile(r"[^\W\d_]+")
_CLAUSE = re.compile(r"[,;:–—(]|\s-\s")


@dataclass(frozen=True, slots=True)
class StatedReason:
    """A reason and the sentence of the mail that states it, unchanged."""

    reason: Reason
    quote: str


@cache
def _reasons(language: str | None) -> Phrases:
    content = load_toml("highroad.events.details", "content/reasons.toml")
    return phrases({tag: [line for tongue in spoken(language) for line in content[tongue].get(tag, ())] for tag in _order()})


@cache
def _order() -> tuple[str, ...]:
    return tuple(load_toml("highroad.events.details", "content/reasons.toml")["order"])


@cache
def _unless(name: str) -> tuple[str, ...]:
    text = load_toml("highroad.events.details", "content/reasons.toml")["unless"][name]
    return tuple(" ".join(part.split()) for part in text.split(";"))


def stated_reason(mail: Prepared, body: Flat, kind: Kind) -> StatedReason | None:
    """The reason named most exactly; None when the mail gives none, which is the usual case."""
    if kind not in _MAY_STATE:
        return None
    for hit in sorted(hits(_reasons(mail.language), body), key=lambda hit: _order().index(hit.phrase.tag)):
        sentence, start = sentence_at(mail, hit.start)
        if sentence and not _explained_away(body, hit, start, start + len(sentence)):
            return StatedReason(Reason(hit.phrase.tag.split("_because_")[0]), sentence)
    return None


def sentence_at(mail: Prepared, place: int) -> tuple[str, int]:
    """The sentence of the mail that stands at this place of its text, and where it starts; empty when none does."""
    start = 0
    for sentence in mail.sentences:
        start = mail.text.find(sentence, start)
        if start < 0 or start > place:
            break
        if place < start + len(sentence):
            return sentence, start
    return "", 0


def _explained_away(body: Flat, hit: Hit, start: int, end: int) -> bool:
    """Whether the phrase stands under a condition, or in a sentence about something else: feedback, the future."""
    whole = body.low[start:end]
    clause = _CLAUSE.split(body.low[start : hit.start])[-1]
    conditional = not frozenset(_unless("conditional")).isdisjoint(_WORD.findall(clause))
    return conditional or any(words in whole for words in _unless("elsewhere"))
