"""What times an employer leaves the user to choose from: "Thursday at ten or Friday at two"."""

from datetime import datetime

from highroad.events.details.flat import lay_flat
from highroad.events.details.when import offered_slots
from highroad.events.event import Kind
from highroad.events.prepared import prepare
from highroad.mail.message import Message


def slots_said(message: Message) -> tuple[datetime, ...]:
    """The moments an invitation names, soonest first; without a zone where it names none, empty below two."""
    mail = prepare(message)
    return offered_slots(lay_flat(mail.text), lay_flat(mail.subject), Kind.INTERVIEW, sent_at=message.sent_at)
