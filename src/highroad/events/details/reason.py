"""Why they say no, where they say it, with the sentence that says it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from highroad.events.details.tables import table
from highroad.events.event import Kind, Reason
from highroad.events.prepared import Prepared
from highroad.events.said import Said
from highroad.words.clauses import LANGUAGES, Mood
from highroad.words.phrases import Phrases, compile_phrases, find

_MAY_STATE = frozenset({Kind.REJECTION, Kind.WAITLIST, Kind.UPDATE})


_ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class StatedReason:
    """A reason and the sentence of the mail that states it, unchanged."""

    reason: Reason
    quote: str


@dataclass(frozen=True, slots=True)
class _Rule:
    """Concepts that must be named, and those that must not."""

    named: frozenset[str]
    missing: frozenset[str]


def stated_reason(mail: Prepared, kind: Kind) -> StatedReason | None:
    """The reason named most exactly; None when the mail gives none, which is the usual case."""
    if kind not in _MAY_STATE:
        return None
    language = mail.language if mail.language in LANGUAGES else "en"
    sentences = [(sentence, concepts) for sentence, concepts in _sentences(mail, language or "en") if concepts]
    for tag, rules in _rules():
        for sentence, concepts in sentences:
            if any(rule.named <= concepts and not rule.missing & concepts for rule in rules):
                return StatedReason(Reason(tag.partition("_because_")[0]), sentence)
    return None


def _sentences(mail: Prepared, language: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Each sentence that says something of its own, and the concepts it names; conditions name nothing."""
    for place, clauses in groupby(mail.said, key=lambda said: said.place):
        said = list(clauses)
        if place >= 0:
            yield said[0].sentence, frozenset(concept for one in said for concept in _concepts(one, language))


def _concepts(said: Said, language: str) -> Iterator[str]:
    """`x` for each concept named, `+x` where it is affirmed and `-x` where it stands under a "not" of the clause."""
    words = said.clause.words
    found = find(_phrases(language), words) if said.clause.mood is not Mood.CONDITION else []
    if any(mention.label == _ASIDE for mention in found):
        yield _ASIDE
        return
    for mention in found:
        own = _denials().isdisjoint(words[mention.start : mention.end])
        denied = own and not said.clause.denied.isdisjoint(range(mention.start, mention.end))
        yield mention.label
        yield f"-{mention.label}" if denied else f"+{mention.label}"


@cache
def _content() -> dict[str, dict[str, list[str]]]:
    return table("reasons")


@cache
def _phrases(language: str) -> Phrases:
    return compile_phrases({**_content()[language], _ASIDE: _content()["unless"]["aside"]})


@cache
def _rules() -> tuple[tuple[str, tuple[_Rule, ...]], ...]:
    rules = _content()["rules"]
    return tuple((tag, tuple(map(_rule, rules[tag]))) for tag in _content()["order"])


def _rule(line: str) -> _Rule:
    words = line.split()
    return _Rule(
        named=frozenset(word for word in words if not word.startswith("!")),
        missing=frozenset(word[1:] for word in words if word.startswith("!")),
    )


@cache
def _denials() -> frozenset[str]:
    return frozenset(table("reasons")["unless"]["denials"].split())
