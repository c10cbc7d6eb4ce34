"""How a letter becomes a mail: slots filled, subject and sender chosen, earlier mail quoted, people noted."""

import random
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from measure.mailboxes import tongue
from measure.mailboxes.content import Letter, Owner
from measure.mailboxes.people import PARTS, Someone, token
from measure.mailboxes.plan import Application

KINDS = {
    "confirmation": "confirmation",
    "update": "update",
    "screen": "interview",
    "interview": "interview",
    "final": "interview",
    "moved": "interview",
    "assessment": "assessment",
    "no": "rejection",
    "no_talk": "rejection",
    "waitlist": "waitlist",
    "offer": "offer",
    "withdrawal": "withdrawal",
    "outreach": "outreach",
}
ACTS = {
    "apply": "application",
    "reply": "answer",
    "thanks": "thanks",
    "chase": "question",
    "withdraw": "withdrawal",
    "decline": "refusal",
    "accept": "acceptance",
}
_SLOT = re.compile(r"\{(\w+)\}")
_REPLY = re.compile(r"^(?:(?:re|aw|fw|fwd|wg|tr)\s*:\s*)+", re.IGNORECASE)


@dataclass(frozen=True)
class Address:
    """A display name and an address."""

    name: str
    email: str

    def __str__(self) -> str:
        return f"{self.name} <{self.email}>" if self.name else self.email


@dataclass(frozen=True)
class Named:
    """A person as a mail names them."""

    name: str
    email: str
    part: str


@dataclass(frozen=True)
class Mail:
    """One mail, before it is set in bytes, with what is true of it."""

    id: str
    sender: Address
    to: Address
    date: datetime
    subject: str
    text: str
    quote: str = ""
    references: tuple[str, ...] = ()
    invitation: str = ""
    outgoing: bool = False
    bulk: bool = False
    application: str = ""
    kind: str = ""
    act: str = ""
    employer: str = ""
    role: str = ""
    people: tuple[Named, ...] = ()
    quoted_people: tuple[Named, ...] = ()
    traits: tuple[str, ...] = ()
    person: Someone | None = None

    @property
    def words(self) -> str:
        """All that can be read in it."""
        return "\n".join((self.sender.name, self.subject, self.text, self.quote, self.invitation))


@dataclass
class Thread:
    """What has been written in one application so far."""

    application: Application
    lang: str
    mails: list[Mail] = field(default_factory=list)
    now: datetime = field(init=False)
    meeting: datetime | None = None

    def __post_init__(self) -> None:
        self.now = self.application.start

    @property
    def heard(self) -> list[Mail]:
        """What came in."""
        return [mail for mail in self.mails if not mail.outgoing]

    @property
    def answerable(self) -> Mail | None:
        """The last mail by a person that came in."""
        return next((mail for mail in reversed(self.heard) if mail.person), None)


class Unfit(Exception):
    """The letter has a slot that cannot be filled here."""


def bare(subject: str) -> str:
    """A subject without the marks of answers."""
    return _REPLY.sub("", subject)


def fill(text: str, slots: Mapping[str, str]) -> str:
    """The text with its slots filled."""

    def put(found: re.Match[str]) -> str:
        if found[1] not in slots:
            raise Unfit(found[1])
        return slots[found[1]]

    return _SLOT.sub(put, text)


def role_names(role: str) -> tuple[str, ...]:
    """The spellings of a role: with and without what stands in brackets."""
    return tuple(dict.fromkeys((role, re.sub(r"\s*\([^)]*\)", "", role).strip())))


def first_named(texts: Iterable[str], names: Iterable[str]) -> str:
    """The longest of the names that stands in the first text which has any of them."""
    longest = sorted(names, key=len, reverse=True)
    for text in texts:
        for name in longest:
            if re.search(rf"(?<![\w@.-]){re.escape(name)}(?![\w@]|-\d)", text):
                return name
    return ""


def slots(thread: Thread, lang: str, sent: datetime, meeting: datetime, dice: random.Random) -> dict[str, str]:
    """The slots that every letter of an application may have, in the language of the letter."""
    application = thread.application
    employer = application.employer
    words = {
        "employer": employer.name,
        "firm": dice.choice(employer.names),
        "role": application.role,
        "place": employer.place,
        "day": tongue.day(meeting, lang),
        "time": tongue.clock(meeting, lang),
        "deadline": tongue.date(sent + timedelta(days=dice.randrange(6, 13)), lang),
        "n": str(dice.randrange(2, 9)),
        "many": str(dice.randrange(70, 420)),
    }
    if application.ref:
        words["ref"] = application.ref
    if employer.agency:
        words["agency"] = employer.agency
    for seat, someone in application.cast.items():
        words |= _person_slots(seat, someone, lang)
    partner = thread.answerable
    if partner and partner.person:
        words |= _person_slots("by", partner.person, lang)
    return words


def named_people(letter: Letter, cast: Mapping[str, Someone], writer: Someone | None, words: str) -> tuple[Named, ...]:
    """Who is named by the writer, the slots and the invitation."""
    used = set(_SLOT.findall(letter.body + letter.subject))
    found = [] if writer is None else [_named(writer, writer.name, words)]
    for seat in PARTS:
        someone = cast[seat]
        if someone is writer:
            continue
        if seat in used or seat in letter.ics:
            found.append(_named(someone, someone.name, words))
        elif f"{seat}_first" in used:
            found.append(_named(someone, someone.first, words))
        elif used & {f"{seat}_last", f"{seat}_formal", f"{seat}_dear"}:
            found.append(_named(someone, someone.last, words))
    return tuple(found)


def quotation(mail: Mail, lang: str, manner: int) -> str:
    """The mail as an answer quotes it."""
    if manner == 0:
        head = tongue.block(str(mail.sender), mail.date, mail.to.email, mail.subject, lang)
        return f"{head}\n\n{mail.text}"
    lines = "\n".join(f"> {line}".rstrip() for line in mail.text.splitlines())
    return f"{tongue.wrote(mail.date, str(mail.sender), lang)}\n\n{lines}\n"


def invitation(letter: Letter, application: Application, owner: Owner, meeting: datetime, summary: str) -> str:
    """The calendar part of an invitation."""
    if not letter.ics:
        return ""
    organizer, *guests = (application.cast[seat] for seat in letter.ics)
    lines = [
        "BEGIN:VCALENDAR",
        "PRODID:-//Meetings//EN",
        "VERSION:2.0",
        "METHOD:REQUEST",
        "BEGIN:VEVENT",
        f"UID:{token(application.id)}@{application.employer.domains[0]}",
        f"DTSTAMP:{meeting:%Y%m%d}T060000Z",
        f"DTSTART:{meeting:%Y%m%dT%H%M%S}",
        f"DTEND:{meeting + timedelta(minutes=45):%Y%m%dT%H%M%S}",
        f"SUMMARY:{_escaped(summary)}",
        f"ORGANIZER;CN={organizer.name}:mailto:{organizer.email}",
        *(
            f"ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;CN={guest.name}:mailto:{guest.email}"
            for guest in guests
        ),
        f"ATTENDEE;ROLE=REQ-PARTICIPANT;RSVP=TRUE;CN={owner.name}:mailto:{owner.email}",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "\n".join(lines) + "\n"


def sender(letter: Letter, application: Application, lang: str, answers: bool, dice: random.Random) -> Address:
    """Who stands in the From line."""
    if letter.by in PARTS:
        someone = application.cast[letter.by]
        if application.relay and not answers and dice.random() < 0.45:
            named = dice.random() < 0.5
            name = f"{someone.name} ({dice.choice(application.employer.names)})" if named else someone.name
            return Address(name, application.relay)
        return Address(someone.name, someone.email)
    name = dice.choice(tongue.nobodies(lang))
    if application.system_named or (letter.by == "team" and dice.random() < 0.5):
        name = dice.choice(tongue.teams(lang)).format(dice.choice(application.employer.names))
    if letter.by == "team" and (application.by_mail or not application.system):
        return Address(name, f"jobs@{application.employer.domains[0]}")
    return Address(name, application.no_reply)


def message_id(seed: str, host: str) -> str:
    """A Message-ID that tells nothing."""
    return f"<{token(seed)}@{host.rpartition('@')[2]}>"


def _person_slots(seat: str, someone: Someone, lang: str) -> dict[str, str]:
    return {
        seat: someone.name,
        f"{seat}_first": someone.first,
        f"{seat}_last": someone.last,
        f"{seat}_mail": someone.email,
        f"{seat}_formal": tongue.formal(someone.last, someone.woman, lang),
        f"{seat}_dear": tongue.dear(someone.last, someone.woman, lang),
    }


def _named(someone: Someone, name: str, words: str) -> Named:
    return Named(name, someone.email if someone.email in words else "", someone.part)


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
