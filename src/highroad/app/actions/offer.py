"""Say yes to an offer, and write what follows from it: every letter is a draft in the outbox, and nothing leaves."""

from datetime import datetime

from django.db import transaction

from highroad.app.actions.by_hand import Told, add_event
from highroad.app.actions.corrections import say
from highroad.app.actions.notices import turn_off
from highroad.app.actions.outbox import write
from highroad.app.models import OutgoingRow, OwnerRow
from highroad.app.queries.applications import NotThere, application, as_value
from highroad.app.queries.notices import notices
from highroad.app.queries.offer import got, letter_about
from highroad.app.queries.people import person
from highroad.applications.application import Application, Outcome
from highroad.applications.correction import OutcomeIs
from highroad.applications.course import language_of
from highroad.events.event import Kind, Part, Person
from highroad.recovery.letter import Tone
from highroad.steps.keep_going.letters import Purpose, letter_for, whom_to_write


def got_it(owner: OwnerRow, some_id: str, *, now: datetime) -> str:
    """This is the one; gives the name to undo it by, empty when it was said before. Raises NotThere."""
    if application(owner, some_id).outcome == Outcome.ACCEPTED:
        return ""
    return add_event(owner, some_id, Told(Kind.ACCEPTED, now.date()), now=now)


@transaction.atomic
def write_about(owner: OwnerRow, some_id: str, purpose: Purpose, *, now: datetime) -> OutgoingRow:
    """A letter about one application, or the one that was begun. Without an address it can be taken along as text."""
    row = application(owner, some_id)
    if begun := letter_about(owner, purpose, row.application_id):
        return begun
    value = as_value(row)
    return _written(owner, value, purpose, to=whom_to_write(value), about=row.application_id, now=now)


@transaction.atomic
def withdraw_everywhere(owner: OwnerRow, some_id: str, *, now: datetime) -> int:
    """A draft wherever somebody was met and it is still open; gives how many there are. Raises NotThere."""
    elsewhere = got(owner, some_id).elsewhere
    for one in elsewhere:
        write_about(owner, one.id, Purpose.DECLINE if one.is_offer else Purpose.WITHDRAWAL, now=now)
    return len(elsewhere)


@transaction.atomic
def tell(owner: OwnerRow, some_id: str, person_id: str, *, now: datetime) -> OutgoingRow:
    """A letter with the news to one of those on the page, or the one that was begun. Raises NotThere."""
    if person_id not in {one.person_id for one in got(owner, some_id).to_tell}:
        raise NotThere
    if begun := letter_about(owner, Purpose.NEWS, person_id):
        return begun
    found = person(owner, person_id)
    met = found.meetings[0]
    to = Person(found.name, found.emails[0], Part(met.part))
    value = as_value(application(owner, met.application_id))
    return _written(owner, value, Purpose.NEWS, to=to, about=person_id, now=now)


def withdrawn(owner: OwnerRow, some_id: str, *, now: datetime) -> str:
    """The user let this one go in a way of their own; gives the name to undo it by. Raises NotThere."""
    row = application(owner, some_id)
    return say(owner, OutcomeIs(row.application_id, Outcome.WITHDRAWN), now=now)


def close_others(owner: OwnerRow, some_id: str, *, now: datetime) -> str:
    """Let go in one act of all that is open where nobody was met; empty when nothing is. Raises NotThere."""
    said = [OutcomeIs(one.id, Outcome.WITHDRAWN) for one in got(owner, some_id).others]
    return say(owner, *said, now=now) if said else ""


@transaction.atomic
def put_away(owner: OwnerRow, *, now: datetime) -> None:
    """The search is over for now: everything is kept, and nothing is brought up any more."""
    if notices(owner).on:
        turn_off(owner, now=now)
    owner.put_away_at = now
    owner.save(update_fields=["put_away_at"])


def take_up(owner: OwnerRow) -> None:
    """Go on where it was."""
    owner.put_away_at = None
    owner.save(update_fields=["put_away_at"])


def _written(
    owner: OwnerRow, value: Application, purpose: Purpose, *, to: Person | None, about: str, now: datetime
) -> OutgoingRow:
    letter = letter_for(value, purpose, to=to, language=language_of(value), signed=owner.name)
    return write(
        owner,
        purpose=purpose,
        to_name=to.name if to else "",
        to_email=to.email if to else "",
        subject=letter.subject,
        body=letter.body,
        about=about,
        tone=Tone.WARM,
        now=now,
    )
