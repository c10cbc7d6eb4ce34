"""What one mail says, made ready for its page; and the mails we are not sure about."""

from dataclasses import dataclass
from datetime import datetime

from highroad.app.codec import from_json
from highroad.app.models import CorrectionRow, EventRow, MessageRow, OwnerRow
from highroad.app.queries.applications import NotThere
from highroad.events.event import Kind, Person, Reading
from highroad.mail.message import Message
from highroad.rejections.explain import Said, explain

MAYBE_GOOD = {Kind.INTERVIEW, Kind.OFFER, Kind.ASSESSMENT}
NO_SETTLING = {Kind.OTHER, Kind.ALERT, Kind.OUTREACH, Kind.CONFIRMATION, Kind.UPDATE}


@dataclass(frozen=True, slots=True)
class Page:
    """Everything the page of one mail shows."""

    event_id: str
    kind: Kind
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


def page_of(owner: OwnerRow, event_id: str) -> Page:
    """The page of the mail behind this event; raises NotThere."""
    row = MessageRow.objects.filter(owner=owner, event_id=event_id, unreadable=False).first()
    if row is None:
        raise NotThere
    event = EventRow.objects.filter(owner=owner, event_id=event_id).select_related("application").first()
    reading = from_json(event.event["reading"] if event else row.reading, Reading)
    message = from_json(row.message, Message)
    explained = explain(message, reading)
    return Page(
        event_id=event_id,
        kind=reading.kind,
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
        settled=bool(event and (event.confirmed or _answered(owner, event_id))),
        application_id=event.application.application_id if event else "",
        may_be_good=reading.kind in MAYBE_GOOD and not reading.sure,
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


def unsure(owner: OwnerRow) -> list[EventRow]:
    """Mails that wait for the user's word, those that may be good news first."""
    rows = EventRow.objects.filter(owner=owner, sure=False, by_user=False, message__outgoing=False)
    answered = _answered_ids(owner)
    waiting = [
        row
        for row in rows.select_related("message", "application")
        if row.kind not in NO_SETTLING and row.event_id not in answered
    ]
    return sorted(waiting, key=lambda row: (row.kind not in MAYBE_GOOD, row.at is None, row.at or row.message.sent_at))


def _answered_ids(owner: OwnerRow) -> set[str]:
    said = CorrectionRow.objects.filter(owner=owner, undone_at=None, kind__in=["KindIs", "ConfirmedNo", "NotANo"])
    return set(said.values_list("correction__event_id", flat=True))


def _answered(owner: OwnerRow, event_id: str) -> bool:
    return event_id in _answered_ids(owner)
