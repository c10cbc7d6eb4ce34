"""What the user says about someone they met: how to keep in touch, and whether two are one; and a note to them."""

from datetime import date, datetime, timedelta

from django.db import transaction

from highroad.app.actions.outbox import write
from highroad.app.models import ContactRow, OutgoingRow, OwnerRow, SamePersonRow
from highroad.app.queries.applications import NotThere, application, as_value
from highroad.app.queries.outbox import OPEN
from highroad.app.queries.people import Known, page_of, pair, person
from highroad.applications.contact import Keep
from highroad.applications.course import language_of
from highroad.events.event import Part, Person
from highroad.recovery.letter import Tone
from highroad.steps.dont_burn_bridges.note import note_draft

LATER = timedelta(days=28)


class NoWay(ValueError):
    """There is no mail address for them, so nothing can be written from here."""

    def __init__(self) -> None:
        super().__init__(str(self.__doc__))


def keep_in_touch(owner: OwnerRow, person_id: str, keep: Keep, *, note: str = "", now: datetime) -> None:
    """How often, and a line of one's own; a snooze ends with a new choice. Raises NotThere."""
    found = person(owner, person_id)
    row = _contact(owner, found, now)
    if row.keep != keep:
        row.keep, row.chosen_on, row.snoozed_until = keep, now.date(), None
    row.note = note.strip()
    row.save()


def snooze(owner: OwnerRow, person_id: str, *, until: date | None = None, now: datetime) -> date:
    """Not before that day, four weeks on when none is named; gives the day. Raises NotThere."""
    row = _contact(owner, person(owner, person_id), now)
    row.snoozed_until = max(until or (now + LATER).date(), now.date())
    row.save(update_fields=["snoozed_until"])
    return row.snoozed_until


def was_in_touch(owner: OwnerRow, person_id: str, *, now: datetime) -> None:
    """They talked today, in a way that no mail knows of. Raises NotThere."""
    row = _contact(owner, person(owner, person_id), now)
    row.in_touch_on, row.snoozed_until = now.date(), None
    row.save(update_fields=["in_touch_on", "snoozed_until"])


@transaction.atomic
def say_same(owner: OwnerRow, person_id: str, other_id: str, *, same: bool, now: datetime) -> str:
    """Take the user's word whether two of one name are one; gives the id they go by now.

    Raises NotThere, also for two whose names were never alike.
    """
    found = page_of(owner, person_id)
    other = next((one for one in found.maybe if one.id == other_id), None)
    if other is None:
        raise NotThere
    earlier, later = pair(found.person, other)
    SamePersonRow.objects.create(owner=owner, earlier=earlier, later=later, same=same, said_at=now)
    if same:
        _take_along(owner, earlier, later)
    return later if same else person_id


def write_to(owner: OwnerRow, person_id: str, *, now: datetime) -> OutgoingRow:
    """A note to them to begin with, or the one that lies open already. Raises NotThere or NoWay."""
    found = person(owner, person_id)
    if not found.emails:
        raise NoWay
    drafts = OutgoingRow.objects.filter(owner=owner, purpose="note", about=found.id, state__in=OPEN)
    if open_yet := drafts.order_by("-saved_at").first():
        return open_yet
    met = found.meetings[0]
    value = as_value(application(owner, met.application_id))
    to = Person(found.name, found.emails[0], Part(met.part))
    letter = note_draft(value, to, tone=Tone.WARM, language=language_of(value), signed=owner.name)
    return write(
        owner,
        purpose="note",
        to_name=found.name,
        to_email=found.emails[0],
        subject=letter.subject,
        body=letter.body,
        about=found.id,
        tone=Tone.WARM,
        now=now,
    )


def _contact(owner: OwnerRow, found: Known, now: datetime) -> ContactRow:
    return ContactRow.objects.get_or_create(owner=owner, person_id=found.id, defaults={"chosen_on": now.date()})[0]


def _take_along(owner: OwnerRow, earlier: str, later: str) -> None:
    """What was agreed for the earlier one holds for whom they turned out to be, unless something else was."""
    if not ContactRow.objects.filter(owner=owner, person_id=later).exists():
        ContactRow.objects.filter(owner=owner, person_id=earlier).update(person_id=later)
