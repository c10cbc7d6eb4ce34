"""`python -m measure.tone PATH…`: reads letters known to be hot or cool, and prints how many are told rightly."""

import argparse
import json
import statistics
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from highroad.words.tone import Heat, hot
from measure.figures import Rate


@dataclass(frozen=True, slots=True)
class Letter:
    """A labelled letter and what was found in it."""

    text: str
    language: str
    why: str  # empty for a cool one
    found: tuple[Heat, ...]
    seconds: float


def main() -> None:
    """Prints totals; the letters told wrongly only when asked, so that those kept aside stay unseen."""
    parser = argparse.ArgumentParser(prog="python -m measure.tone", description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="labelled letters, one JSON object a line")
    parser.add_argument("--mistakes", action="store_true", help="print each letter told wrongly, and the phrases found")
    asked = parser.parse_args()
    letters = [_read(json.loads(line)) for path in asked.paths for line in path.read_text("utf-8").splitlines()]
    for line in _lines(letters):
        print(line)
    if asked.mistakes:
        print(*_mistakes(letters), sep="\n")


def _read(labelled: dict[str, str]) -> Letter:
    began = time.perf_counter()
    found = hot(labelled["text"])
    seconds = time.perf_counter() - began
    why = labelled["why"] if labelled["hot"] else ""
    return Letter(labelled["text"], labelled["language"], why, found, seconds)


def _lines(letters: Sequence[Letter]) -> Iterator[str]:
    yield _line("all", letters)
    for language in sorted({letter.language for letter in letters}):
        yield _line(language, [letter for letter in letters if letter.language == language])
    yield "hot letters found, by their main reason; and with that very reason among what is told"
    for language, why in sorted({(letter.language, letter.why) for letter in letters if letter.why}):
        some = [letter for letter in letters if (letter.language, letter.why) == (language, why)]
        named = Rate(sum(why in {heat.why for heat in letter.found} for letter in some), len(some))
        yield f"  {language}, {why}: {_found(some)}; {named}"
    yield "cool letters flagged, by what was told of them"
    told = Counter((letter.language, heat.why) for letter in letters if not letter.why for heat in letter.found[:1])
    yield from (f"  {language}, {why}: {count}" for (language, why), count in sorted(told.items()))
    yield f"{1000 * statistics.median(letter.seconds for letter in letters):.2f} ms a letter (median)"


def _line(name: str, letters: Sequence[Letter]) -> str:
    cool = [letter for letter in letters if not letter.why]
    return f"{name}: hot found {_found([one for one in letters if one.why])}; cool flagged {_found(cool)}"


def _found(letters: Sequence[Letter]) -> Rate:
    return Rate(sum(bool(letter.found) for letter in letters), len(letters))


def _mistakes(letters: Sequence[Letter]) -> Iterator[str]:
    for letter in letters:
        if bool(letter.found) != bool(letter.why):
            yield f"\n{letter.language} {letter.why or 'cool'}: {letter.text}\n  {letter.found}"


if __name__ == "__main__":
    main()
