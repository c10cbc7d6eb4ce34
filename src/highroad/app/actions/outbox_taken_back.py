"""Take back what is to leave: it is a draft again, and says why."""

from datetime import datetime

from django.db import transaction

from highroad.app.actions.consents import Gate, refuse
from highroad.app.actions.outbox import NOT_FIXED, NOT_NOTED
from highroad.app.models import OutgoingRow, RecoveryRow

State = OutgoingRow.State


@transaction.atomic
def take_back(recovery: RecoveryRow, *, why: str, now: datetime) -> int:
    """Everything that is to leave after this no, up to the moment its first byte does; gives how many those were."""
    rows = OutgoingRow.objects.filter(recovery=recovery, state=State.SCHEDULED).select_related("owner")
    return sum(draft_again(row, why=why, now=now) for row in rows)


@transaction.atomic
def draft_again(row: OutgoingRow, *, why: str, now: datetime) -> bool:
    """Take this one back, also while it is being handed over; whether it was still to leave."""
    still = OutgoingRow.objects.filter(pk=row.pk, state=State.SCHEDULED)
    if not still.update(state=State.DRAFT, trouble=why, **NOT_FIXED | NOT_NOTED):
        return False
    refuse(row.owner, Gate.SEND, about=f"{row.pk} {row.to_email}", now=now)
    return True
