"""Two people who say the same make a pattern; one is one person's view.

Two raters of one interview agree little: a reliability of .44 where they sat in separate rooms (Huffcutt, Culbertson
and Weyhrauch 2013, IJSA 21:264). So what one person says is a view, and what two say independently is worth acting on.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from highroad.words.content import load_toml
from highroad.words.phrases import Phrases, compile_phrases, find

_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_TOOL = re.compile(r"\b[A-Z][A-Z0-9+#]{1,9}\b|\bdbt\b|\b(?:Python|Excel|Java|Kubernetes|Docker|Tableau|Figma|React)\b")
NO_TOOLS = frozenset({"CV", "HR", "OK", "AND", "NOT", "USP", "PS", "II", "III", "TV", "AG", "UND"})


@dataclass(frozen=True, slots=True)
class Mention:
    """One sentence somebody wrote about what to work on; `by` tells people apart, `no` the applications."""

    feedback_id: int
    number: int
    by: str
    no: str
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """What two people or more said, each once after a no, in their own words."""

    theme: str
    name: str
    mentions: tuple[Mention, ...]


def patterns(mentions: Iterable[Mention]) -> list[Pattern]:
    """The themes that two people or more named, whatever one of them repeats; named by most people first."""
    named: dict[str, dict[tuple[str, str], Mention]] = {}
    for mention in mentions:
        for theme in themes_of(mention.text, language=mention.language):
            named.setdefault(theme, {}).setdefault((mention.by, mention.no), mention)
    found = [Pattern(theme, name_of(theme), tuple(each.values())) for theme, each in named.items()]
    agreed = [pattern for pattern in found if _people(pattern) > 1]
    return sorted(agreed, key=_people, reverse=True)


def _people(pattern: Pattern) -> int:
    return len({mention.by for mention in pattern.mentions})


def themes_of(sentence: str, *, language: str) -> set[str]:
    """What a sentence is about: themes of ours, and tools by their own names."""
    words = _WORD.findall(sentence.replace("’", "'").lower())
    ours = {mention.label for mention in find(_phrases(language), words)}
    return ours | set(_tools(sentence))


def name_of(theme: str) -> str:
    """A theme as the page names it; a tool bears its own name."""
    return str(_content().get(theme, {}).get("name", theme))


def _tools(sentence: str) -> Iterator[str]:
    if not sentence.isupper():
        yield from (name for name in _TOOL.findall(sentence) if name not in NO_TOOLS)


@cache
def _phrases(language: str) -> Phrases:
    return compile_phrases({theme: words.get(language, words["en"]) for theme, words in _content().items()})


def _content() -> dict[str, Any]:
    return load_toml("highroad.steps.ask_for_feedback", "content/themes.toml")
