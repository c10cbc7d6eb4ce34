"""The one question: nobody is asked twice about one application, whichever page the second yes comes from."""

from django.db.models.query import QuerySet

from highroad.app.models import EventRow, FeedbackRow, OutgoingRow, RecoveryRow

ASK = "feedback"
State = OutgoingRow.State
GOES_OR_WENT = (State.SCHEDULED, State.SENDING, State.SENT, State.UNKNOWN)


def ask_lacks(row: OutgoingRow) -> str:
    """Why a question may not leave: `asked`, a key of the outbox's words, or nothing; so for all other texts.

    One that is scheduled already lacks it only when the user asked in their own way meanwhile.
    """
    if row.purpose != ASK or row.recovery is None or row.state in {State.SENDING, State.SENT, State.UNKNOWN}:
        return ""
    same = _of_the_same_application(row.recovery)
    told = FeedbackRow.objects.filter(recovery__in=same, asked_email__iexact=row.to_email, asked_at__isnull=False)
    others = OutgoingRow.objects.filter(recovery__in=same, purpose=ASK, to_email__iexact=row.to_email)
    goes = row.state != State.SCHEDULED and others.filter(state__in=GOES_OR_WENT).exclude(pk=row.pk).exists()
    return "asked" if row.to_email and (goes or told.exists()) else ""


def _of_the_same_application(recovery: RecoveryRow) -> QuerySet[RecoveryRow]:
    """An application can have more than one no; this one's own is among them, also when its mail is gone."""
    own = RecoveryRow.objects.filter(pk=recovery.pk)
    events = EventRow.objects.filter(owner_id=recovery.owner_id, application__events__event_id=recovery.event_id)
    return own | RecoveryRow.objects.filter(owner_id=recovery.owner_id, event_id__in=events.values("event_id"))
