"""What one mail says, made ready for its page; and the mails we are not sure about."""

from dataclasses import dataclass, replace
from datetime import datetime

from django.core.paginator import Page, Paginator
from django.db.models import Case, F, QuerySet, When

from highroad.app.codec import from_json
from highroad.app.models import CorrectionRow, EventRow, MessageRow, OwnerRow
from highroad.app.queries.applications import NotThere
from highroad.app.queries.corrections import KINDS
from highroad.applications.as_said import as_said
from highroad.applications.called_off import as_told
from highroad.applications.correction import ConfirmedNo, Correction, EventEdited, KindIs, NotANo
from highroad.events.event import Kind, Person, Reading
from highroad.events.recognise import event_of
from highroad.mail.message import Message
from highroad.rejections.explain import Said, explain

MAYBE_GOOD = (Kind.INTERVIEW, Kind.OFFER, Kind.ASSESSMENT)
# What changes how an application stands.
SETTLED = (*MAYBE_GOOD, Kind.REJECTION, Kind.WAITLIST, Kind.WITHDRAWAL, Kind.ACCEPTED)
MAIL_TEXT = ("message__message", "message__reading")
A_PAGE = 20


@dataclass(frozen=True, slots=True)
class ReadMail:
    """Everything the page of one mail shows."""

    event_id: str
    kind: Kind
    calls_off: bool  # a talk
    certainty: str  # in words
    employer: str
    role: str
    stage: str
    came_at: datetime | None
    says: tuple[Said, ...]
    silences: tuple[str, ...]
    reason_quote: str
    people: tuple[Person, ...]
    problems: tuple[str, ...]
    sender: str
    subject: str
    mail: tuple[tuple[str, bool], ...]  # the text in spans, and whether each was quoted
    is_no: bool
    settled: bool
    application_id: str
    may_be_good: bool
    doubts: tuple[str, ...]  # why it may not come from whom it says
    sender_domain: str
    reply_domain: str


def page_of(owner: OwnerRow, event_id: str) -> ReadMail:
    """The page of the mail behind this event; raises NotThere."""
    row = MessageRow.objects.filter(owner=owner, event_id=event_id, unreadable=False).first()
    if row is None:
        raise NotThere
    event = EventRow.objects.filter(owner=owner, event_id=event_id).select_related("application").first()
    message = from_json(row.message, Message)
    said = _said_about(owner, event_id)
    doubts = tuple(event.event.get("doubts", ())) if event else ()
    reading = _as_it_stands(row, message, said)
    reading = replace(reading, sure=False) if doubts else reading
    settled = any(map(_settles, said))
    off = bool(event and event.calls_off)
    reading = replace(reading, kind=Kind.UPDATE) if off and not settled else reading
    explained = explain(message, reading)
    return ReadMail(
        event_id=event_id,
        kind=reading.kind,
        calls_off=off and reading.kind is Kind.UPDATE,
        certainty=certainty_words(reading),
        employer=(event.application.employer if event else reading.employer) or "",
        role=(event.application.role if event else reading.role) or "",
        stage=event.application.furthest_stage if event else (reading.stage or ""),
        came_at=row.sent_at,
        says=explained.says,
        silences=explained.does_not_say,
        reason_quote=reading.reason_quote or "",
        people=reading.people,
        problems=reading.problems,
        sender=row.sender,
        subject=row.subject,
        mail=marked(message.text, [said.quote for said in explained.says]),
        is_no=bool(event and event.is_no),
        settled=settled,
        application_id=event.application.application_id if event else "",
        may_be_good=reading.kind in MAYBE_GOOD and not reading.sure,
        doubts=doubts,
        sender_domain=message.sender.domain if message.sender else "",
        reply_domain=message.reply_domain,
    )


def certainty_words(reading: Reading) -> str:
    """How sure we are, as a key of the page's words."""
    if reading.sure:
        return "sure"
    return "likely" if reading.certainty >= 0.75 else "unsure"


def marked(text: str, quotes: list[str]) -> tuple[tuple[str, bool], ...]:
    """The text cut at the quoted spans, each once."""
    spans = [(text, False)]
    for quote in quotes:
        for index, (span, quoted) in enumerate(spans):
            if not quoted and quote in span:
                before, _, after = span.partition(quote)
                spans[index : index + 1] = [(before, False), (quote, True), (after, False)]
                break
    return tuple((span, quoted) for span, quoted in spans if span)


def unsure(owner: OwnerRow, *, number: str = "") -> tuple[Page[int], list[EventRow]]:
    """A page of the mails that wait for the user's word, those that may be good news first, then the latest."""
    may_be_good = Case(When(kind__in=MAYBE_GOOD, then=0), default=1)
    numbers = unsure_rows(owner).order_by(may_be_good, "-at", "event_id").values_list("pk", flat=True)
    page = Paginator(numbers, A_PAGE).get_page(number)
    events = EventRow.objects.select_related("application", "message").defer("event", *MAIL_TEXT)
    rows = events.annotate(doubts=F("event__doubts")).in_bulk(page)
    return page, [rows[one] for one in page]


def unsure_rows(owner: OwnerRow) -> QuerySet[EventRow]:
    """The events of mail that waits for the user's word; once they have said anything about one, it is sure."""
    return EventRow.objects.filter(owner=owner, sure=False, by_user=False, kind__in=SETTLED)


def _said_about(owner: OwnerRow, event_id: str) -> list[Correction]:
    rows = CorrectionRow.objects.filter(owner=owner, undone_at=None, correction__event_id=event_id).order_by("pk")
    return [from_json(row.correction, KINDS[row.kind]) for row in rows]


def _settles(said: Correction) -> bool:
    return isinstance(said, KindIs | ConfirmedNo | NotANo) or (isinstance(said, EventEdited) and said.kind is not None)


def _as_it_stands(row: MessageRow, message: Message, said: list[Correction]) -> Reading:
    """What was read, as the user corrected it; also of a mail that is in no application."""
    event = event_of(message, from_json(row.reading, Reading), outgoing=row.outgoing)
    (event,) = as_said([as_told(event, message)], said)
    return event.reading
