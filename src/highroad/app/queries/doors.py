"""Employers with days of the user's own: a reminder, and when to apply there again."""

from django.db.models import Q, QuerySet

from highroad.app.models import EmployerRow, EventRow, OwnerRow, RecoveryRow


def doors(owner: OwnerRow) -> list[EmployerRow]:
    """Employers with a date of the user's own, the first first."""
    rows = employers_open(owner).filter(Q(again_on__isnull=False) | Q(remind_on__isnull=False))
    return sorted(rows, key=lambda row: min(filter(None, (row.again_on, row.remind_on))))


def employers_open(owner: OwnerRow) -> QuerySet[EmployerRow]:
    """Those that the user may be told of: none where the user thinks that a no broke the law."""
    flagged = RecoveryRow.objects.filter(owner=owner, unfair_at__isnull=False).values("event_id")
    wronged = EventRow.objects.filter(owner=owner, event_id__in=flagged).values("application__employer_key")
    return EmployerRow.objects.filter(owner=owner).exclude(event_id__in=flagged).exclude(key__in=wronged)
