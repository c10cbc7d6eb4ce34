"""How each application is told, mail after mail, so that a careful reader could always tell where a mail belongs."""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from measure.mailboxes import tongue
from measure.mailboxes.content import Content, Letter
from measure.mailboxes.letters import (
    ACTS,
    KINDS,
    Address,
    Mail,
    Named,
    Thread,
    Unfit,
    bare,
    fill,
    first_named,
    invitation,
    message_id,
    named_people,
    quotation,
    role_names,
    sender,
    slots,
)
from measure.mailboxes.people import PARTS, Someone
from measure.mailboxes.plan import Application

_DAYS = {
    "confirmation": (0.01, 1.5),
    "update": (4, 20),
    "screen": (4, 18),
    "interview": (4, 20),
    "final": (2, 9),
    "moved": (0.3, 2),
    "assessment": (3, 12),
    "no": (3, 45),
    "no_talk": (2, 24),
    "waitlist": (4, 18),
    "offer": (2, 10),
    "withdrawal": (0.1, 3),
    "apply": (0.2, 2),
    "reply": (0.05, 1),
    "thanks": (0.1, 1.2),
    "chase": (12, 26),
    "withdraw": (3, 12),
    "decline": (1, 4),
    "accept": (1, 3),
}
_AFTER_THE_TALK = {"thanks", "no_talk", "waitlist", "offer", "final", "chase", "update"}
_MEETINGS = {"screen", "interview", "final", "moved"}


class Story:
    """Tells the applications of one mailbox."""

    def __init__(self, written: Content, planned: Sequence[Application], dice: random.Random) -> None:
        self.written = written
        self.planned = planned
        self.dice = dice
        self.used: Counter[Letter] = Counter()
        self.sent = 0
        self.roles = Counter(role_names(application.role)[-1] for application in planned)

    def tell(self, application: Application) -> list[Mail]:
        """The mails of one application, in order."""
        thread = Thread(application, application.employer.lang)
        for table in application.steps:
            mail = self._mail(table, thread)
            if mail:
                thread.mails.append(mail)
        return thread.mails

    def _mail(self, table: str, thread: Thread) -> Mail | None:
        """The least used letter that fits and can be told apart; nothing where there is nobody to write to."""
        letters = self._shelf(table, thread)
        fitting = []
        for letter in letters:
            try:
                mail = self._write(letter, thread)
            except Unfit:
                continue
            if self._is_clear(mail, thread):
                return self._send(letter, mail, thread)
            fitting.append((letter, mail))
        if not fitting and table in ACTS and thread.mails:
            return None
        if not fitting:
            raise LookupError(f"{table} for {thread.application.id} in {thread.lang}")
        letter, mail = fitting[0]
        return self._send(letter, self._tied(mail, thread), thread)

    def _shelf(self, table: str, thread: Thread) -> list[Letter]:
        application = thread.application
        stock = [letter for letter in self.written.letters if letter.table == table]
        stock = [letter for letter in stock if letter.lang == thread.lang] or stock
        if application.employer.agency:
            stock = [one for one in stock if one.agency] or [one for one in stock if _fits_agency(one, table)]
        else:
            stock = [one for one in stock if not one.agency]
        numbered = application.ref and table == "confirmation"
        ranked = [
            (bool(numbered and "{ref}" not in one.body + one.subject), self.used[one], self.dice.random(), at)
            for at, one in enumerate(stock)
        ]
        return [stock[at] for *_, at in sorted(ranked)]

    def _send(self, letter: Letter, mail: Mail, thread: Thread) -> Mail:
        self.used[letter] += 1
        self.sent += 1
        thread.now = mail.date
        if letter.table in _MEETINGS:
            thread.meeting = self._meeting(mail.date)
        if not mail.outgoing and self._may_be_forwarded(letter, thread):
            return self._forwarded(mail, thread)
        return mail

    # --- one mail

    def _write(self, letter: Letter, thread: Thread) -> Mail:
        own = letter.table in ACTS
        _must_fit(letter, thread)
        sent = self._when(letter, thread)
        words = self._slots(letter, thread, sent)
        text = fill(letter.body, words)
        above = None if letter.subject else _answered(thread, own)
        subject = (
            fill(letter.subject, words) or f"{tongue.reply_mark(thread.lang)}: {bare(above.subject if above else '')}"
        )
        if thread.application.fixed_subject and thread.heard and not own:
            subject = thread.heard[0].subject
        mail = self._own(letter, thread, text, subject) if own else self._theirs(letter, thread, text, subject)
        mail = replace(mail, date=sent, id=self._id(mail, thread))
        return self._noted(self._threaded(mail, above, thread), thread)

    def _theirs(self, letter: Letter, thread: Thread, text: str, subject: str) -> Mail:
        application, owner = thread.application, self.written.owner
        who = application.cast.get(letter.by)
        origin = sender(letter, application, thread.lang, not letter.subject, self.dice)
        calendar = invitation(letter, application, owner, self._meeting(thread.now), subject)
        seen = f"{origin}\n{text}\n{calendar}"
        return Mail(
            id="",
            sender=origin,
            to=Address(owner.name, owner.email),
            date=thread.now,
            subject=subject,
            text=text,
            invitation=calendar,
            application=application.id,
            kind=KINDS[letter.table],
            people=named_people(letter, application.cast, who, seen),
            person=who,
        )

    def _own(self, letter: Letter, thread: Thread, text: str, subject: str) -> Mail:
        application, owner = thread.application, self.written.owner
        to, who = self._addressee(letter, thread)
        return Mail(
            id="",
            sender=Address(owner.name, owner.email),
            to=to,
            date=thread.now,
            subject=subject,
            text=text,
            outgoing=True,
            application=application.id,
            act=ACTS[letter.table],
            people=named_people(letter, application.cast, who, f"{to}\n{text}"),
        )

    def _addressee(self, letter: Letter, thread: Thread) -> tuple[Address, Someone | None]:
        application, partner = thread.application, thread.answerable
        if letter.to:
            someone = application.cast[letter.to]
            if not any(someone.name in mail.words for mail in thread.heard):
                raise Unfit(letter.to)
            return Address(someone.name, someone.email), someone
        if partner and partner.person:
            return Address(partner.person.name, partner.sender.email), partner.person
        if application.employer.agency:
            someone = application.cast["recruiter"]
            return Address(someone.name, someone.email), someone
        return Address("", f"jobs@{application.employer.domains[0]}"), None

    def _threaded(self, mail: Mail, above: Mail | None, thread: Thread) -> Mail:
        """The mail as an answer, unless the thread was lost on the way."""
        if above is None:
            return mail
        lost = self.dice.random() < 0.12
        quotes = self.dice.random() < (0.3 if lost else 0.7)
        quote = quotation(above, thread.lang, self.dice.randrange(3)) if quotes else ""
        return replace(
            mail,
            references=() if lost else (*above.references, above.id),
            quote=quote,
            quoted_people=_quoted(above, mail, quote),
            traits=("lost_thread",) if lost else ("answer",),
        )

    def _tied(self, mail: Mail, thread: Thread) -> Mail:
        """The mail, set into the thread because nothing else would tell where it belongs."""
        last = thread.mails[-1]
        return replace(mail, references=(*last.references, last.id), traits=(*mail.traits, "tied"))

    def _forwarded(self, mail: Mail, thread: Thread) -> Mail:
        letter = self.dice.choice([one for one in self.written.letters if one.table == "forward"])
        name, _, email = letter.by.rstrip(">").partition(" <")
        to = Address(self.written.owner.name, self.written.owner.email)
        head = tongue.forward(str(mail.sender), mail.date, email, mail.subject, thread.lang)
        return replace(
            mail,
            sender=Address(name, email),
            to=to,
            date=mail.date + timedelta(hours=3),
            subject=f"Fwd: {mail.subject}",
            text=letter.body,
            quote=f"{head}\n\n{mail.text}",
            invitation="",
            people=tuple(one for one in mail.people if one.name in mail.text or one.name in head),
            traits=(*mail.traits, "forwarded"),
            person=None,
        )

    def _may_be_forwarded(self, letter: Letter, thread: Thread) -> bool:
        whole = bool(letter.subject) and letter.by not in PARTS and not thread.application.fixed_subject
        return whole and len(thread.mails) > 0 and self.dice.random() < 0.08

    # --- what is true of it

    def _noted(self, mail: Mail, thread: Thread) -> Mail:
        application = thread.application
        texts = (mail.sender.name, mail.subject, mail.text, mail.quote, mail.invitation)
        mail = replace(
            mail,
            employer=first_named(texts, application.employer.names),
            role=first_named(texts, role_names(application.role)),
        )
        return replace(mail, traits=(*mail.traits, *_traits(mail, application)))

    def _is_clear(self, mail: Mail, thread: Thread) -> bool:
        """Whether a careful reader can tell where the mail belongs."""
        application = thread.application
        siblings = [one for one in self.planned if one is not application and one.near(application)]
        house = {"employer", *application.employer.domains}
        new = _clues(mail, application)
        if not thread.mails:
            return bool(new & {"role", "number"}) or (not siblings and bool(new & house))
        if set(mail.references) & {one.id for one in thread.mails}:
            return True
        shared = new & {clue for one in thread.mails for clue in _clues(one, application)}
        others = {who.name for one in self.planned if one is not application for who in one.cast.values()}
        own_role = self.roles[role_names(application.role)[-1]] == 1
        return bool(
            "number" in shared
            or any(clue not in others for clue in shared - house - {"role", "number"})
            or ("role" in shared and (shared & house or own_role))
            or (shared & house and not siblings)
        )

    # --- slots and times

    def _slots(self, letter: Letter, thread: Thread, sent: datetime) -> dict[str, str]:
        application = thread.application
        words = slots(thread, letter.lang, sent, self._meeting(sent), self.dice)
        elsewhere = [
            one for one in self.planned if one.employer is not application.employer and not one.employer.agency
        ]
        beside = [one for one in self.planned if one is not application and one.near(application)]
        nearest = sorted(elsewhere, key=lambda one: abs(one.start - sent))[:6]
        words["other_employer"] = self.dice.choice(nearest).employer.name
        if beside:
            words["sibling_role"] = beside[0].role
        return words

    def _when(self, letter: Letter, thread: Thread) -> datetime:
        if not thread.mails:
            return thread.now
        base = thread.now
        if thread.meeting and letter.table in _AFTER_THE_TALK:
            base = max(base, thread.meeting)
        least, most = _DAYS[letter.table]
        moment = base + timedelta(days=self.dice.uniform(least, most))
        if letter.by == "system" and letter.table not in ACTS:
            return moment.replace(second=self.dice.randrange(60), microsecond=0)
        waking = moment.replace(hour=self.dice.randrange(8, 19), minute=self.dice.randrange(60), microsecond=0)
        if letter.table not in ACTS and waking.weekday() > 4:
            waking += timedelta(days=7 - waking.weekday())
        return waking if waking > base else base + timedelta(minutes=self.dice.randrange(20, 200))

    def _meeting(self, sent: datetime) -> datetime:
        """A working day soon after; the same for everything that is said in one mail."""
        dice = random.Random(f"{sent:%Y%m%d%H%M}")
        day = sent + timedelta(days=dice.randrange(4, 11))
        day += timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)
        return day.replace(hour=dice.randrange(9, 17), minute=dice.choice((0, 15, 30, 45)), second=0, microsecond=0)

    def _id(self, mail: Mail, thread: Thread) -> str:
        return message_id(f"{thread.application.id} {self.sent}", mail.sender.email)


def _must_fit(letter: Letter, thread: Thread) -> None:
    """Refuse a letter that speaks of a talk, or of mail, that there was not."""
    if letter.needs == "talk" and thread.meeting is None:
        raise Unfit("no talk")
    if letter.needs == "mail" and not (thread.application.by_mail and len(thread.mails) == 1):
        raise Unfit("no mail")
    if letter.needs == "refusal" and not any(mail.act == "refusal" for mail in thread.mails):
        raise Unfit("no refusal")


def _fits_agency(letter: Letter, table: str) -> bool:
    return table in ACTS or letter.by == "recruiter"


def _answered(thread: Thread, own: bool) -> Mail:
    """The mail that a letter without a subject answers."""
    if own:
        if thread.answerable is None:
            raise Unfit("nobody to answer")
        return thread.answerable
    if not thread.mails:
        raise Unfit("nothing to answer")
    mine = [mail for mail in thread.mails if mail.outgoing]
    above = mine[-1] if mine else thread.answerable
    if above is None:
        raise Unfit("nothing to answer")
    return above


def _quoted(above: Mail, mail: Mail, quote: str) -> tuple[Named, ...]:
    """Who stands in the quotation alone, as it names them."""
    known = {one.name for one in mail.people}
    found = []
    for one in above.people:
        name = next((name for name in (one.name, one.name.split()[0]) if name in quote), "")
        if name and one.name not in known:
            found.append(Named(name, one.email if one.email in quote else "", one.part))
    return tuple(found)


def _clues(mail: Mail, application: Application) -> set[str]:
    found = {one.name for one in mail.people if " " in one.name}
    hosts = {mail.sender.email.rpartition("@")[2], mail.to.email.rpartition("@")[2]}
    found |= hosts & set(application.employer.domains)
    if mail.employer:
        found.add("employer")
    if mail.role:
        found.add("role")
    if application.ref and application.ref in mail.words:
        found.add("number")
    return found


def _traits(mail: Mail, application: Application) -> tuple[str, ...]:
    """What makes the mail hard, or at least worth counting apart."""
    numbered = bool(application.ref) and application.ref in mail.words
    facts = {
        "quoted": bool(mail.quote),
        "invitation": bool(mail.invitation),
        "one_line": len(mail.text) < 100,
        "no_employer": not mail.employer,
        "no_role": not mail.role,
        "number_only": numbered and not mail.employer and not mail.role,
        "agency": bool(application.employer.agency),
        "fixed_subject": application.fixed_subject,
    }
    return tuple(fact for fact, true in facts.items() if true)
