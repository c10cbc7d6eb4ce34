"""How a text of one's own reads to a stranger: the phrases in it that would hurt the writer, each with the reason."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from highroad.words.hot_words import LANGUAGES, Hit, Token, hits, in_words, load_table
from highroad.words.language import detect
from highroad.words.outcry import Span, masked, shouted
from highroad.words.overtones import Overtone, overtone

LONGEST = 100_000  # characters of a text that are read, in about a second; nobody writes such a letter
HOT = 0.7  # chance from which a sentence reads hot that no list knows; both from letters of other folds
COOL = 0.5  # chance below which the lists are not believed
TURNS = frozenset(("but", "aber", "however", "yet", "jedoch", "doch", ";", ":", "–", "—"))
GREETINGS = frozenset("dear hi hello hey good hallo liebe lieber sehr guten moin servus".split())
GREETING_WORDS = 6  # at most, to its comma
_NOT_OURS = re.compile(
    r"^[ \t]*>.*$|^-{3,}[ ]?(?:original message|ursprüngliche nachricht)[\s\S]*", re.MULTILINE | re.IGNORECASE
)
_SAID = re.compile(r"(?<=[\s(])(?:\"[^\"\n]{25,400}\"|“[^”\n]{25,400}”|„[^“”\n]{25,400}[“”]|»[^«\n]{25,400}«)")


_LONG_ROW = re.compile(r"(?<=[.!?…]{9})[.!?…]+")  # of marks, which would be slow to cut into sentences


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
    """The text with quoted mail, quoted speech and ends of long rows of marks blanked out, all else in its place."""
    for strange in (_NOT_OURS, _SAID, _LONG_ROW):
        text = strange.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)
    return text


def _apart(found: Iterable[Mark]) -> Iterator[Mark]:
    reached = 0
    for mark in found:
        if mark.start >= reached:
            reached = mark.end
            yield mark


def _marks(text: str, language: str) -> Iterator[Mark]:
    for tokens in in_words(text, language):
        for hit in _judged(tokens, language):
            yield _mark(text, hit.why, (tokens[hit.first].start, tokens[hit.last - 1].end))
    yield from _cries(text, language)


def _judged(tokens: Sequence[Token], language: str) -> Iterator[Hit]:
    """What the lists know of a sentence unless it sounds cool, or else what makes it sound hot."""
    known = sorted(hits(tokens, language), key=lambda hit: (hit.first, -hit.last))
    heard = _sound(tokens, known, language)
    if not known and heard.chance >= HOT:
        yield Hit(heard.why, heard.first, heard.last + 1)
    for hit in known:
        if max(heard.chance, _clause_with(hit, tokens, language).chance) >= COOL:
            yield hit


def _clause_with(hit: Hit, tokens: Sequence[Token], language: str) -> Overtone:
    """How the part of the sentence sounds in which it stands: "the talk was lovely, but you lied to me"."""
    turns = [at for at, token in enumerate(tokens) if token.word in TURNS or _ends_greeting(at, tokens)]
    start = max((at for at in turns if at <= hit.first), default=0)
    end = min((at for at in turns if at >= hit.last), default=len(tokens))
    part = tokens[start:end]
    return _sound(part, [Hit(hit.why, hit.first - start, hit.last - start)], language)


def _ends_greeting(at: int, tokens: Sequence[Token]) -> bool:
    return tokens[at].word == "," and at <= GREETING_WORDS and tokens[0].word in GREETINGS


def _sound(tokens: Sequence[Token], known: Sequence[Hit], language: str) -> Overtone:
    return overtone([token.word for token in tokens], known, language=language)


def _cries(text: str, language: str) -> Iterator[Mark]:
    """What reads hot by its look alone."""
    yield from (_mark(text, "profanity", span) for span in masked(text, load_table(language).profane))
    yield from (_mark(text, "shouting", span) for span in shouted(text, language))


def _mark(text: str, why: str, span: Span) -> Mark:
    start, end = span
    return Mark(Heat(" ".join(text[start:end].split()), why), start, end)
