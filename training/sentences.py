"""Sentences of our own (training/sentences/<question>/*.jsonl) that opinions are fitted on.

A line: `text`, `labels` (none: it speaks for nothing), `language`.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from training.written import sentence_files

Words = Callable[[str], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Sentence:
    """What it says, as words, and what it speaks for."""

    text: str
    words: tuple[str, ...]
    labels: frozenset[str]
    language: str


def read(question: str, words: Words) -> list[Sentence]:
    """All that was written for a question; the same text twice counts once."""
    lines = (line for path in sentence_files(question) for line in path.read_text("utf-8").splitlines() if line.strip())
    told = {one["text"]: one for one in map(json.loads, lines)}
    return [Sentence(text, tuple(words(text)), frozenset(one["labels"]), one["language"]) for text, one in told.items()]
