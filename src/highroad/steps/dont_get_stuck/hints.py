"""Turns of mind a thought may show, as questions: those not hidden, and the user's own."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from highroad.words.content import load_toml
from highroad.words.distortions import Distortion, hints

MOST = 2


@dataclass(frozen=True, slots=True)
class Known:
    """A distortion as the user sees it; `cues` are the words that bring up one of their own."""

    key: str
    name: str
    reason: str = ""
    counter: str = ""
    cues: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """Could this be that? With the words that led to it, as they were typed."""

    about: Known
    words: str


def built_in() -> tuple[Known, ...]:
    """The usual ones, in their order."""
    content = load_toml("highroad.words", "content/distortions.toml")
    told = ((str(one), content[one]) for one in Distortion)
    return tuple(Known(key, words["name"], words["reason"], words["counter"]) for key, words in told)


def questions(
    thought: str, *, hidden: Collection[str] = (), own: Collection[Known] = (), settled: Collection[str] = ()
) -> tuple[Question, ...]:
    """At most two, the user's own first; what they hid is never asked, what they have answered not again."""
    asked = [one for one in (*_own(thought, own), *_usual(thought)) if one.about.key not in hidden]
    return tuple(one for one in asked[:MOST] if one.about.key not in settled)


def _own(thought: str, own: Collection[Known]) -> Iterator[Question]:
    for one in own:
        cues = "|".join(re.escape(cue.strip()) for cue in one.cues.split(",") if cue.strip())
        if cues and (found := re.search(rf"\b(?:{cues})\b", thought, re.IGNORECASE)):
            yield Question(one, found[0])


def _usual(thought: str) -> Iterator[Question]:
    known = {one.key: one for one in built_in()}
    for hint in hints(thought):
        yield Question(known[hint.distortion], hint.words)
