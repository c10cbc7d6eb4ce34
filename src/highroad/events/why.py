"""Why a mail was read as it was: the clauses that speak for its kind, and a no that stands only under an "if"."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from highroad.events.event import Kind, Reading
from highroad.events.finding import Finding
from highroad.events.prepared import Prepared, prepare
from highroad.events.readers import findings, rejection
from highroad.events.verdict import STRONG
from highroad.mail.message import Message

TELLING = 1.5  # the least weight of a clause that is worth a line
MOST = 4


@dataclass(frozen=True, slots=True)
class Sign:
    """A clause, unchanged, and what it says, in a few words."""

    quote: str
    why: str


@dataclass(frozen=True, slots=True)
class Why:
    """The clauses that speak most for the kind, heaviest first, the subject last; and where a no is only possible."""

    signs: tuple[Sign, ...]
    only_if: tuple[str, ...]


def why(message: Message, reading: Reading, *, own: bool = False) -> Why:
    """Both are empty where no clause speaks by itself, and for what the user wrote: `own`."""
    if own:
        return Why(signs=(), only_if=())
    mail = prepare(message)
    found = (one for one in findings(mail) if one.kind is reading.kind and one.weight >= TELLING)
    only_if = () if reading.kind is Kind.REJECTION else _only_if(mail)
    return Why(signs=tuple(_signs(found)), only_if=only_if)


def _signs(found: Iterable[Finding]) -> list[Sign]:
    heaviest = sorted(found, key=lambda one: (one.place < 0, -one.weight, one.place))
    said = {one.span: Sign(one.span, one.why) for one in reversed(heaviest)}
    return list(reversed(said.values()))[:MOST]


def _only_if(mail: Prepared) -> tuple[str, ...]:
    """Sentences that would be a plain no, did they not stand under a condition or speak of candidates in general."""
    said = tuple(replace(one, open=False, general=False) for one in mail.said if one.open or one.general)
    noes = (one.sentence for one in rejection.find(replace(mail, said=said)) if one.weight >= STRONG)
    return tuple(dict.fromkeys(noes))[:MOST]
