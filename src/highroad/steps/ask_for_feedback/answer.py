"""What an answer says: each of its sentences is praise, something to work on, neither, or mere courtesy."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from highroad.mail.body import own_words
from highroad.words.content import load_toml
from highroad.words.language import detect
from highroad.words.phrases import Phrases, compile_phrases, find
from highroad.words.sentences import split

MOST_SENTENCES = 80  # of one answer; nobody writes more
SHORT = 4  # words; a line so short beside the others is a greeting or a name
_WORD = re.compile(r"\w+(?:['-]\w+)*")


class Sort(StrEnum):
    """What a sentence of an answer is to the one who asked."""

    KEEP_DOING = "keep_doing"
    WORK_ON = "work_on"
    UNCLEAR = "unclear"
    COURTESY = "courtesy"


# The first label that is found in a sentence decides: what to change is most often wrapped in praise and thanks.
DECIDES = {
    "refused": Sort.UNCLEAR,
    "surely_kept": Sort.KEEP_DOING,
    "work_on": Sort.WORK_ON,
    "leave_taking": Sort.COURTESY,
    "unclear": Sort.UNCLEAR,
    "keep_doing": Sort.KEEP_DOING,
    "courtesy": Sort.COURTESY,
}


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an answer, unchanged; `number` counts from 1, `moved` when the user sorted it."""

    number: int
    text: str
    sort: Sort
    moved: bool = False


def sentences(answer: str, *, language: str | None = None, moved: Mapping[str, str] | None = None) -> list[Sentence]:
    """The answer sentence by sentence; what the user moved stays where they put it."""
    said = split(own_words(answer).new)[:MOST_SENTENCES]
    tongue = language or detect(answer) or "en"
    told = moved or {}
    return [
        Sentence(number, text, Sort(told.get(str(number)) or sort_of(text, language=tongue)), str(number) in told)
        for number, text in enumerate(said, start=1)
    ]


def sort_of(sentence: str, *, language: str) -> Sort:
    """What one sentence is, by its own words alone; UNCLEAR when none of them tells."""
    words = _WORD.findall(sentence.replace("’", "'").lower())
    found = {mention.label for mention in find(_phrases(language), words)}
    first = next((sort for label, sort in DECIDES.items() if label in found), None)
    return first or (Sort.COURTESY if len(words) < SHORT and not sentence.rstrip().endswith("?") else Sort.UNCLEAR)


@cache
def _phrases(language: str) -> Phrases:
    content = load_toml("highroad.steps.ask_for_feedback", "content/answers.toml")
    return compile_phrases({label: content[label].get(language, content[label]["en"]) for label in DECIDES})
