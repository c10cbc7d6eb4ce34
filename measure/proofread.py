"""`python -m measure.proofread PATH…`: proof-reads mails whose slips are known, and prints how many are found."""

import argparse
import json
import statistics
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from highroad.edges.english import read_english
from highroad.words.proofread import proofread
from highroad.words.slip import Known, Letter, Slip
from measure.figures import Rate

KEPT_ASIDE = Path(__file__).parent / "kept_aside" / "proofread.jsonl"
OWN_NAME = "Ana Duarte"


@dataclass(frozen=True, slots=True)
class Read:
    """A labelled mail and what was found in it."""

    labelled: dict[str, Any]
    slips: tuple[Slip, ...]
    seconds: float

    @property
    def found(self) -> list[tuple[str, bool]]:
        """Each seeded error by its kind, and whether a finding touches it."""
        return [(error["kind"], any(_touch(slip, error) for slip in self.slips)) for error in self.labelled["errors"]]

    @property
    def false_alarms(self) -> list[Slip]:
        """Findings that touch no seeded error."""
        return [slip for slip in self.slips if not any(_touch(slip, error) for error in self.labelled["errors"])]


def main() -> None:
    """Prints totals; what was missed and found wrongly only when asked, so that mail kept aside stays unseen."""
    parser = argparse.ArgumentParser(prog="python -m measure.proofread", description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="labelled mails, one JSON object a line")
    parser.add_argument("--mistakes", action="store_true", help="print each error missed, and each false alarm")
    asked = parser.parse_args()
    mails = read_all(asked.paths)
    print(*_lines(mails), sep="\n")
    if asked.mistakes:
        print(*_mistakes(mails), sep="\n")


def read_all(paths: Sequence[Path]) -> list[Read]:
    """Every mail of these files, proof-read."""
    list(read_english("It is warm now."))
    return [_read(json.loads(line)) for path in paths for line in path.read_text("utf-8").splitlines()]


def _read(labelled: dict[str, Any]) -> Read:
    letter = Letter(
        labelled["body"], labelled["to"], date.fromisoformat(labelled["sent_on"]), tuple(labelled["attachments"])
    )
    known = Known(
        firm=labelled["firm"],
        people=tuple(labelled["people"]),
        other_firms=tuple(labelled["others"]),
        strangers=tuple(labelled["strangers"]),
        own_name=OWN_NAME,
    )
    began = time.perf_counter()
    slips = proofread(letter, known, english=read_english)
    return Read(labelled, slips, time.perf_counter() - began)


def _lines(mails: Sequence[Read]) -> Iterator[str]:
    yield _line("all", mails)
    for language in sorted({mail.labelled["language"] for mail in mails}):
        yield _line(language, [mail for mail in mails if mail.labelled["language"] == language])
    clean = [mail for mail in mails if not mail.labelled["errors"]]
    alarmed = Rate(sum(bool(mail.slips) for mail in clean), len(clean))
    yield f"clean mails: {_per_mail(clean)} false alarms a mail; with any at all {alarmed}"
    found = [one for mail in mails for one in mail.found]
    for kind in sorted({kind for kind, _ in found}):
        some = [hit for name, hit in found if name == kind]
        yield f"  {kind}: {Rate(sum(some), len(some))}"
    yield f"{1000 * statistics.median(mail.seconds for mail in mails):.1f} ms a mail (median)"


def _line(name: str, mails: Sequence[Read]) -> str:
    hits = [hit for mail in mails for _, hit in mail.found]
    return (
        f"{name}: errors found {Rate(sum(hits), len(hits))}; {_per_mail(mails)} false alarms a mail, {len(mails)} mails"
    )


def _per_mail(mails: Sequence[Read]) -> str:
    return f"{statistics.mean(len(mail.false_alarms) for mail in mails):.2f}"


def _touch(slip: Slip, error: dict[str, Any]) -> bool:
    return slip.start < error["start"] + len(error["text"]) and error["start"] < slip.end


def _mistakes(mails: Sequence[Read]) -> Iterator[str]:
    for mail in mails:
        missed = [error for error, (_, hit) in zip(mail.labelled["errors"], mail.found, strict=True) if not hit]
        yield from (f"{mail.labelled['id']} missed: {error['kind']} {error['text']!r}" for error in missed)
        yield from (f"{mail.labelled['id']} false alarm: {slip}" for slip in mail.false_alarms)


if __name__ == "__main__":
    main()
