"""Add a mail the reader passed by; the user's tap says that it concerns an application."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from highroad.app.actions.consents import Gate, allow
from highroad.app.actions.corrections import say
from highroad.app.actions.imports import NothingChosen
from highroad.app.actions.mail import store_message
from highroad.app.actions.record import rebuild_touched
from highroad.app.actions.uploads import Upload, remove_copy, take_in
from highroad.app.codec import from_json
from highroad.app.models import OwnerRow, SourceRow
from highroad.app.queries.addresses import mine
from highroad.app.queries.applications import NotThere
from highroad.applications.correction import KindIs
from highroad.edges.sources import open_source
from highroad.events.event import NOT_ABOUT, Kind, Reading
from highroad.mail.message import Message
from highroad.mail.parse import parse, raw_digest


def add_missed(owner: OwnerRow, source_id: int, *, start: int, digest: str, now: datetime) -> str:
    """Store the mail at this place of the source; gives the id of its event. Raises NotThere or SourceTrouble."""
    row = _source(owner, source_id)
    mail = next(open_source(row.path).messages(start=start), None)
    if mail is None or raw_digest(mail.raw).hex() != digest:
        raise NotThere
    return _add(owner, parse(mail.raw, folder=mail.folder), source=row, now=now)


def take_copy(owner: OwnerRow, source_id: int, uploads: Sequence[Upload], *, now: datetime) -> None:
    """Take the file of an uploaded source in once more, to search it. Raises NothingChosen."""
    row = _source(owner, source_id)
    if not uploads:
        raise NothingChosen
    allow(owner, Gate.READ_SOURCE, about=row.name, now=now)
    files = take_in(uploads)
    remove_copy(row)
    row.path = str(files[0] if len(files) == 1 else files[0].parent)
    row.save(update_fields=["path"])


def done_looking(owner: OwnerRow, source_id: int) -> None:
    """Remove the copy that was taken in to be searched."""
    remove_copy(_source(owner, source_id))


@transaction.atomic
def _add(owner: OwnerRow, message: Message, *, source: SourceRow, now: datetime) -> str:
    stored = store_message(owner, message, mine=mine(owner), source=source, added_by_user=True)
    rebuild_touched(owner, [stored.event_id])
    if from_json(stored.reading, Reading).kind in NOT_ABOUT:
        say(owner, KindIs(stored.event_id, Kind.UPDATE), now=now)
    return stored.event_id


def _source(owner: OwnerRow, source_id: int) -> SourceRow:
    row = SourceRow.objects.filter(owner=owner, pk=source_id).first()
    if row is None:
        raise NotThere
    return row
