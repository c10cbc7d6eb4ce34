"""What was really sent in one application, read for slips."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo

from django.db.models import Q
from django.db.models.query import QuerySet
from django.utils.timezone import localtime

from highroad.app.codec import from_json
from highroad.app.models import ApplicationRow, MessageRow, OutgoingRow, OwnerRow, ResumeRow
from highroad.app.queries.applications import application, as_value, whole
from highroad.applications.application import Application
from highroad.edges.english import read_english
from highroad.mail.body import own_words
from highroad.mail.message import Message
from highroad.steps.likely_not_you.paper import slips_on_paper
from highroad.words.proofread import proofread
from highroad.words.slip import LONGEST, Known, Letter, Slip, SlipKind

SHOWN = 40  # mails of one application that are read; more were never seen
TELLS = (SlipKind.FIRM, SlipKind.PERSON, SlipKind.PLACEHOLDER, SlipKind.ATTACHMENT)  # what a reader may have noticed
MOST_NAMES = 5_000  # of other applications
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a mail's words, and the slip they are, if any."""

    text: str
    slip: Slip | None = None


@dataclass(frozen=True, slots=True)
class Sent:
    """One mail the user sent, as they wrote it, with what was found in it."""

    to: str
    subject: str
    sent_at: datetime | None
    body: str
    attachments: tuple[str, ...] = ()
    slips: tuple[Slip, ...] = ()

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The body cut where a slip begins and ends."""
        pieces, at = [], 0
        for slip in self.slips:
            pieces += [Piece(self.body[at : slip.start]), Piece(self.body[slip.start : slip.end], slip)]
            at = slip.end
        return (*pieces, Piece(self.body[at:]))


@dataclass(frozen=True, slots=True)
class Read:
    """Everything that was sent in one application, read again."""

    id: str
    employer: str
    mails: tuple[Sent, ...]

    @property
    def slips(self) -> tuple[Slip, ...]:
        """All that was found."""
        return tuple(slip for mail in self.mails for slip in mail.slips)

    @property
    def telling(self) -> tuple[Slip, ...]:
        """What a reader may have noticed: a wrong name, a gap left open, nothing attached."""
        return tuple(slip for slip in self.slips if slip.kind in TELLS)


@dataclass(frozen=True, slots=True)
class Saved:
    """The résumé that is kept, read for slips. It need not be the one that was sent: files of mail are not kept."""

    added_at: datetime
    slips: tuple[Slip, ...]


def sent(owner: OwnerRow, some_id: str, *, zone: tzinfo | None) -> Read:
    """What the user sent in the application of this id or event; raises NotThere."""
    return sent_in(owner, as_value(application(owner, some_id)), zone=zone)


def sent_in(owner: OwnerRow, one: Application, *, zone: tzinfo | None) -> Read:
    """What the user sent in this application, the oldest first."""
    events = {"events__owner": owner, "events__application__application_id": one.id}
    rows = MessageRow.objects.filter(owner=owner, unreadable=False, **events).order_by("sent_at")
    mails = [(row.outgoing, from_json(row.message, Message)) for row in rows.distinct()]
    known = _known_of(owner, one, words=_words(mail.text for is_ours, mail in mails if not is_ours))
    brought = {mail.message_id for _, mail in mails}
    ours = [_of_mail(mail) for is_ours, mail in mails if is_ours]
    bodies = {" ".join(mail.body.split()) for mail in ours}
    left = (_of_outbox(row) for row in _outgoing(owner, one) if not row.message_id or row.message_id not in brought)
    ours += [text for text in left if " ".join(text.body.split()) not in bodies]
    in_order = sorted(ours, key=lambda mail: (mail.sent_at is not None, mail.sent_at))
    return Read(one.id, one.employer or "", tuple(_read(mail, known, zone) for mail in in_order[:SHOWN]))


def saved_resume(owner: OwnerRow) -> Saved | None:
    """The résumé read again; None when there is none. Names of the record are spelled as the record has them."""
    row = ResumeRow.objects.filter(owner=owner).first()
    if row is None:
        return None
    named = ApplicationRow.objects.filter(owner=owner).order_by().values_list("employer", "people__name").distinct()
    words = _words(name for names in named[:MOST_NAMES] for name in names if name)
    return Saved(row.added_at, slips_on_paper(row.text, Known(own_name=owner.name, words=words), english=read_english))


def slips_of_draft(owner: OwnerRow, draft: OutgoingRow) -> tuple[Slip, ...]:
    """What may be wrong in a text before it leaves. Nothing leaves with it, so a promised attachment is told."""
    row = _application_of(owner, draft)
    known = _known_of(owner, as_value(row)) if row else Known(own_name=owner.name)
    letter = Letter(draft.body, draft.to_name, localtime(draft.saved_at).date())
    return proofread(letter, known, english=read_english)


def _known_of(owner: OwnerRow, one: Application, *, words: frozenset[str] = frozenset()) -> Known:
    """What the record knows of an application and, to tell mistaken names, of all others."""
    people = tuple(person.name for person in one.people if person.name)
    others = ApplicationRow.objects.filter(owner=owner).exclude(application_id=one.id).order_by().distinct()
    told = list(others.values_list("employer", "people__name")[:MOST_NAMES])
    return Known(
        firm=one.employer or "",
        people=people,
        other_firms=tuple({employer for employer, _ in told} - {"", one.employer}),
        strangers=tuple({name for _, name in told if name} - set(people)),
        own_name=owner.name,
        words=words,
    )


def _of_mail(mail: Message) -> Sent:
    to = mail.to[0] if mail.to else None
    name = (to.name or to.email) if to else ""
    return Sent(name, mail.subject, mail.sent_at, own_words(mail.text).new, mail.attachments)


def _of_outbox(row: OutgoingRow) -> Sent:
    """A text that left through the outbox and did not come back with the mail yet; it carries no files."""
    return Sent(row.to_name or row.to_email, row.subject, row.sent_at, own_words(row.body).new)


def _read(mail: Sent, known: Known, zone: tzinfo | None) -> Sent:
    on = mail.sent_at.astimezone(zone).date() if mail.sent_at else None
    to = "" if "@" in mail.to else mail.to
    letter = Letter(mail.body, to, on, mail.attachments)
    return replace(mail, slips=proofread(letter, known, english=read_english))


def _outgoing(owner: OwnerRow, one: Application) -> QuerySet[OutgoingRow]:
    """Texts that left for this application: after its no, about it, or to somebody met in it."""
    ids = {one.id, *(event.id for event in one.events)}
    emails = {person.email for person in one.people if person.email}
    theirs = Q(recovery__event_id__in=ids) | Q(about__in=ids) | Q(recovery=None, to_email__in=emails)
    return OutgoingRow.objects.filter(theirs, owner=owner, state=OutgoingRow.State.SENT)


def _application_of(owner: OwnerRow, draft: OutgoingRow) -> ApplicationRow | None:
    """The application a draft belongs to; of somebody met in several, the latest."""
    event_id = draft.recovery.event_id if draft.recovery else draft.about
    theirs = Q(events__owner=owner, events__event_id=event_id) | Q(people__owner=owner, people__person_id=draft.about)
    return whole(ApplicationRow.objects.filter(theirs, owner=owner)).first() if event_id else None


def _words(texts: Iterable[str]) -> frozenset[str]:
    """Words that their own mails use: names of places and things are spelled as they spell them."""
    return frozenset(word.casefold() for text in texts for word in _WORD.findall(text[:LONGEST]))
