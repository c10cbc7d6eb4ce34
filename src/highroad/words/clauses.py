"""Clauses of a sentence: which are said to be so, which stand under an if, and how far a `not` reaches."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from highroad.words.content import load_toml
from highroad.words.phrases import Phrases, compile_phrases, find

REACH = 9  # words; how far a denial reaches in "we are not at this time able to move forward"
LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl")
_TOKEN = re.compile(r"[^\W_]+(?:-[^\W_]+)*|[,;:()!?–—]")
_ENGLISH_TOKEN = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*|[,;:()!?–—]")
_HARD = frozenset(";:()!?–—")
SHORT_VALUE = 4  # words after a label: "Status: not selected"
_CONTRACTED = {"won't": ("will", "not"), "can't": ("can", "not"), "shan't": ("shall", "not"), "let's": ("let", "us")}
_ENDINGS = {"n't": "not", "'ve": "have", "'re": "are", "'ll": "will", "'d": "would", "'m": "am", "'s": ""}


class Mood(StrEnum):
    """How a clause stands: said to be so, a condition, a time to come, or what follows from a condition beside it."""

    STATED = "stated"
    CONDITION = "condition"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence with one thing said. `denied` are the numbers of the words under a `not`."""

    text: str
    words: tuple[str, ...]  # lower case, contractions spelled out
    mood: Mood
    denied: frozenset[int] = frozenset()
    negations: frozenset[int] = frozenset()  # the words that deny
    pending: bool = False  # "not yet"
    turns: bool = False  # "but ..."
    future: bool = False
    possible: bool = False
    unreal: bool = False  # wished or planned, and did not come: "we would have liked to"
    stretch: int = 0  # clauses of one sentence that share it hang together; a condition reaches no further


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence in words and the marks between them, with where each stands in it."""

    words: list[str]
    starts: list[int]
    ends: list[int]


@dataclass(frozen=True, slots=True)
class Grammar:
    """What one language joins and denies with; see content/grammar.toml."""

    phrases: Phrases
    subjects: frozenset[str]
    conjunction: str  # the plain "but"
    reaches_back: bool


@cache
def grammar(language: str) -> Grammar:
    """The table of a language; English where we have none."""
    tables = load_toml("highroad.words", "content/grammar.toml")
    table: dict[str, Any] = tables.get(language, tables["en"])
    labels = ("if", "inverted", "when", "though", "and", "but", "not", "idle", "yet", "will", "may", "unreal")
    return Grammar(
        phrases=compile_phrases({label: table[label] for label in labels}),
        subjects=frozenset(table["subject"]),
        conjunction=table["but"][0],
        reaches_back=table["reach"] == "both",
    )


def words_of(sentence: str, language: str) -> Words:
    """Lower-case words and marks; English contractions are spelled out (won't: will, not)."""
    lowered = sentence.lower().replace("’", "'")
    if len(lowered) != len(sentence):  # a letter that grows when lowered; keep the places
        lowered = "".join(low if len(low := letter.lower()) == 1 else letter for letter in sentence)
    found = Words([], [], [])
    token = _ENGLISH_TOKEN if language == "en" else _TOKEN
    for match in token.finditer(lowered):
        word = match.group()
        for part in _spelled_out(word) if "'" in word else (word,):
            found.words.append(part)
            found.starts.append(match.start())
            found.ends.append(match.end())
    return found


def _spelled_out(word: str) -> tuple[str, ...]:
    if word in _CONTRACTED:
        return _CONTRACTED[word]
    for ending, meaning in _ENDINGS.items():
        if word.endswith(ending):
            return tuple(filter(None, (word.removesuffix(ending), meaning)))
    return tuple(word.split("'"))


def split(sentence: str, language: str = "en") -> tuple[Clause, ...]:
    """The clauses of one sentence in order; their texts are unchanged pieces of it."""
    rules = grammar(language)
    tokens = words_of(sentence, language)
    marks = _marks(tokens.words, rules)
    spans = _spans(tokens.words, marks, rules)
    return tuple(_clause(sentence, tokens, span, marks, rules) for span in spans if span[0] < span[1])


def _marks(words: Sequence[str], rules: Grammar) -> dict[int, dict[str, int]]:
    """What each word does in the sentence, and the word after the phrase that does it."""
    marks: dict[int, dict[str, int]] = {}
    for mention in find(rules.phrases, words):
        in_passing = mention.label == "but" and _is_in_passing(words, mention.start, rules)
        marks.setdefault(mention.start, {})["aside" if in_passing else mention.label] = mention.end
    return marks


def _is_in_passing(words: Sequence[str], at: int, rules: Grammar) -> bool:
    """A turn inside a clause, which ends nothing: "we do not, however, see", "wir sehen jedoch nicht"."""
    if at == 0 or words[at] == rules.conjunction:
        return False
    before, after = words[at - 1], words[at + 1] if at + 1 < len(words) else ","
    return after == "," if before == "," else before not in _HARD


Span = tuple[int, int, Mood, int]


def _spans(words: Sequence[str], marks: dict[int, dict[str, int]], rules: Grammar) -> list[Span]:
    spans: list[Span] = []
    start, mood, stretch = 0, Mood.STATED, 0
    settled = 0  # "even if": the if inside opens nothing
    for at, word in enumerate(words):
        here = marks.get(at, {})
        fresh = at == start
        if _is_label(words, at):
            continue
        if word in _HARD or word == ",":
            closes = word != "," or mood is not Mood.STATED or _opens(words, at + 1, marks, rules)
            if closes:
                spans.append((start, at, mood, stretch))
                start, mood = at + 1, Mood.STATED
                stretch += word in _HARD
            continue
        settled = here.get("though", settled)
        opened = None if at < settled else _mood_opened(here, fresh=fresh or _is_joint(words, at, marks), inside=mood)
        joins = "and" in here and at + 1 < len(words) and _begins_clause(words, here["and"], marks, rules)
        if "but" in here or joins or (opened and not fresh):
            if not fresh:
                spans.append((start, at, mood, stretch))
                start, mood = at, Mood.STATED
            stretch += "but" in here or (joins and "if" in marks.get(here["and"], {}))
        if opened:
            mood = opened
    spans.append((start, len(words), mood, stretch))
    return spans


def _is_label(words: Sequence[str], at: int) -> bool:
    """Whether a colon stands there between a label and its value, the last words of all."""
    value = words[at + 1 :]
    return words[at] == ":" and 0 < at <= REACH and 0 < len(value) <= SHORT_VALUE and _HARD.isdisjoint(value)


def _is_joint(words: Sequence[str], at: int, marks: dict[int, dict[str, int]]) -> bool:
    """Whether a clause may begin here: after a comma, an `and` or a `but`."""
    before = marks.get(at - 1, {})
    return words[at - 1] == "," or "and" in before or "but" in before


def _mood_opened(here: dict[str, int], *, fresh: bool, inside: Mood) -> Mood | None:
    if "if" in here or (fresh and "inverted" in here):
        return Mood.CONDITION
    return Mood.TIME if "when" in here and inside is not Mood.CONDITION else None


def _opens(words: Sequence[str], at: int, marks: dict[int, dict[str, int]], rules: Grammar) -> bool:
    """Whether a clause of its own begins at `at`, after a comma."""
    here = marks.get(at, {})
    return _begins_clause(words, at, marks, rules) or any(label in here for label in ("but", "and", "inverted"))


def _begins_clause(words: Sequence[str], at: int, marks: dict[int, dict[str, int]], rules: Grammar) -> bool:
    here = marks.get(at, {})
    return (at < len(words) and words[at] in rules.subjects) or any(label in here for label in ("if", "when", "though"))


def _clause(sentence: str, tokens: Words, span: Span, marks: dict[int, dict[str, int]], rules: Grammar) -> Clause:
    start, end, mood, stretch = span
    inside = {at: marks[at] for at in range(start, end) if at in marks}
    labels = {label for here in inside.values() for label in here}
    return Clause(
        text=sentence[tokens.starts[start] : tokens.ends[end - 1]],
        words=tuple(tokens.words[start:end]),
        mood=mood,
        denied=_denied(inside, start=start, end=end, back=rules.reaches_back) if "not" in labels else frozenset(),
        negations=frozenset(at - start for at, here in inside.items() if "not" in here),
        pending="yet" in labels,
        turns="but" in labels or "aside" in labels,
        future="will" in labels,
        possible="may" in labels,
        unreal="unreal" in labels,
        stretch=stretch,
    )


def _denied(inside: dict[int, dict[str, int]], *, start: int, end: int, back: bool) -> frozenset[int]:
    """The words under a denial: up to the next `and`, and where the language allows it back to the last."""
    breaks = [at for at, here in inside.items() if "and" in here]
    idle_until = 0
    denied: set[int] = set()
    for at in sorted(inside):
        here = inside[at]
        if "idle" in here:
            idle_until = here["idle"]
        if "not" not in here or at < idle_until:
            continue
        stop = min((one for one in breaks if one > at), default=end)
        reach = stop if back else min(stop, here["not"] + REACH)
        begin = max((one for one in breaks if one < at), default=start) if back else at + 1
        denied.update(range(begin - start, reach - start))
    return frozenset(denied)
