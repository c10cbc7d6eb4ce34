"""Whether a thank-you says what another one of the same round says already."""

from collections.abc import Iterator

from highroad.app.models import OutgoingRow
from highroad.steps.dont_burn_bridges.alike import same_note

THANK_YOU = "thank_you"


def repeats_another(row: OutgoingRow) -> bool:
    """Whether someone else would get, or got, these words with no more than the names changed."""
    return row.purpose == THANK_YOU and any(
        same_note(row.body, other.body, names=(row.to_name, other.to_name, row.owner.name)) for other in _others(row)
    )


def _others(row: OutgoingRow) -> Iterator[OutgoingRow]:
    """Those of the same no to others, but for what was stopped."""
    rows = OutgoingRow.objects.filter(owner_id=row.owner_id, recovery=row.recovery, purpose=THANK_YOU)
    return rows.exclude(pk=row.pk).exclude(state=OutgoingRow.State.CANCELLED).iterator()
