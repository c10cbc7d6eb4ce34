"""`python -m measure.feedback`: how well answers are sorted, and how many words the drafts have."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from highroad.mail.body import own_words
from highroad.steps.ask_for_feedback.answer import Sort, sentences
from highroad.words.sentences import split
from measure.figures import Rate

KEPT_ASIDE = Path(__file__).parent / "kept_aside" / "feedback.jsonl"


@dataclass(frozen=True, slots=True)
class Sorted:
    """One sentence kept aside: what it is, and what it was read as."""

    answer: str
    language: str
    text: str
    true: Sort
    read: Sort | None


def main() -> None:
    """Prints the share of sentences sorted right, by language and by sort, and each one that was not."""
    all_of_them = list(sorted_sentences())
    for language in ("en", "de"):
        ours = [one for one in all_of_them if one.language == language]
        print(f"{language}: {len({one.answer for one in ours})} answers, sorted right {right(ours)}")
        for sort in Sort:
            print(f"  {sort:<12}{right([one for one in ours if one.true is sort])}")
    for one in all_of_them:
        if one.true is not one.read:
            print(f"  {one.answer} is {one.true}, read as {one.read}: {one.text}")


def sorted_sentences(path: Path = KEPT_ASIDE) -> Iterator[Sorted]:
    """Every sentence kept aside with what it is read as; None where it was cut elsewhere.

    What goes with the signature is courtesy: nobody is shown it.
    """
    for line in path.read_text(encoding="utf-8").splitlines():
        told = json.loads(line)
        read = {one.text: one.sort for one in sentences(told["text"])}
        read |= dict.fromkeys(split(own_words(told["text"]).signature), Sort.COURTESY)
        for text, sort in told["sentences"]:
            yield Sorted(told["id"], told["language"], text, Sort(sort), read.get(text))


def right(these: list[Sorted]) -> Rate:
    """How many were read as what they are."""
    return Rate(sum(one.true is one.read for one in these), len(these))


if __name__ == "__main__":
    main()
