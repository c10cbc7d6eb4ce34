"""`python -m measure.hints [PATH…]`: prints how well hints at distortions fit, on thoughts of known distortions.

A line: `text`, and `labels` or `distortions`, a name or a list of names; none for a thought that deserves no hint.
Only totals are printed.
"""

import argparse
import resource
import statistics
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from highroad.words.distortions import Distortion, Hint, guesses, hints
from measure.figures import Rate
from measure.jsonl import labelled

ASIDE = Path(__file__).parent / "kept_aside"
KEPT_ASIDE = (ASIDE / "thoughts.jsonl", ASIDE / "neutral.jsonl")


@dataclass(frozen=True, slots=True)
class Thought:
    """What it may be, what was shown, and every distortion in the order of likelihood. The words are not kept."""

    language: str
    labels: tuple[str, ...]  # the main one first
    shown: tuple[Hint, ...]
    order: tuple[Distortion, ...]
    seconds: float


def main() -> None:
    """Totals for each file, language and distortion."""
    parser = argparse.ArgumentParser(prog="python -m measure.hints", description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path, default=KEPT_ASIDE, metavar="PATH")
    found = {path: [read(told) for told in labelled(path)] for path in parser.parse_args().paths}
    thoughts = [thought for some in found.values() for thought in some]
    if not thoughts:
        raise SystemExit("There are no thoughts in these files.")
    for path, some in found.items():
        print(path.stem)
        print(*_told(some), sep="\n")
    print(*_by_distortion(thoughts), sep="\n")
    print(_cost(thoughts))


def read(told: dict[str, Any]) -> Thought:
    """What is shown for one thought; ends the program with a sentence of its own where a field is missing."""
    text, labels = told.get("text"), _labels(told.get("labels", told.get("distortions")))
    if not isinstance(text, str):
        raise SystemExit("Each line needs a text, and labels unless it deserves no hint.")
    if unknown := set(labels) - set(Distortion):
        raise SystemExit(f"No distortion is called {min(unknown)!r}. The names are {', '.join(Distortion)}.")
    began = time.perf_counter()
    shown = hints(text)
    seconds = time.perf_counter() - began
    order = tuple(guess.distortion for guess in guesses(text))
    return Thought(str(told.get("language") or ""), labels, tuple(shown), order, seconds)


def _labels(told: object) -> tuple[str, ...]:
    """One name may stand without a list; "none" and nothing are no label."""
    labels = [told] if isinstance(told, str) else told if isinstance(told, list) else []
    return tuple(str(one) for one in labels if one and one != "none")


def _told(thoughts: Sequence[Thought]) -> Iterator[str]:
    yield from _table("all", thoughts)
    languages = sorted({thought.language for thought in thoughts})
    for language in languages if len(languages) > 1 else ():
        yield from _table(language, [thought for thought in thoughts if thought.language == language])


def _table(name: str, thoughts: Sequence[Thought]) -> Iterator[str]:
    bent = [thought for thought in thoughts if thought.labels]
    plain = [thought for thought in thoughts if not thought.labels]
    shown = [(hint, thought) for thought in bent for hint in thought.shown]
    if bent:
        fits = Rate(sum(hint.distortion in thought.labels for hint, thought in shown), len(shown))
        reached = Rate(sum(_hits([hint.distortion for hint in one.shown], one) for one in bent), len(bent))
        yield f"  {name}: hints shown that fit {fits}; distorted thoughts with one that fits {reached}"
        for first in (1, 3):
            hits = Rate(sum(_hits(one.order[:first], one) for one in bent), len(bent))
            yield f"  {name}: one of the first {first} fits {hits}"
        some = Rate(sum(bool(one.shown) for one in bent), len(bent))
        yield f"  {name}: distorted thoughts with any hint {some}; certainty said {_mean(hint for hint, _ in shown)}"
    if plain:
        yield f"  {name}: false alarms {Rate(sum(bool(one.shown) for one in plain), len(plain))}"


def _hits(found: Iterable[str], thought: Thought) -> bool:
    return any(one in thought.labels for one in found)


def _mean(shown: Iterable[Hint]) -> str:
    said = [hint.certainty for hint in shown]
    return f"{statistics.mean(said):.2f} (mean)" if said else "-"


def _by_distortion(thoughts: Sequence[Thought]) -> Iterator[str]:
    """By the main one."""
    for kind in Distortion:
        some = [thought for thought in thoughts if thought.labels[:1] == (kind,)]
        shown = [thought for thought in thoughts for hint in thought.shown if hint.distortion is kind]
        fits = Rate(sum(kind in thought.labels for thought in shown), len(shown))
        reached = Rate(sum(_hits([hint.distortion for hint in one.shown], one) for one in some), len(some))
        yield f"  {kind}: shown, it fits {fits}; where it is the main one, a hint fits {reached}"


def _cost(thoughts: Sequence[Thought]) -> str:
    seconds = sorted(thought.seconds for thought in thoughts)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return (
        f"{1000 * statistics.median(seconds):.1f} ms a thought (median), "
        f"{1000 * seconds[int(len(seconds) * 0.95)]:.1f} ms for the slowest twentieth, {memory:.0f} MB in all"
    )


if __name__ == "__main__":
    main()
