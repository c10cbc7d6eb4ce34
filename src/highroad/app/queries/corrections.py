"""What the user said that still stands."""

from typing import get_args

from highroad.app.codec import from_json
from highroad.app.models import CorrectionRow, OwnerRow
from highroad.applications.correction import Correction

KINDS = {kind.__name__: kind for kind in get_args(Correction)}


def corrections_of(owner: OwnerRow) -> list[Correction]:
    """Every correction that was not undone, in the order it was said."""
    rows = CorrectionRow.objects.filter(owner=owner, undone_at=None).order_by("pk").values_list("kind", "correction")
    return [from_json(json, KINDS[kind]) for kind, json in rows]
