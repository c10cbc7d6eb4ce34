"""`python -m measure.sent`: how right the user's own mail is read in the five made-up mailboxes, threads and all."""

from collections.abc import Iterator

from highroad.events.event import Kind
from highroad.events.recognise import is_mine
from highroad.events.threads import readings
from highroad.mail.parse import parse
from measure.figures import confusion
from measure.mailboxes.build import NAMES, build
from measure.reader import kinds, show

# What the labels call what is done; answers about a date and the like are news of the application.
ACTS = {
    "application": Kind.APPLIED,
    "thanks": Kind.THANK_YOU,
    "question": Kind.FOLLOW_UP,
    "refusal": Kind.WITHDRAWAL,
    "withdrawal": Kind.WITHDRAWAL,
    "acceptance": Kind.ACCEPTED,
    "answer": Kind.UPDATE,
    "private": Kind.OTHER,
}


def main() -> None:
    """Prints precision and recall of each act, and what is taken for what."""
    pairs = [pair for name in NAMES for pair in read_in(name)]
    right = sum(true is read for true, read in pairs)
    show(f"{len(pairs)} own mails, {right / len(pairs):.3f} of them read right", list(kinds(pairs)))
    show("What it is, and what was read", confusion(pairs))


def read_in(name: str) -> Iterator[tuple[Kind, Kind]]:
    """What each mail that the owner sent is, and what it was read as."""
    box = build(name)
    mine = frozenset({box.email})
    messages = [parse(raw) for raw in box.messages]
    for message, label, reading in zip(messages, box.labels, readings(messages, mine=mine), strict=True):
        if label.act in ACTS and is_mine(message, mine):
            yield ACTS[label.act], reading.kind


if __name__ == "__main__":
    main()
