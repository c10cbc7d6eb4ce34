"""What the user's own mail is: an application, a thank-you, a follow-up, a withdrawal, a yes."""

import re
from dataclasses import dataclass
from functools import cache

from highroad.events.details import phrases
from highroad.events.details.closing import greeted
from highroad.events.details.flat import lay_flat
from highroad.events.details.names import plain
from highroad.events.details.persons import person_name
from highroad.events.event import Kind, Part, Person
from highroad.events.prepared import Prepared
from highroad.mail.message import Address
from highroad.words.content import load_toml

_LONGEST = 700  # letters of a sentence that are looked at
_MOST_SENTENCES = 40
_CONDITIONAL = re.compile(r"\b(?:if|should you|falls|wenn|sollten?|indien|mocht|caso)\b[^,;]{0,60}$")
_OFFICE = re.compile(
    r"no-?reply|do-?not-?reply|notif|system|support|info|jobs?\b|career|karriere|bewerb|recruit|talent|hiring|\bhr\b|personal\b"
    r"|team|office|kontakt|contact|hello|people|vacature|werkenbij|sollicit|emploi|candidat|recrut|rh\b|empleo|lavor"
    r"|carrier|vagas|selec|apply|application"
)
_LAST_LINES = 2  # a thank-you in the last sentences of another mail is a courtesy
_COURTESY = frozenset({Kind.THANK_YOU, Kind.FOLLOW_UP})


@dataclass(frozen=True, slots=True)
class SentReading:
    """The kind of a mail the user wrote, the sentence that shows it, and the people it went to."""

    kind: Kind
    evidence: str
    to: tuple[Person, ...]


@cache
def _ways(language: str | None) -> phrases.Phrases:
    """In the letter's own language and in English, which stands in letters of every language; else in all of them."""
    content = load_toml("highroad.events", "content/sent.toml")
    spoken = content[Kind.APPLIED].keys()
    tongues = {language, "en"} if language in spoken else spoken
    return phrases.phrases(
        {
            kind: [line for tongue, lines in told.items() if tongue in tongues for line in lines]
            for kind, told in content.items()
        }
    )


@cache
def _rank() -> dict[str, int]:
    return {kind: place for place, kind in enumerate(load_toml("highroad.events", "content/sent.toml"))}


def read_sent(mail: Prepared) -> SentReading | None:
    """What the mail does; None when it is about none of these, such as an answer about a date."""
    found = [
        (_rank()[tag], place, sentence)
        for place, sentence in enumerate((mail.subject, *mail.sentences[:_MOST_SENTENCES]))
        for tag in _tags(sentence, mail.language)
    ]
    opening = [entry for entry in found if not _is_courtesy(entry, found, len(mail.sentences))]
    if not opening:
        return None
    best = min(rank for rank, _, _ in opening)
    rank, _, evidence = max((entry for entry in opening if entry[0] == best), key=lambda entry: entry[1] > 0)
    kind = next(Kind(tag) for tag, place in _rank().items() if place == rank)
    return SentReading(kind, evidence, recipients(mail))


def _tags(sentence: str, language: str | None) -> set[str]:
    flat = lay_flat(sentence, longest=_LONGEST)
    return {
        hit.phrase.tag for hit in phrases.hits(_ways(language), flat) if not _CONDITIONAL.search(flat.low[: hit.start])
    }


def _is_courtesy(entry: tuple[int, int, str], found: list[tuple[int, int, str]], sentences: int) -> bool:
    """Whether a thank-you or a question only closes an application: it stands in the end of it.

    One sentence that asks and names an application asks about it; one that thanks and applies, applies.
    """
    rank, place, _ = entry
    until = place + (rank == _rank()[Kind.THANK_YOU])
    applies = any(other == _rank()[Kind.APPLIED] and 0 < before < until for other, before, _ in found)
    courtesy = {_rank()[kind] for kind in _COURTESY}
    return rank in courtesy and applies and place > max(1, sentences // 3)


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
    fits = written_to and (
        alone and plain(written_to).split()[0] in plain(address.email.partition("@")[0].replace(".", " "))
    )
    return written_to.title() if fits else ""
