"""The words a user reads: short sentences, no cheer, nothing promised."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import highroad.steps

FILES = sorted(Path(highroad.steps.__file__).parent.glob("*/content/*.toml"))
UNKIND = re.compile(
    r"!|\bexcit|\bamazing|\bawesome|\bjourney\b|\bfailure\b|\bstay positive|\bchin up|everything happens for a reason"
    r"|\b1 in \d|\bguarantee|meant to be|\bstreak|\bcongrat|better luck",
    re.IGNORECASE,
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_no_sentence_is_long_or_loud(path: Path):
    sentences = list(sentences_in(path))

    assert [sentence for sentence in sentences if len(sentence.split()) > 20 and path.stem != "letters"] == []
    assert [sentence for sentence in sentences if len(sentence.split()) > 28] == []
    assert [sentence for sentence in sentences if UNKIND.search(sentence)] == []


def sentences_in(path: Path) -> Iterator[str]:
    for text in texts_in(tomllib.loads(path.read_text(encoding="utf-8"))):
        yield from re.split(r"(?<=[.?!:])\s+", text)


def texts_in(content: Any) -> Iterator[str]:
    if isinstance(content, str):
        yield content
    elif isinstance(content, dict | list):
        for part in content.values() if isinstance(content, dict) else content:
            yield from texts_in(part)
