"""`python -m measure.reader PATH…`: reads labelled mail and prints how right the reading is."""

import argparse
import re
import time
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from highroad.events.event import Kind, Person, Reading
from highroad.events.recognise import read
from highroad.mail.message import Message
from measure.baselines import Reads, baselines, left_out
from measure.figures import Rate, confusion, macro_f1, score
from measure.labelled import Case, NotLabelled, cases

Read = tuple[Case, Reading]

BANDS = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1.01)
# What the labels of hard confirmations say of a no that may come later.
CONDITIONAL = re.compile(r"condition|bedingt|\b(?:if|no|only|nur|falls|regret)\b", re.IGNORECASE)
# What may stand before a name; a mail has it, a label has it, or neither.
HONOURS = re.compile(
    r"^(?:(?:dr|dra|drs|prof|professor|mr|mrs|ms|mx|miss|sir|rev|fr|father|sister|brother|pastor|canon|capt|captain|col|chef|eng|ing|arch|avv|lic|ir"
    r"|herr|frau|pfr|mag|bgm|mme|mlle|m|madame|monsieur|maître|me|sra?|srta|señora?|don|doña|hna|dott|dott\.ssa|sig|sig\.ra|signora?|mevr|mevrouw|mw"
    r"|dhr|meneer|pe|profa)\.?\s+)+",
    re.IGNORECASE,
)
GOOD_NEWS = (Kind.INTERVIEW, Kind.OFFER, Kind.ASSESSMENT)


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints every table; the mistakes with their sentences only when asked, so that mail kept aside stays unseen."""
    asked = _parser().parse_args(arguments)
    try:
        labelled = cases(asked.paths)
    except NotLabelled as wrong:
        raise SystemExit(str(wrong)) from None
    if not labelled:
        raise SystemExit("There is no labelled mail in these files.")
    began = time.perf_counter()
    done = [(case, read(case.message)) for case in labelled]
    seconds = time.perf_counter() - began
    show_all(done, baselines(), seconds=seconds, mistakes=asked.mistakes)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m measure.reader", description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="labelled mail, one JSON object a line")
    parser.add_argument("--mistakes", action="store_true", help="print each mistake with the sentence that decided it")
    return parser


def show_all(done: list[Read], beside: Mapping[str, Reads], *, seconds: float, mistakes: bool) -> None:
    """Prints every table of what was read; `beside` are the readers ours is held against."""
    for title, rows in _tables(done, beside, seconds=seconds):
        show(title, rows)
    if mistakes:
        show("Mistakes", list(_mistakes(done)))


def _tables(done: list[Read], beside: Mapping[str, Reads], *, seconds: float) -> Iterator[tuple[str, list[list[str]]]]:
    pairs = [(case.kind, reading.kind) for case, reading in done]
    yield f"{len(done)} messages, {len(done) / seconds:.0f} a second", []
    yield "Readers", list(_readers(done, beside))
    if left_out():
        yield left_out(), []
    yield "Kinds", list(kinds(pairs))
    yield "What it is, and what was read", confusion(pairs)
    yield "Rejections by language", list(_languages(done))
    yield "Sure", list(_sure(done))
    yield "Certainty and truth", list(_calibration(done))
    yield "What must not happen", list(_traps(done))
    yield "Details", list(_details(done))


def _readers(done: list[Read], beside: Mapping[str, Reads]) -> Iterator[list[str]]:
    true = [case.kind for case, _ in done]
    messages = [case.message for case, _ in done]
    yield ["reader", "rejection P", "R", "F1", "macro-F1", "messages/s"]
    for name, reads in {"High Road": _by_us, **beside}.items():
        began = time.perf_counter()
        pairs = list(zip(true, reads(messages), strict=True))
        speed = len(done) / (time.perf_counter() - began)
        no = score(Kind.REJECTION, pairs)
        yield [
            name,
            f"{no.precision.share or 0:.3f}",
            f"{no.recall.share or 0:.3f}",
            f"{no.f1:.3f}",
            f"{macro_f1(pairs):.3f}",
            f"{speed:.0f}",
        ]


def _by_us(messages: list[Message]) -> list[Kind]:
    return [read(message).kind for message in messages]


def kinds(pairs: list[tuple[Kind, Kind]]) -> Iterator[list[str]]:
    """The rows that tell how right each kind is, and their mean."""
    yield ["kind", "precision", "recall", "F1"]
    for kind in sorted({true for true, _ in pairs}, key=list(Kind).index):
        found = score(kind, pairs)
        yield [kind, str(found.precision), str(found.recall), f"{found.f1:.3f}"]
    yield ["macro", "", "", f"{macro_f1(pairs):.3f}"]


def _languages(done: list[Read]) -> Iterator[list[str]]:
    yield ["language", "precision", "recall", "read in this language"]
    for language in sorted({case.language for case, _ in done}):
        some = [(case, reading) for case, reading in done if case.language == language]
        found = score(Kind.REJECTION, [(case.kind, reading.kind) for case, reading in some])
        told = Rate(sum(reading.language == language for _, reading in some), len(some))
        yield [language, str(found.precision), str(found.recall), str(told)]


def _sure(done: list[Read]) -> Iterator[list[str]]:
    yield ["", "sure", "right when sure", "at least (95 %)"]
    for name, some in {
        "all mail": done,
        "rejections": [one for one in done if one[0].kind == Kind.REJECTION],
        "read as rejection": [one for one in done if one[1].kind == Kind.REJECTION],
    }.items():
        sure = [one for one in some if one[1].sure]
        right = Rate(sum(case.kind == reading.kind for case, reading in sure), len(sure))
        yield [name, str(Rate(len(sure), len(some))), str(right), f"{right.at_least or 0:.3f}"]


def _calibration(done: list[Read]) -> Iterator[list[str]]:
    yield ["certainty", "messages", "mean certainty", "right"]
    for low, high in pairwise(BANDS):
        some = [(case, reading) for case, reading in done if low <= reading.certainty < high]
        if some:
            mean = sum(reading.certainty for _, reading in some) / len(some)
            right = Rate(sum(case.kind == reading.kind for case, reading in some), len(some))
            yield [f"{low:.2f} to {min(high, 1):.2f}", str(len(some)), f"{mean:.3f}", str(right)]


def _traps(done: list[Read]) -> Iterator[list[str]]:
    no = Kind.REJECTION
    good = [reading for case, reading in done if case.kind in GOOD_NEWS]
    other = [reading for case, reading in done if case.kind == Kind.OTHER]
    conditional = [
        reading for case, reading in done if case.kind == Kind.CONFIRMATION and CONDITIONAL.search(case.hard)
    ]
    confirmations = [reading for case, reading in done if case.kind == Kind.CONFIRMATION]
    yield ["what", "how often"]
    yield ["good news read as a sure no", str(Rate(sum(r.kind == no and r.sure for r in good), len(good)))]
    yield ["good news read as a no", str(Rate(sum(r.kind == no for r in good), len(good)))]
    yield ["not about a job, read as a no", str(Rate(sum(r.kind == no for r in other), len(other)))]
    yield ["conditional confirmation read as a no", str(Rate(sum(r.kind == no for r in conditional), len(conditional)))]
    yield ["any confirmation read as a no", str(Rate(sum(r.kind == no for r in confirmations), len(confirmations)))]


def _details(done: list[Read]) -> Iterator[list[str]]:
    yield ["detail", "right where named", "right when told", "told where there is none"]
    for detail in ("employer", "role", "reason", "stage"):
        told = [(case.expected[detail], getattr(reading, detail)) for case, reading in done if detail in case.expected]
        named = [(want, got) for want, got in told if want]
        said = [(want, got) for want, got in named if got]
        none = [got for want, got in told if not want]
        yield [
            detail,
            str(Rate(sum(_same(want, got) for want, got in named), len(named))),
            str(Rate(sum(_same(want, got) for want, got in said), len(said))),
            str(Rate(sum(got is not None for got in none), len(none))),
        ]
    yield ["people", str(_people_found(done)), str(_people_right(done)), ""]


def _same(want: str, got: str | None) -> bool:
    """Equal but for case, accents, punctuation and what stands in brackets, as in (m/w/d)."""
    return got is not None and _plain(want) == _plain(got)


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", re.sub(r"\(.*?\)", " ", text.casefold()))
    return " ".join(re.findall(r"\w+", "".join(one for one in letters if not unicodedata.combining(one))))


def _people_found(done: list[Read]) -> Rate:
    wanted = [(one, reading) for case, reading in done for one in case.people]
    return Rate(sum(any(_is(one, met) for met in reading.people) for one, reading in wanted), len(wanted))


def _people_right(done: list[Read]) -> Rate:
    met = [(case, person) for case, reading in done if case.people for person in reading.people]
    return Rate(sum(any(_is(one, person) for one in case.people) for case, person in met), len(met))


def _is(one: tuple[str, str], met: Person) -> bool:
    """By address, or by name, whether or not "Dr" or "Ms" stands before it."""
    name, email = one
    return bool(email and email.casefold() == met.email) or _same(HONOURS.sub("", name), HONOURS.sub("", met.name))


def _mistakes(done: list[Read]) -> Iterator[list[str]]:
    yield ["message", "is", "read as", "certainty", "hard", "subject", "sentence"]
    for case, reading in done:
        if case.kind != reading.kind:
            certainty = f"{reading.certainty:.2f}{' sure' if reading.sure else ''}"
            sentence = (reading.evidence or "")[:160]
            yield [case.name, case.kind, reading.kind, certainty, case.hard, case.message.subject[:50], sentence]


def show(title: str, rows: Sequence[Sequence[str]]) -> None:
    """Prints a title and its rows, in columns."""
    print(f"\n## {title}")
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


if __name__ == "__main__":
    main()
