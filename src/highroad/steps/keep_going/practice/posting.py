"""What a posting asks for, by the words it uses; and which sentences of a mail name a question to expect."""

import re
from functools import cache

from highroad.words.content import load_toml
from highroad.words.sentences import split

PACKAGE = "highroad.steps.keep_going"


def asked_for(posting: str) -> tuple[str, ...]:
    """The competencies a posting names, the one it dwells on most first; empty when it names none."""
    counts = {key: len(found.findall(posting)) for key, found in _signs().items()}
    return tuple(sorted((key for key, count in counts.items() if count), key=lambda key: -counts[key]))


def named_in(mail: str) -> tuple[str, ...]:
    """The sentences of a mail that tell what the talk will ask, unchanged."""
    return tuple(one for one in split(mail) if _naming().search(one))


@cache
def _signs() -> dict[str, re.Pattern[str]]:
    return {key: _any_of(words) for key, words in _content()["signs"].items()}


@cache
def _naming() -> re.Pattern[str]:
    return _any_of(_content()["naming"]["words"])


def _any_of(words: list[str]) -> re.Pattern[str]:
    """Any of these at the start of a word; `*` stands for the rest of one."""
    ways = "|".join(re.escape(one).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for one in words)
    return re.compile(rf"\b(?:{ways})\b", re.IGNORECASE)


def _content() -> dict[str, dict[str, list[str]]]:
    return load_toml(PACKAGE, "content/postings.toml")
