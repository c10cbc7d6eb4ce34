"""`python -m measure.grouping`: brings five made-up mailboxes in, and prints how right the applications are."""

import argparse
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from highroad.applications.group import group
from highroad.events.event import Event, Kind, Person
from highroad.events.threads import recognise_all
from highroad.mail.message import Message
from highroad.mail.parse import parse
from measure.figures import Rate
from measure.gate import passes
from measure.mailboxes.build import NAMES, Label, Mailbox, build
from measure.mailboxes.letters import Named


@dataclass(frozen=True, slots=True)
class Mail:
    """One mail of a mailbox: what is true of it, its event if it was kept, and the application it was put into."""

    label: Label
    message: Message
    event: Event | None
    application: str | None


@dataclass(frozen=True, slots=True)
class Together:
    """How pairs of mails were put together, counted over mails that belong to an application."""

    right: int
    put: int
    true: int

    @property
    def precision(self) -> Rate:
        """Of the pairs put together, those that belong so."""
        return Rate(self.right, self.put)

    @property
    def recall(self) -> Rate:
        """Of the pairs that belong together, those put so."""
        return Rate(self.right, self.true)

    @property
    def f1(self) -> float:
        """The harmonic mean of both; 1 when there is nothing to put together."""
        both = self.put + self.true
        return 2 * self.right / both if both else 1.0


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints a row for each mailbox; the mistakes only when asked, so that what is kept aside stays unseen."""
    parser = argparse.ArgumentParser(prog="python -m measure.grouping", description=__doc__)
    parser.add_argument(
        "--mistakes", nargs="*", choices=NAMES, default=[], help="the mailboxes whose mistakes to print"
    )
    asked = parser.parse_args(arguments)
    boxes = {name: brought_in(build(name)) for name in NAMES}
    rows = [figures(name, [mails]) for name, mails in boxes.items()]
    show([HEAD, *rows, figures("all five", list(boxes.values()))])
    for name in asked.mistakes:
        print(f"\n## {name}")
        show(list(mistakes(boxes[name])))


def brought_in(mailbox: Mailbox) -> list[Mail]:
    """The mails as import would keep, read and group them."""
    mine = frozenset({mailbox.email})
    messages = [parse(raw) for raw in mailbox.messages]
    looked_at = [message for message, raw in zip(messages, mailbox.messages, strict=True) if passes(raw)]
    events = {event.message_key: event for event in recognise_all(looked_at, mine=mine)}
    put = {event.message_key: one.id for one in group(events.values(), ()) for event in one.events}
    return [
        Mail(label, message, events.get(message.key), put.get(message.key))
        for label, message in zip(mailbox.labels, messages, strict=True)
    ]


def together(mails: Sequence[Mail]) -> Together:
    """Pairs of mails of one mailbox; a mail that was dropped is alone."""
    ours = [mail for mail in mails if mail.label.application]
    put = [(mail.application or mail.message.key) for mail in ours]
    true = [mail.label.application for mail in ours]
    return Together(_pairs(zip(put, true, strict=True)), _pairs(put), _pairs(true))


def _pairs(names: Iterable[object]) -> int:
    return sum(count * (count - 1) // 2 for count in Counter(names).values())


HEAD = ["mailbox", "F1", "together: precision", "recall", "mail dropped", "noise taken in", "people found",
        "people right", "no's found", "no's right"]  # fmt: skip


def figures(name: str, boxes: Sequence[Sequence[Mail]]) -> list[str]:
    """One row of the table; pairs are only made within a mailbox."""
    counted = [together(mails) for mails in boxes]
    pairs = Together(*(sum(getattr(one, part) for one in counted) for part in ("right", "put", "true")))
    mails = list(chain.from_iterable(boxes))
    ours = [mail for mail in mails if mail.label.application]
    noise = [mail for mail in mails if not mail.label.application]
    found = [hit for mail in ours for _, hit in people_found(mail)]
    right = [hit for mail in ours for _, hit in people_right(mail)]
    noes = [hit for one in boxes for _, hit in noes_found(one)]
    real = [hit for one in boxes for _, hit in noes_right(one)]
    return [
        name,
        f"{pairs.f1:.3f}",
        str(pairs.precision),
        str(pairs.recall),
        str(Rate(sum(mail.application is None for mail in ours), len(ours))),
        str(Rate(sum(mail.application is not None for mail in noise), len(noise))),
        *(str(Rate(sum(hits), len(hits))) for hits in (found, right, noes, real)),
    ]


def people_found(mail: Mail) -> Iterator[tuple[str, bool]]:
    """Everyone a mail names, and whether they were read from it."""
    met = mail.event.reading.people if mail.event else ()
    return ((one.name or one.email, any(is_same(one, person) for person in met)) for one in mail.label.people)


def people_right(mail: Mail) -> Iterator[tuple[str, bool]]:
    """Everyone read from a mail, and whether it names them; who stands in its quotation alone is left out."""
    met = mail.event.reading.people if mail.event else ()
    for person in met:
        named = any(is_same(one, person) for one in mail.label.people)
        if named or not any(is_same(one, person) for one in mail.label.quoted_people):
            yield f"{person.name} <{person.email}>", named


def is_same(one: Named, person: Person) -> bool:
    """By address, or by name: one may have the first or the last name alone."""
    if one.email and one.email.casefold() == person.email:
        return True
    short, long = sorted((_words(one.name), _words(person.name)), key=len)
    return bool(short) and short <= long


def _words(name: str) -> set[str]:
    letters = unicodedata.normalize("NFKD", name.casefold())
    return set("".join(one for one in letters if not unicodedata.combining(one)).replace(".", " ").split())


def noes_found(mails: Sequence[Mail]) -> Iterator[tuple[str, bool]]:
    """Every application that ended with a no, and whether one of its mails was read as one."""
    said = {mail.label.application for mail in mails if mail.label.kind == Kind.REJECTION}
    heard = {mail.label.application for mail in mails if _is_no(mail) and mail.label.kind == Kind.REJECTION}
    return ((one, one in heard) for one in sorted(filter(None, said)))


def noes_right(mails: Sequence[Mail]) -> Iterator[tuple[str, bool]]:
    """Every mail put into an application as a no, and whether it is one."""
    return ((mail.message.subject, mail.label.kind == Kind.REJECTION) for mail in mails if _is_no(mail))


def _is_no(mail: Mail) -> bool:
    return mail.event is not None and mail.application is not None and mail.event.kind is Kind.REJECTION


def mistakes(mails: Sequence[Mail]) -> Iterator[list[str]]:
    """A line for each mail that is not with the most of its application, or not read right."""
    homes = _homes(mails)
    yield ["what", "application", "put into", "kind", "read as", "employer", "role", "subject"]
    for mail in mails:
        wrong = [what for what, is_so in _faults(mail, homes) if is_so]
        if wrong:
            yield [", ".join(wrong), *_told(mail)]


def _homes(mails: Sequence[Mail]) -> dict[str, str]:
    """Of each true application the one most of its mails were put into, and of each made one what most of it is."""
    counts = Counter((mail.label.application, mail.application) for mail in mails)
    homes: dict[str, str] = {}
    for (true, put), _ in counts.most_common():
        if true and put and true not in homes and put not in homes:
            homes[true], homes[put] = put, true
    return homes


def _faults(mail: Mail, homes: dict[str, str]) -> Iterator[tuple[str, bool]]:
    true, put = mail.label.application, mail.application
    yield "noise", not true and put is not None
    yield "dropped", bool(true) and put is None
    yield "put with others", bool(true and put) and homes.get(put or "") not in (None, true)
    yield "on its own", bool(true and put) and homes.get(put or "") is None
    if true and put:
        missed = [name for name, hit in people_found(mail) if not hit]
        made_up = [name for name, hit in people_right(mail) if not hit]
        yield f"missed {missed}", bool(missed)
        yield f"made up {made_up}", bool(made_up)
        yield "no", (mail.label.kind == Kind.REJECTION) != _is_no(mail)


def _told(mail: Mail) -> list[str]:
    read = mail.event.reading if mail.event else None
    return [
        mail.label.application or "",
        mail.application or "",
        mail.label.kind or mail.label.act or "",
        read.kind if read else "",
        f"{mail.label.employer} | {read and read.employer}",
        f"{mail.label.role} | {read and read.role}",
        mail.message.subject[:60],
    ]


def show(rows: Sequence[Sequence[str]]) -> None:
    """The rows in columns."""
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


if __name__ == "__main__":
    main()
