"""Mail that Ana got and wrote, and a way to put it into the record as an import or a paste would."""

from datetime import timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from functools import cache

from highroad.app.actions.mail import store_message
from highroad.app.actions.record import rebuild_touched
from highroad.app.models import OwnerRow
from highroad.events.event import Reading
from highroad.events.recognise import read
from highroad.mail.message import Address, Message
from highroad.mail.parse import parse
from tests.cast import ANA, EMPLOYER, NOOR, NOW, ROLE, SAM

MINE = frozenset({ANA.email})
CAREERS = Address("Careers", "careers@brightmoor.example")

CONFIRMED = (
    "Dear Ana,\n\nThank you for applying for the {role} position at {employer}. We have received your application."
)
INVITED = (
    "Hi Ana,\n\nWe would like to invite you to an interview for the {role} role at {employer}. "
    "Would Thursday at 10 work for you?"
)
FINAL = "Hi Ana,\n\nWe would like to invite you to the final round for the {role} role at {employer}."
REFUSED = (
    "Dear Ana,\n\nThank you for your interest in the {role} position at {employer}. Unfortunately, we have decided to "
    "move forward with other candidates. Please feel free to ask us for feedback.\n\nKind regards\n{sign}"
)
PERHAPS = "Hi Ana,\n\nSome news about the {role} role. Could we talk on Thursday about what happens next?\n\n{sign}"
THANKED = "Hi {to},\n\nThank you for taking the time to talk with me about the {role} role. I enjoyed it.\n\nAna"


@cache
def mail(
    body: str,
    *,
    day: float,
    sender: Address = SAM,
    to: Address = ANA,
    subject: str = "Your application",
    employer: str = EMPLOYER,
    role: str = ROLE,
    answers: str = "",
) -> Message:
    """One mail, so many days before NOW; `answers` is the Message-ID of the mail it answers."""
    made = EmailMessage()
    made["From"] = f"{sender.name} <{sender.email}>"
    made["To"] = f"{to.name} <{to.email}>"
    made["Subject"] = subject
    at = NOW - timedelta(days=day)
    made["Date"] = format_datetime(at)
    made["Message-ID"] = f"<{at:%Y%m%d%H%M%S}.{sender.email.partition('@')[0]}@{sender.domain}>"
    if answers:
        made["In-Reply-To"] = answers
    made.set_content(body.format(employer=employer, role=role, sign=sender.name, to=to.name))
    return parse(made.as_bytes())


def haldenfrey(*, ago: float = 0) -> list[Message]:
    """Ana's application at Haldenfrey: confirmed, two talks, a thank-you, and the no, of this morning or days ago."""
    confirmed = mail(CONFIRMED, day=ago + 40)
    invited = mail(INVITED, day=ago + 30, sender=NOOR, subject="Interview")
    return [
        confirmed,
        invited,
        mail(THANKED, day=ago + 27, sender=ANA, to=NOOR, subject="Thank you", answers=invited.message_id or ""),
        mail(FINAL, day=ago + 20, subject="Final round"),
        mail(REFUSED, day=ago + 0.1),
    ]


def brightmoor(*, ago: float = 0) -> list[Message]:
    """A form no before anyone met her."""
    return [
        mail(CONFIRMED, day=ago + 30, sender=CAREERS, employer="Brightmoor"),
        mail(REFUSED, day=ago + 3, sender=CAREERS, employer="Brightmoor"),
    ]


def bring(owner: OwnerRow, *messages: Message) -> list[str]:
    """Store mail and work the record out; gives the event ids in order."""
    ids = [store_message(owner, one, mine=MINE, reading=reading_of(one)).event_id for one in messages]
    rebuild_touched(owner, ids)
    return ids


@cache
def reading_of(message: Message) -> Reading:
    """What the reader says of it in its thread, asked once: hundreds of tests begin with the same few mails."""
    return read(message, mine=MINE, in_thread=bool(message.in_reply_to))
