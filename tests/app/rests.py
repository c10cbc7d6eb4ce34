"""What may rest of Ana's, one by one: after a no, in quiet after dark words, between steps, and over a text."""

from datetime import datetime, timedelta

from highroad.app.models import EventRow, OutgoingRow, OwnerRow, RecoveryRow
from tests.app.noes import final_no
from tests.cast import NOW

WHAT_RESTS = ("no", "quiet", "steps", "text")


def rest(owner: OwnerRow, what: str, later: datetime) -> datetime:
    """Something of hers rests until then; after a no, for a day from when it was written."""
    if what == "no":
        return EventRow.objects.get(event_id=final_no(owner)).at + timedelta(hours=24)
    if what == "quiet":
        OwnerRow.objects.filter(pk=owner.pk).update(quiet_until=later)
        owner.refresh_from_db()
    elif what == "steps":
        RecoveryRow.objects.create(owner=owner, event_id="no", opened_at=NOW - timedelta(days=3), rests_until=later)
    else:
        OutgoingRow.objects.create(owner=owner, purpose="reply", state="resting", rests_until=later, saved_at=NOW)
    return later
