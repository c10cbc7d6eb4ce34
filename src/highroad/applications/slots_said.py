"""What times an employer leaves the user to choose from: "Thursday at ten or Friday at two"."""

import re
from datetime import datetime

from highroad.events.details.flat import lay_flat
from highroad.events.details.when import happens_at, offered_slots
from highroad.events.event import Kind
from highroad.events.prepared import prepare
from highroad.mail.message import Message

_ASKS = re.compile(r"\?\s*$|\b(?:if|whether|ob|falls)\b", re.IGNORECASE)  # leaves the day to the answer


def slots_said(message: Message) -> tuple[datetime, ...]:
    """The moments an invitation names, soonest first; without a zone where it names none, empty below two."""
    mail = prepare(message)
    return offered_slots(lay_flat(mail.text), lay_flat(mail.subject), Kind.INTERVIEW, sent_at=message.sent_at)


def is_only_asked(message: Message) -> bool:
    """Whether the day it names stands in a question alone: "would Thursday work?" arranges nothing yet."""
    mail = prepare(message)
    if mail.appointment:
        return False
    said = "\n".join(sentence for sentence in mail.sentences if not _ASKS.search(sentence))
    return happens_at(lay_flat(said), lay_flat(mail.subject), Kind.INTERVIEW, sent_at=message.sent_at) is None
