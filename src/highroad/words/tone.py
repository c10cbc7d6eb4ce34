"""How a text of one's own reads to a stranger: the phrases in it that would hurt the writer, each with the reason."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from typing import Any

from highroad.words import sentences
from highroad.words.clauses import words_of
from highroad.words.content import load_toml
from highroad.words.language import detect
from highroad.words.outcry import Span, masked, shouted
from highroad.words.phrases import Mention
from highroad.words.wordings import Net, find, weave

LANGUAGES = ("en", "de")  # of which we have a table; a text of no known language is read by both
LONGEST = 20_000  # characters of a letter that are read
NEAR = 6  # words between two signs that belong together
DENIES = 3  # words; how far a "not" reaches in "this is not meant as a threat"
PAUSES = frozenset((",", ";", ":", "–", "—", "(", "and", "but", "or", "und", "aber", "oder", "sondern"))
_FOLDED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "é": "e", "è": "e"})
_NOT_OURS = re.compile(
    r"^[ \t]*>.*$|^-{3,}[ ]?(?:original message|ursprüngliche nachricht)[\s\S]*", re.MULTILINE | re.IGNORECASE
)
_SAID = re.compile(r"(?<=[\s(])(?:\"[^\"\n]{25,400}\"|“[^”\n]{25,400}”|„[^“”\n]{25,400}[“”]|»[^«\n]{25,400}«)")


@dataclass(frozen=True, slots=True)
class Heat:
    """Words of the text as they stand there, and why they read hot."""

    words: str
    why: str  # insult, threat, accusation, ultimatum, profanity, shouting or sarcasm


@dataclass(frozen=True, slots=True)
class Mark:
    """A heat, and where its words stand in the text."""

    heat: Heat
    start: int
    end: int


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
    sentence: int


def hot(text: str, *, language: str | None = None) -> tuple[Heat, ...]:
    """What reads hot, in the order of the text; empty for a cool one. Quotes of another mail are not judged."""
    return tuple(mark.heat for mark in marks(text, language=language))


def marks(text: str, *, language: str | None = None) -> tuple[Mark, ...]:
    """As `hot`, with the places; of two that overlap the first stays."""
    own = own_words(text[:LONGEST])
    language = language or detect(own)
    if language and language not in LANGUAGES:  # our words would mean something else there: "poste", "sale"
        return tuple(_apart(sorted(_cries(own, LANGUAGES[0]), key=lambda mark: mark.start)))
    read_in = (language,) if language else LANGUAGES
    found = [mark for one in read_in for mark in _marks(own, one)]
    return tuple(_apart(sorted(found, key=lambda mark: (mark.start, -mark.end))))


def own_words(text: str) -> str:
    """The text with quoted mail and quoted speech blanked out, every other letter in its place."""
    for strange in (_NOT_OURS, _SAID):
        text = strange.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)
    return text


def _apart(found: Iterable[Mark]) -> Iterator[Mark]:
    reached = 0
    for mark in found:
        if mark.start >= reached:
            reached = mark.end
            yield mark


def _marks(text: str, language: str) -> Iterator[Mark]:
    table = load_table(language)
    tokens = list(_tokens(text, language))
    for why, first, last in _spans(table, tokens):
        yield _mark(text, why, (tokens[first].start, tokens[last - 1].end))
    yield from _cries(text, language)


def _cries(text: str, language: str) -> Iterator[Mark]:
    """What reads hot by its look alone."""
    yield from (_mark(text, "profanity", span) for span in masked(text, load_table(language).profane))
    yield from (_mark(text, "shouting", span) for span in shouted(text, language))


def _mark(text: str, why: str, span: Span) -> Mark:
    start, end = span
    return Mark(Heat(" ".join(text[start:end].split()), why), start, end)


@cache
def load_table(language: str) -> Table:
    """The table of a language, one of LANGUAGES."""
    content: dict[str, Any] = load_toml("highroad.words", f"content/tone_{language}.toml")
    said = {label: [one.translate(_FOLDED) for one in phrases] for label, phrases in content["said"].items()}
    signs = {label: [one.translate(_FOLDED) for one in phrases] for label, phrases in content["signs"].items()}
    short = {label: wording.translate(_FOLDED) for label, wording in content["short"].items()}
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


def _tokens(text: str, language: str) -> Iterator[Token]:
    at = 0
    for number, sentence in enumerate(sentences.split(text)):
        at = text.index(sentence, at)
        found = words_of(sentence, language)
        for word, start, end in zip(found.words, found.starts, found.ends, strict=True):
            yield Token(word.translate(_FOLDED), at + start, at + end, number)
        at += len(sentence)


def _spans(table: Table, tokens: Sequence[Token]) -> Iterator[tuple[str, int, int]]:
    """Why, the first word and the one after the last, of each phrase and each rule that holds."""
    for mentions in _by_sentence(table, tokens):
        elsewhere = any(one.label == "others" for one in mentions)
        denied = _denied(tokens, mentions)
        for one in mentions:
            if one.label == "profanity" or (one.label in table.reasons and not elsewhere and one.start not in denied):
                yield one.label, one.start, one.end
        if not elsewhere:
            yield from _held(table.rules, mentions, denied)


def _by_sentence(table: Table, tokens: Sequence[Token]) -> list[list[Mention]]:
    mentions: list[list[Mention]] = [[] for _ in range(tokens[-1].sentence + 1)] if tokens else []
    for one in find(table.phrases, [token.word for token in tokens]):
        sentence = tokens[one.start].sentence
        if sentence == tokens[one.end - 1].sentence:
            mentions[sentence].append(one)
    return mentions


def _denied(tokens: Sequence[Token], mentions: Iterable[Mention]) -> frozenset[int]:
    """The words a "not" before them takes back, up to the next pause: "you did not waste my time"."""
    denied: set[int] = set()
    for one in mentions:
        if one.label == "not":
            reach = range(one.end, min(one.end + DENIES, len(tokens)))
            denied.update(takewhile(lambda at: tokens[at].word not in PAUSES, reach))
    return frozenset(denied)


def _held(rules: Iterable[Rule], mentions: Iterable[Mention], denied: frozenset[int]) -> Iterator[tuple[str, int, int]]:
    by_label: dict[str, list[Mention]] = {}
    for one in mentions:
        by_label.setdefault(one.label, []).append(one)
    for rule in rules:
        if by_label.keys() >= set(rule.signs) and not by_label.keys() & rule.unless:
            yield from ((rule.why, first, last) for first, last in _chains(rule, by_label, denied))


def _chains(rule: Rule, by_label: dict[str, list[Mention]], denied: frozenset[int]) -> Iterator[tuple[int, int]]:
    """The first word and the one after the last, wherever the signs follow one another; none of them denied."""
    for first in by_label[rule.signs[0]]:
        chain = [first]
        for label in rule.signs[1:]:
            near = (one for one in by_label[label] if 0 <= one.start - chain[-1].end <= rule.within)
            chain += [one for one in near if one.start not in denied][:1]
        if len(chain) == len(rule.signs) and first.start not in denied:
            yield first.start, chain[-1].end
