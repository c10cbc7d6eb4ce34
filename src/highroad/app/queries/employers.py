"""When an employer may be tried again, and what they promised: worked out from the no, unless the user has said."""

from dataclasses import dataclass
from datetime import date, datetime

from highroad.app.codec import from_json
from highroad.app.models import EmployerRow, MessageRow, OwnerRow
from highroad.app.queries.recoveries import No
from highroad.applications.contact import AGAIN_AFTER, REMIND_AFTER, in_months
from highroad.events.details.names import employer_key
from highroad.events.prepared import prepare
from highroad.mail.message import Message
from highroad.rejections.again import Again, again


@dataclass(frozen=True, slots=True)
class Door:
    """What stands open at one employer. `told` is whether the date to apply again is the user's own."""

    employer: str
    kept_in_mind: str  # their sentence, or nothing
    stated: str  # their sentence with a time, or nothing
    again_on: date
    told: bool
    remind_on: date | None  # taken by the user
    could_remind_on: date


def address_of(owner: OwnerRow, employer: str) -> str:
    """Where an employer is by post, as the user wrote it; empty when they did not."""
    row = EmployerRow.objects.filter(owner=owner, key=employer_key(employer)).first()
    return row.address if row else ""


def door(owner: OwnerRow, found: No, *, now: datetime) -> Door | None:
    """The door this no left; None without an employer, and where the user thinks that it broke the law."""
    employer = found.rejection.application.employer
    if not employer or found.unfair:
        return None
    said = _said(owner, found)
    row = EmployerRow.objects.filter(owner=owner, key=employer_key(employer)).first()
    came = (found.rejection.at or now).astimezone(now.tzinfo).date()
    return Door(
        employer=employer,
        kept_in_mind=said.kept_in_mind or "",
        stated=said.stated or "",
        again_on=(row and row.again_on) or in_months(came, said.months or AGAIN_AFTER),
        told=bool(row and row.again_on),
        remind_on=row.remind_on if row else None,
        could_remind_on=max(in_months(came, REMIND_AFTER), in_months(now.date(), 1)),
    )


def _said(owner: OwnerRow, found: No) -> Again:
    row = MessageRow.objects.filter(owner=owner, event_id=found.rejection.id, unreadable=False).first()
    return again(prepare(from_json(row.message, Message))) if row else Again()
