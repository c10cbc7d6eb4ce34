"""Where a mail says that it was good to talk with the user: quoted as it stands, and nothing concluded from it."""

import re
from functools import cache
from typing import Any

from highroad.words.content import load_toml
from highroad.words.phrases import Mention, Phrases, compile_phrases, find
from highroad.words.sentences import split

WORD = re.compile(r"\w+(?:['-]\w+)*")
MOST_SENTENCES = 60


def liked(text: str) -> str:
    """The first sentence that says so, up to where it turns to a but; empty when none does."""
    return next((quote for sentence in split(text)[:MOST_SENTENCES] if (quote := _quoted(sentence))), "")


def _quoted(sentence: str) -> str:
    tokens = list(WORD.finditer(sentence.replace("’", "'")))
    words = [token[0].lower() for token in tokens]
    found = next(iter(find(_phrases(), words)), None)
    if found is None or _denied(words, found):
        return ""
    turns = [tokens[place].start() for place in range(found.end, len(words)) if words[place] in _content()["turns"]]
    if set(words[: found.start]) & set(_content()["concedes"]):
        turns.append(sentence.find(",", tokens[found.end - 1].end()))
    ends = [turn for turn in turns if turn > 0]
    return sentence[: min(ends)].rstrip(" ,;:–—-") + " …" if ends else sentence


def _denied(words: list[str], found: Mention) -> bool:
    return not set(words[: found.end]).isdisjoint(_content()["denies"])


@cache
def _phrases() -> Phrases:
    return compile_phrases({"liked": _content()["liked"]})


def _content() -> dict[str, Any]:
    return load_toml("highroad.steps.likely_not_you", "content/liked.toml")
