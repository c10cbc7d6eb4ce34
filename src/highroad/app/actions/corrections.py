"""Take the user at their word, and take it back when they do."""

import secrets
from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from highroad.app.actions.record import rebuild_touched
from highroad.app.codec import from_json, to_json
from highroad.app.models import CorrectionRow, OwnerRow
from highroad.app.queries.applications import NotThere
from highroad.app.queries.corrections import KINDS
from highroad.app.says import says
from highroad.applications.correction import Correction, about


class NothingToUndo(Exception):
    """This was undone already, or what else the sentence says."""

    def __init__(self, sentence: str = "") -> None:
        super().__init__(sentence or says("corrections.undone_before"))


@transaction.atomic
def say(owner: OwnerRow, *corrections: Correction, now: datetime) -> str:
    """Store what the user said in one act and work the record out again; returns the name to undo it by."""
    together = secrets.token_hex(8)
    CorrectionRow.objects.bulk_create(
        CorrectionRow(
            owner=owner,
            kind=type(correction).__name__,
            correction=to_json(correction),
            said_at=now,
            together=together,
        )
        for correction in corrections
    )
    rebuild_touched(owner, named_by(corrections))
    return together


@transaction.atomic
def undo(owner: OwnerRow, together: str, *, now: datetime) -> None:
    """Take back what was said in one act; the rows stay, marked undone. Raises NotThere or NothingToUndo."""
    said = list(CorrectionRow.objects.filter(owner=owner, together=together))
    if not said:
        raise NotThere
    rows = [row for row in said if row.undone_at is None]
    if not rows:
        raise NothingToUndo
    CorrectionRow.objects.filter(pk__in=[row.pk for row in rows]).update(undone_at=now)
    rebuild_touched(owner, named_by(from_json(row.correction, KINDS[row.kind]) for row in rows))


def named_by(corrections: Iterable[Correction]) -> set[str]:
    """The ids of the events the corrections are about."""
    return {event_id for correction in corrections for event_id in about(correction)}
