"""The lists of what reads hot in a language: phrases, and signs that mean something only together."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from typing import Any

from highroad.words import sentences
from highroad.words.clauses import words_of
from highroad.words.content import load_toml
from highroad.words.phrases import Mention
from highroad.words.shades import FOLDED
from highroad.words.wordings import Net, find, weave

LANGUAGES = ("en", "de")  # of which we have a table
NEAR = 6  # words between two signs that belong together
DENIES = 3  # words; how far a "not" reaches in "this is not meant as a threat"
PAUSES = frozenset((",", ";", ":", "–", "—", "(", "and", "but", "or", "und", "aber", "oder", "sondern"))


@dataclass(frozen=True, slots=True)
class Hit:
    """What a list knows: why it reads hot, its first word and the one after its last."""

    why: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Rule:
    """Signs that read hot when they follow one another closely, and the signs that let them off."""

    why: str
    signs: tuple[str, ...]
    within: int
    unless: frozenset[str]


@dataclass(frozen=True, slots=True)
class Table:
    """What reads hot in one language; see content/tone_en.toml."""

    phrases: Net  # of every sign, and of every reason
    rules: tuple[Rule, ...]
    reasons: frozenset[str]
    profane: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the text, folded, and where it stands."""

    word: str
    start: int
    end: int


@cache
def load_table(language: str) -> Table:
    """The table of a language, one of LANGUAGES."""
    content: dict[str, Any] = load_toml("highroad.words", f"content/tone_{language}.toml")
    said = {label: [one.translate(FOLDED) for one in phrases] for label, phrases in content["said"].items()}
    signs = {label: [one.translate(FOLDED) for one in phrases] for label, phrases in content["signs"].items()}
    short = {label: wording.translate(FOLDED) for label, wording in content["short"].items()}
    return Table(
        phrases=weave(said | signs, short=short),
        rules=tuple(_rule(why, one) for why, rules in content["rules"].items() for one in rules),
        reasons=frozenset(said),
        profane=tuple(one.rstrip("*") for one in said["profanity"] if " " not in one and "(" not in one),
    )


def _rule(why: str, written: dict[str, Any]) -> Rule:
    return Rule(
        why=why,
        signs=tuple(written["has"]),
        within=written.get("within", NEAR),
        unless=frozenset(written.get("unless", ())),
    )


def in_words(text: str, language: str) -> Iterator[tuple[Token, ...]]:
    """The sentences of a text in order, each as its words."""
    at = 0
    for sentence in sentences.split(text):
        at = text.index(sentence, at)
        found = words_of(sentence, language)
        places = zip(found.words, found.starts, found.ends, strict=True)
        yield tuple(Token(word.translate(FOLDED), at + start, at + end) for word, start, end in places)
        at += len(sentence)


def hits(tokens: Sequence[Token], language: str) -> Iterator[Hit]:
    """Each phrase and each rule that holds in one sentence."""
    table = load_table(language)
    mentions = find(table.phrases, [token.word for token in tokens])
    elsewhere = any(one.label == "others" for one in mentions)
    denied = _denied(tokens, mentions)
    for one in mentions:
        if one.label == "profanity" or (one.label in table.reasons and not elsewhere and one.start not in denied):
            yield Hit(one.label, one.start, one.end)
    if not elsewhere:
        yield from _held(table.rules, mentions, denied)


def _denied(tokens: Sequence[Token], mentions: Iterable[Mention]) -> frozenset[int]:
    """The words a "not" before them takes back, up to the next pause: "you did not waste my time"."""
    denied: set[int] = set()
    for one in mentions:
        if one.label == "not":
            reach = range(one.end, min(one.end + DENIES, len(tokens)))
            denied.update(takewhile(lambda at: tokens[at].word not in PAUSES, reach))
    return frozenset(denied)


def _held(rules: Iterable[Rule], mentions: Iterable[Mention], denied: frozenset[int]) -> Iterator[Hit]:
    by_label: dict[str, list[Mention]] = {}
    for one in mentions:
        by_label.setdefault(one.label, []).append(one)
    for rule in rules:
        if by_label.keys() >= set(rule.signs) and not by_label.keys() & rule.unless:
            yield from (Hit(rule.why, first, last) for first, last in _chains(rule, by_label, denied))


def _chains(rule: Rule, by_label: dict[str, list[Mention]], denied: frozenset[int]) -> Iterator[tuple[int, int]]:
    """The first word and the one after the last, wherever the signs follow one another; none of them denied."""
    for first in by_label[rule.signs[0]]:
        chain = [first]
        for label in rule.signs[1:]:
            near = (one for one in by_label[label] if 0 <= one.start - chain[-1].end <= rule.within)
            chain += [one for one in near if one.start not in denied][:1]
        if len(chain) == len(rule.signs) and first.start not in denied:
            yield first.start, chain[-1].end
