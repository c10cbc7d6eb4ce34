"""Whom a mail speaks for and about which role: lays the mail out, and lets the ranker choose among all names in it."""

import re
from dataclasses import dataclass

from highroad.events.details.closing import greeted
from highroad.events.details.employer import employers
from highroad.events.details.flat import unwrapped
from highroad.events.details.hosts import domain_stem, tenant
from highroad.events.details.laid import Laid, Zone, lay_out
from highroad.events.details.names import plain
from highroad.events.details.numbers import posting_number
from highroad.events.details.persons import is_given_name, person_name
from highroad.events.details.ranker import chosen, worth
from highroad.events.details.role import roles
from highroad.events.prepared import Prepared
from highroad.mail.message import Address

_SUBJECT_LETTERS = 300
_TEXT_LETTERS = 4000
_SIGNATURE_LETTERS = 1200
_ENTRY_LETTERS = 1200
_QUOTED_LETTERS = 2500
_MOST_USERS = 20
_ADDRESS = re.compile(r"\S@\S")


@dataclass(frozen=True, slots=True)
class Posting:
    """What a mail names, as it writes it; None for what it does not name."""

    employer: str | None = None
    role: str | None = None
    requisition: str | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """What names are looked for in."""

    laid: Laid
    address: str  # the employer's part of the sender's address, small letters
    strangers: frozenset[str]  # names of people, small letters: who writes, who signs, the user
    language: str = ""


def posting(mail: Prepared, ground: Ground) -> Posting:
    """What the mail itself names; where it names nothing, what the mail it answers named."""
    employer, role = _named(ground)
    if mail.quoted and not (employer and role):
        earlier = _named(
            Ground(_laid(Zone.BODY, mail.quoted[:_QUOTED_LETTERS]), ground.address, ground.strangers, ground.language)
        )
        employer, role = employer or earlier[0], role or earlier[1]
    number = posting_number(mail.subject[:_SUBJECT_LETTERS], mail.text[:_TEXT_LETTERS], role=role)
    return Posting(employer or None, role or None, number)


def own_words(mail: Prepared, *, sender: Address | None, signers: tuple[str, ...]) -> Ground:
    """The mail without what it quotes, laid out."""
    text = mail.text[:_TEXT_LETTERS]
    end = text.rfind("\n" + signers[0]) if signers else -1
    body, closing = (text[:end], text[end:]) if end > 0 else (text, "")
    laid = lay_out(
        (
            (Zone.SENDER, sender.name if sender and not _ADDRESS.search(sender.name) else ""),
            (Zone.SUBJECT, unwrapped(mail.subject[:_SUBJECT_LETTERS])),
            *_entry(mail),
            (Zone.BODY, unwrapped(body)),
            (Zone.CLOSING, unwrapped(f"{closing}\n{mail.signature[:_SIGNATURE_LETTERS]}")),
        )
    )
    return Ground(laid, _mark(sender), _strangers(mail, sender, signers), mail.language or "")


def _entry(mail: Prepared) -> tuple[tuple[Zone, str], ...]:
    """The title and the words of the calendar part, where the mail itself leaves them out."""
    if mail.appointment is None:
        return ()
    told = ((Zone.SUBJECT, mail.appointment.title), (Zone.BODY, mail.appointment.text[:_ENTRY_LETTERS]))
    return tuple((zone, unwrapped(text)) for zone, text in told if text not in f"{mail.subject}\n{mail.text}")


def _laid(zone: Zone, text: str) -> Laid:
    return lay_out(((zone, unwrapped(text)),))


def _named(ground: Ground) -> tuple[str, str]:
    """The employer and the role that were chosen, as written; empty where there is none."""
    laid, people = ground.laid, ground.strangers
    firms = employers(laid, address=ground.address, strangers=people)
    firm = chosen(firms, worth("employer"))
    titles = roles(laid, employer=firm, strangers=people, language=ground.language)
    title = chosen(titles, worth("role"))
    return (
        laid.written(*firms[firm].spans[0]) if firm else "",
        laid.written(*titles[title].spans[0]) if title else "",
    )


def _mark(sender: Address | None) -> str:
    """What the address tells of the employer: its own domain, or its name at a hiring system."""
    return (sender and (domain_stem(sender.domain) or tenant(sender.email))) or ""


def _strangers(mail: Prepared, sender: Address | None, signers: tuple[str, ...]) -> frozenset[str]:
    """Names of people that could be taken for an employer's: who signs, who sends, the user."""
    first = signers[0].split(",")[0].strip() if signers else ""
    shown = sender.name if sender else ""
    people = [name for name in (first, shown) if person_name(name) and _is_persons(name, sender)]
    users = [address.name for address in mail.message.to[:_MOST_USERS] if address.name]
    written_to = greeted(mail.text)
    return frozenset(map(str.lower, (*people, *users, *filter(None, (written_to, *written_to.split())))))


def _is_persons(name: str, sender: Address | None) -> bool:
    """Whether what could be a firm's name is a person's: a given name begins it, or it begins the address."""
    words = plain(name).split()
    if is_given_name(words[0]):
        return True
    local, _, domain = sender.email.partition("@") if sender else ("", "", "")
    told = [word for word in words if len(word) > 2]
    return any(word in local for word in told) and not any(word in domain for word in told)
