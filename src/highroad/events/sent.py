"""What the user's own mail is: an application, a thank-you, a follow-up, a withdrawal, a yes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from highroad.events.details.closing import greeted
from highroad.events.details.names import plain
from highroad.events.details.persons import person_name
from highroad.events.event import Kind, Part, Person
from highroad.events.own_mail import most_telling, own_scores
from highroad.events.prepared import Prepared
from highroad.events.sent_said import Deed, Told, deeds
from highroad.events.verdict import in_a_mailbox
from highroad.mail.message import Address

# The first two were chosen on folds of our letters and on made-up mailboxes, see docs/measurements.md.
SAID = 100.0  # how many times as likely a kind is when a phrase says it
PRIVATE = 20.0  # of mail not plainly about work, a mailbox holds so many times as much private mail as our letters
SURE = 0.8  # the certainty from which we act unasked on what no phrase says
OWN_WORDS_CERTAIN = 0.9  # of what a phrase says: who wrote it is known, what it does is read
_MOST_SENTENCES = 40
_OFFICE = re.compile(
    r"no-?reply|do-?not-?reply|notif|system|support|info|jobs?\b|career|karriere|bewerb|recruit|talent|hiring|\bhr\b|personal\b"
    r"|team|office|kontakt|contact|hello|people|vacature|werkenbij|sollicit|emploi|candidat|recrut|rh\b|empleo|lavor"
    r"|carrier|vagas|selec|apply|application"
)
_COURTESY = frozenset({Deed.THANK_YOU, Deed.FOLLOW_UP})  # in the end of another mail they are only polite
_GRAVE = frozenset({Kind.APPLIED, Kind.WITHDRAWAL, Kind.ACCEPTED})  # they begin or end something
_EVERYDAY = frozenset({Kind.THANK_YOU, Kind.FOLLOW_UP, Kind.UPDATE})  # friends get such mail too
_HARMLESS = frozenset({Kind.APPLIED, Kind.THANK_YOU, Kind.FOLLOW_UP})  # they end nothing
_RANK = {deed: rank for rank, deed in enumerate(Deed)}
_KINDS = {
    Deed.WITHDRAWAL: Kind.WITHDRAWAL,
    Deed.REFUSED: Kind.WITHDRAWAL,
    Deed.ACCEPTED: Kind.ACCEPTED,
    Deed.THANK_YOU: Kind.THANK_YOU,
    Deed.FOLLOW_UP: Kind.FOLLOW_UP,
    Deed.APPLIED: Kind.APPLIED,
}


@dataclass(frozen=True, slots=True)
class SentReading:
    """The kind of a mail the user wrote, how likely that is right (0..1), the sentence that shows it, and to whom."""

    kind: Kind
    certainty: float
    sure: bool
    evidence: str | None
    to: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class _Done:
    """One thing the mail does, and where; place 0 is the subject."""

    deed: Deed
    place: int
    sentence: str


def read_sent(mail: Prepared, *, at_work: bool) -> SentReading:
    """What the mail does; an update when it does none of it, such as an answer about a date; other when private.

    What a phrase says counts beside what the model makes of the whole; `at_work` when words or thread are about work.
    """
    lines = (mail.subject, *mail.sentences[:_MOST_SENTENCES])
    told = [deeds(sentence, mail.language) for sentence in lines]
    said = _said(lines, told, sentences=len(mail.sentences)) if at_work else None
    chances = _chances(mail, said, _instead(told, at_work=at_work), at_work=at_work)
    kind = max(chances, key=lambda one: chances[one])
    if said and _KINDS[said.deed] is kind:
        return SentReading(kind, OWN_WORDS_CERTAIN, True, said.sentence, recipients(mail))
    sure = kind in _HARMLESS and chances[kind] >= SURE
    evidence = most_telling(mail, kind) if kind in _KINDS.values() else None
    return SentReading(kind, chances[kind], sure, evidence, recipients(mail))


def _said(lines: tuple[str, ...], told: list[Told], *, sentences: int) -> _Done | None:
    """The one thing that phrases say the mail does."""
    found = [
        _Done(deed, place, sentence)
        for place, (sentence, one) in enumerate(zip(lines, told, strict=True))
        for deed in one.done
        if deed is not Deed.REFUSED or not _asks(lines[place : place + 2])
    ]
    opening = [one for one in found if not _is_courtesy(one, found, sentences)]
    if not opening:
        return None
    first = min((one.deed for one in opening), key=_RANK.__getitem__)
    return max((one for one in opening if one.deed is first), key=lambda one: one.place > 0)


def _instead(told: list[Told], *, at_work: bool) -> dict[Kind, Kind]:
    """What a mail is taken for instead of what it cannot be.

    Who names a deed only to deny it, ask for it or think of it does nothing grave, but goes on about the application:
    "I do not want to withdraw". Where nothing is about work, thanks, questions and answers are private.
    """
    else_it_is = Kind.UPDATE if at_work else Kind.OTHER
    done = {_KINDS[deed] for one in told for deed in one.done}
    taken_back = any(one.undone - _COURTESY for one in told)
    grave = dict.fromkeys(_GRAVE - done, else_it_is) if taken_back else {}
    return grave if at_work else grave | dict.fromkeys(_EVERYDAY, else_it_is)


def _chances(mail: Prepared, said: _Done | None, instead: Mapping[Kind, Kind], *, at_work: bool) -> dict[Kind, float]:
    """What the model thinks, once it is told what phrases say."""
    thought = in_a_mailbox(own_scores(mail), ordinary=1.0 if at_work else PRIVATE)
    told = _KINDS[said.deed] if said else None
    weights = dict.fromkeys(thought, 0.0)
    for kind, chance in thought.items():
        weights[instead.get(kind, kind)] += chance * (SAID if kind is told else 1.0)
    whole = sum(weights.values())
    return {kind: weight / whole for kind, weight in weights.items()}


def _asks(lines: tuple[str, ...]) -> bool:
    """Who says no to an offer and asks something back goes on talking about it."""
    return any(line.rstrip().endswith("?") for line in lines)


def _is_courtesy(one: _Done, found: list[_Done], sentences: int) -> bool:
    """Whether a thank-you or a question only closes an application: it stands in the end of it.

    One sentence that asks and names an application asks about it; one that thanks and applies, applies.
    """
    until = one.place + (one.deed is Deed.THANK_YOU)
    applies = any(other.deed is Deed.APPLIED and 0 < other.place < until for other in found)
    return one.deed in _COURTESY and applies and one.place > max(1, sentences // 3)


def recipients(mail: Prepared) -> tuple[Person, ...]:
    """The people on the To line; a bare address takes the name the mail greets, and an office's is nobody's."""
    written_to = greeted(mail.text)
    everyone = mail.message.to
    people = [
        Person(_name(address, written_to, alone=len(everyone) == 1), address.email, Part.OTHER) for address in everyone
    ]
    return tuple(person for person in people if person.name or not _OFFICE.search(person.email.partition("@")[0]))


def _name(address: Address, written_to: str, *, alone: bool) -> str:
    if address.name:
        return person_name(address.name) or address.name
    first = next(iter(plain(written_to).split()), "")  # none in "Hi 🙂,"
    fits = alone and first and first in plain(address.email.partition("@")[0].replace(".", " "))
    return written_to.title() if fits else ""
