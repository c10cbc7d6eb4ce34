"""`python -m measure.crisis [PATH…]`: prints how dark words are noticed on sentences of a known level."""

import argparse
import json
import statistics
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from highroad.words.crisis import Level, level
from measure.figures import Rate

KEPT_ASIDE = Path(__file__).parent / "kept_aside" / "dark.jsonl"


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
    sentences = [_read(json.loads(line)) for path in paths for line in path.read_text("utf-8").splitlines()]
    for line in _lines(sentences):
        print(line)


def _read(labelled: dict[str, str]) -> Sentence:
    began = time.perf_counter()
    found = level(labelled["text"])
    return Sentence(labelled["language"], Level(labelled["level"]), found, time.perf_counter() - began)


def _lines(sentences: Sequence[Sentence]) -> Iterator[str]:
    yield from _table("all", sentences)
    for language in sorted({one.language for one in sentences}):
        yield from _table(language, [one for one in sentences if one.language == language])
    yield f"{1000 * statistics.median(one.seconds for one in sentences):.2f} ms a sentence (median)"


def _table(name: str, sentences: Sequence[Sentence]) -> Iterator[str]:
    for said in Level:
        some = [one.found for one in sentences if one.said is said]
        yield f"{name} {said}: " + ", ".join(f"read as {found} {Rate(some.count(found), len(some))}" for found in Level)


if __name__ == "__main__":
    main()
