"""A no that the user said yes to and then left: what leads back to it."""

from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.fields.json import KT
from django.db.models.functions import Coalesce

from highroad.app.models import CorrectionRow, EventRow, OwnerRow, RecoveryRow
from highroad.applications.correction import ConfirmedNo, EventAdded, KindIs

LATELY = timedelta(days=28)
MOST = 50  # of what was said last
# A no typed in by itself; those of a table that was brought in belong to an application and wait there.
TYPED = Q(kind=EventAdded.__name__, correction__belongs_to=None)
SAID_YES = Q(kind__in=(ConfirmedNo.__name__, KindIs.__name__)) | TYPED
ABOUT = Coalesce(KT("correction__event_id"), KT("correction__event__id"))  # the event of such a yes


def left_alone(owner: OwnerRow, *, now: datetime) -> QuerySet[EventRow]:
    """Noes the user confirmed in the last four weeks, and did nothing about since."""
    said = CorrectionRow.objects.filter(SAID_YES, owner=owner, undone_at=None, said_at__gte=now - LATELY)
    lately = said.order_by("-said_at", "-pk").values(event_id=ABOUT)[:MOST]
    opened = RecoveryRow.objects.filter(owner=owner, event_id=OuterRef("event_id"))
    noes = EventRow.objects.filter(owner=owner, is_no=True, confirmed=True)
    return noes.filter(~Exists(opened), event_id__in=lately)
