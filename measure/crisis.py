"""`python -m measure.crisis [PATH…]`: prints how dark words are noticed on sentences of a known level.

A line: `text`, `level` (explicit, heavy or none), and `language` where it is told.
"""

import argparse
import random
import statistics
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from highroad.words.crisis import Level, level
from measure.figures import Rate
from measure.jsonl import labelled

KEPT_ASIDE = Path(__file__).parent / "kept_aside" / "dark.jsonl"
PLAIN = Path(__file__).parent / "kept_aside" / "neutral.jsonl"
LENGTHS = (5, 12)  # sentences of a page
PAGES = 300


@dataclass(frozen=True, slots=True)
class Sentence:
    """What it says, what was found, and how long that took. The words are not kept."""

    language: str
    said: Level
    found: Level
    seconds: float


def main() -> None:
    """Totals for each language and level."""
    parser = argparse.ArgumentParser(prog="python -m measure.crisis", description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path, default=[KEPT_ASIDE], metavar="PATH")
    paths = parser.parse_args().paths
    sentences = [read(told) for path in paths for told in labelled(path)]
    if not sentences:
        raise SystemExit("There are no sentences in these files.")
    print(*_lines(sentences), sep="\n")
    if paths == [KEPT_ASIDE]:
        print(*_pages([one["text"] for one in labelled(KEPT_ASIDE) if one["level"] == Level.EXPLICIT]), sep="\n")


def _pages(explicit: Sequence[str]) -> Iterator[str]:
    """How pages of plain sentences are read, alone and with one explicit sentence among them."""
    dice, plain = random.Random(1), [one["text"] for one in labelled(PLAIN)]
    for length in LENGTHS:
        alone = [level(" ".join(dice.sample(plain, length))) for _ in range(PAGES)]
        among = [level(_page_with(one, dice.sample(plain, length), dice)) for one in explicit]
        for name, found in (("plain", alone), ("with an explicit one", among)):
            rates = ", ".join(f"read as {one} {Rate(found.count(one), len(found))}" for one in Level)
            yield f"a page of {length} sentences, {name}: {rates}"


def _page_with(one: str, others: list[str], dice: random.Random) -> str:
    others.insert(dice.randint(0, len(others)), one if one[-1] in ".!?" else f"{one}.")
    return " ".join(others)


def read(told: dict[str, Any]) -> Sentence:
    """What is found in one sentence; ends the program with a sentence of its own where a field is missing."""
    text, said = told.get("text"), told.get("level")
    if not isinstance(text, str) or said not in set(Level):
        raise SystemExit(f"Each line needs a text, and a level out of {', '.join(Level)}. One has the level {said!r}.")
    began = time.perf_counter()
    found = level(text)
    return Sentence(str(told.get("language") or ""), Level(said), found, time.perf_counter() - began)


def _lines(sentences: Sequence[Sentence]) -> Iterator[str]:
    yield from _table("all", sentences)
    for language in sorted({one.language for one in sentences if one.language}):
        yield from _table(language, [one for one in sentences if one.language == language])
    yield f"{1000 * statistics.median(one.seconds for one in sentences):.2f} ms a sentence (median)"


def _table(name: str, sentences: Sequence[Sentence]) -> Iterator[str]:
    for said in Level:
        some = [one.found for one in sentences if one.said is said]
        yield f"{name} {said}: " + ", ".join(f"read as {found} {Rate(some.count(found), len(some))}" for found in Level)


if __name__ == "__main__":
    main()
