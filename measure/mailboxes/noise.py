"""Mail that belongs to no application: alerts, agencies that write unasked, newsletters, receipts, friends."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from measure.mailboxes import tongue
from measure.mailboxes.content import Content, Notice
from measure.mailboxes.letters import Address, Mail, Named, fill, first_named, message_id, role_names
from measure.mailboxes.people import address, names, plain
from measure.mailboxes.plan import Application, zone


def notices(name: str, written: Content, planned: Sequence[Application], count: int, dice: random.Random) -> list[Mail]:
    """So many mails; what is sent to many comes three times as often."""
    deck = [notice for notice in written.notices for _ in range(3 if notice.bulk else 1)]
    stock: list[Notice] = []
    while len(stock) < count:
        stock += dice.sample(deck, len(deck))
    people = names(written.pool, dice)
    met = {someone.name for application in planned for someone in application.cast.values()}
    strangers = (someone for someone in people if f"{someone[0]} {someone[1]}" not in met)
    mails = []
    for number, notice in enumerate(stock[:count], 1):
        moment = _moment(notice, written, dice)
        person = next(strangers) if notice.kind == "outreach" else ("", "", True)
        words = _slots(notice, written, planned, person, moment, dice)
        mails.append(_mail(name, number, notice, written, words, moment))
    return mails


def _moment(notice: Notice, written: Content, dice: random.Random) -> datetime:
    start = written.owner.start
    first = datetime(start.year, start.month, start.day, tzinfo=zone(written.owner.offset))
    day = first + timedelta(days=dice.randrange(written.owner.weeks * 7))
    hours = (0, 24) if notice.bulk else (8, 22)
    return day.replace(hour=dice.randrange(*hours), minute=dice.randrange(60), second=dice.randrange(60))


def _slots(
    notice: Notice,
    written: Content,
    planned: Sequence[Application],
    person: tuple[str, str, bool],
    sent: datetime,
    dice: random.Random,
) -> dict[str, str]:
    lang = written.owner.lang
    soon = sent + timedelta(days=dice.randrange(2, 15))
    soon = soon.replace(hour=dice.randrange(9, 19), minute=dice.choice((0, 15, 30, 45)))
    applied = dice.sample(planned, 2)
    unknown = dice.sample(written.others, 2)
    role, role2 = (application.role for application in dice.sample(planned, 2))
    advertised = notice.kind == "alert" and dice.random() < 0.5
    newsletter = "{employer_domain}" in notice.sender
    employer = applied[0].employer.name if advertised or newsletter else unknown[0]
    domain = applied[0].employer.domains[0] if advertised or newsletter else f"{plain(unknown[0])}.example"
    desk = f"{plain(notice.agency)}.example" if notice.agency else domain
    picks = {slot: dice.choice(options) for slot, options in written.picks.items()}
    return picks | {
        "employer": employer,
        "employer2": unknown[1],
        "employer_domain": domain,
        "role": role,
        "role2": role2,
        "place": applied[1].employer.place,
        "day": tongue.day(soon, lang),
        "time": tongue.clock(soon, lang),
        "n": str(dice.randrange(2, 9)),
        "many": str(dice.randrange(21, 480)),
        "person": f"{person[0]} {person[1]}",
        "person_first": person[0],
        "person_mail": address(person[0], person[1], desk) if person[0] else "",
    }


def _mail(name: str, number: int, notice: Notice, written: Content, words: Mapping[str, str], moment: datetime) -> Mail:
    owner = Address(written.owner.name, written.owner.email)
    other = _address(fill(notice.to if notice.own else notice.sender, words))
    subject, text = fill(notice.subject, words), fill(notice.body, words)
    mail = Mail(
        id=message_id(f"{name} notice {number}", owner.email if notice.own else other.email),
        sender=owner if notice.own else other,
        to=other if notice.own else owner,
        date=moment,
        subject=subject,
        text=text,
        outgoing=notice.own,
        bulk=notice.bulk,
        kind="" if notice.own else notice.kind,
        act="private" if notice.own else "",
    )
    return _approached(mail, notice, words) if notice.kind == "outreach" else mail


def _approached(mail: Mail, notice: Notice, words: Mapping[str, str]) -> Mail:
    """A mail of somebody who writes unasked, with whom and what it names."""
    texts = (mail.sender.name, mail.subject, mail.text)
    seen = "\n".join((str(mail.sender), mail.text))
    email = words["person_mail"] if words["person_mail"] in seen else ""
    return replace(
        mail,
        employer=first_named(texts, [words["employer"]]),
        role=first_named(texts, role_names(words["role"])),
        people=(Named(words["person"], email, notice.part),) if words["person"] in seen else (),
    )


def _address(words: str) -> Address:
    name, _, email = words.rstrip(">").rpartition("<")
    return Address(name.strip(), email)
