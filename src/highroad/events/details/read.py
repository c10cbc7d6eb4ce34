"""What else a mail tells than its kind: for whom it speaks, about which role, how far, why, who, when."""

from dataclasses import dataclass
from datetime import datetime

from highroad.events.details.closing import closing_lines, greeted
from highroad.events.details.flat import lay_flat
from highroad.events.details.names import plain
from highroad.events.details.people import Cast, people_met
from highroad.events.details.posting import own_words, posting
from highroad.events.details.reason import stated_reason
from highroad.events.details.stage import stage_reached
from highroad.events.details.when import happens_at
from highroad.events.event import NOT_ABOUT, Kind, Person, Reason, Stage
from highroad.events.prepared import Prepared
from highroad.mail.calendars import Appointment
from highroad.mail.message import Address

_SUBJECT_LETTERS = 300
_LONGEST_NAME = 160
_MOST_USERS = 20


@dataclass(frozen=True, slots=True)
class Details:
    """What a mail tells beside its kind; what it does not tell is None or empty."""

    employer: str | None = None
    role: str | None = None
    stage: Stage | None = None
    reason: Reason | None = None
    reason_quote: str | None = None
    people: tuple[Person, ...] = ()
    requisition: str | None = None
    happens_at: datetime | None = None


def read_details(mail: Prepared, kind: Kind, *, mine: frozenset[str] = frozenset()) -> Details:
    """The details of a mail of this kind; `mine` are the user's own addresses, lower case, never met as people."""
    if kind in NOT_ABOUT:
        return Details()
    by_user = mail.sender is not None and mail.sender.email in mine
    sender = _short(next(iter(mail.message.to), None) if by_user else mail.sender)  # whom it is about, not the user
    signers = () if by_user else closing_lines(mail)
    body = lay_flat(mail.text)
    subject = lay_flat(mail.subject, longest=_SUBJECT_LETTERS)
    ground = own_words(mail, sender=sender, signers=signers)
    named = posting(mail, ground)
    reason = stated_reason(mail, kind)
    told_moment = happens_at(body, subject, kind, sent_at=mail.message.sent_at)
    return Details(
        employer=named.employer,
        role=named.role,
        stage=stage_reached(mail, kind),
        reason=reason.reason if reason else None,
        reason_quote=reason.quote if reason else None,
        people=people_met(
            Cast(
                laid=ground.laid,
                sender=sender,
                appointment=mail.appointment,
                kind=kind,
                greeted=greeted(mail.text),
                mine=mine,
                my_names=_my_names(mail, mine),
                employer=named.employer,
                reply_to=None if by_user else _short(mail.message.reply_to),
            )
        ),
        requisition=named.requisition,
        happens_at=_moment(mail.appointment, told_moment),
    )


def _moment(invited: Appointment | None, told: datetime | None) -> datetime | None:
    """When it happens, by the calendar sooner than by the words; what is called off happens at no time."""
    starts_at = invited.starts_at if invited else None
    if invited is None or starts_at is None or not invited.cancelled:
        return starts_at or told
    return told if told and told.date() != starts_at.date() else None


def _short(sender: Address | None) -> Address | None:
    """The sender with a name of bearable length, on one line."""
    return sender and Address(" ".join(sender.name[:_LONGEST_NAME].split()), sender.email[:_LONGEST_NAME])


def _my_names(mail: Prepared, mine: frozenset[str]) -> frozenset[str]:
    """What the user is called in the mail's own address lines."""
    written_to = [*mail.message.to, *mail.message.cc][:_MOST_USERS]
    users = [address for address in written_to if address.email in mine or len(written_to) == 1]
    return frozenset(plain(address.name) for address in users if address.name)
