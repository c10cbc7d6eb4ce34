"""`python -m measure.spoofs`: forges the noes of five made-up mailboxes, and prints how many are marked."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from highroad.applications.application import Application
from highroad.applications.group import group
from highroad.applications.origin import doubts_about
from highroad.events.details.hosts import domain_stem
from highroad.events.event import Event, Kind
from highroad.mail.message import Authentication
from measure.figures import Rate
from measure.grouping import brought_in, show
from measure.mailboxes.build import NAMES, build

ELSEWHERE = "elsewhere.test"


def _alike(domain: str) -> str:
    """What somebody could register beside an employer's domain; elsewhere where there is none."""
    stem = domain_stem(domain)
    return f"{stem}-careers.test" if stem else ELSEWHERE


WAYS: dict[str, Callable[[Event], Event]] = {
    "not changed": lambda no: no,
    "the check of the user's own server failed": lambda no: replace(no, authentication=Authentication.FAILED),
    "sent from a webmail address": lambda no: replace(no, sender_domain="gmail.com"),
    "sent from an unknown domain": lambda no: replace(no, sender_domain=ELSEWHERE),
    "sent from a look-alike of its domain": lambda no: replace(no, sender_domain=_alike(no.sender_domain)),
    "an answer would go to webmail": lambda no: replace(no, reply_domain="gmail.com"),
    "an answer would go to an unknown domain": lambda no: replace(no, reply_domain=ELSEWHERE),
    "an answer would go to a look-alike of its domain": lambda no: replace(no, reply_domain=_alike(no.sender_domain)),
}


def main() -> None:
    """A row for each way: of all true noes, and of those that other mail of their application came before."""
    forged = rows([no for name in NAMES for no in noes(name)])
    show([["a no as if somebody else had sent it", "marked", "where other mail came before"], *forged])


def noes(name: str) -> Iterator[tuple[Event, Sequence[Event]]]:
    """Each true no of a mailbox that was read as one, and what came before it."""
    mails = [mail for mail in brought_in(build(name)) if mail.event]
    true = {mail.event.id for mail in mails if mail.event and mail.label.kind == Kind.REJECTION}
    for application in group([mail.event for mail in mails if mail.event], ()):
        yield from _of(application, true)


def _of(application: Application, true: set[str]) -> Iterator[tuple[Event, Sequence[Event]]]:
    for place, event in enumerate(application.events):
        if event.kind is Kind.REJECTION and event.id in true:
            yield event, application.events[:place]


def rows(found: Sequence[tuple[Event, Sequence[Event]]]) -> Iterator[list[str]]:
    """For each way its name, and how many of the noes are marked: of all, and of those that other mail came before."""
    for name, way in WAYS.items():
        marked = [(bool(doubts_about(way(no), earlier)), bool(earlier)) for no, earlier in found]
        later = [is_marked for is_marked, follows in marked if follows]
        yield [name, str(Rate(sum(one for one, _ in marked), len(marked))), str(Rate(sum(later), len(later)))]


if __name__ == "__main__":
    main()
