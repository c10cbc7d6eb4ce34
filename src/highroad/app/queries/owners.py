"""Who the record belongs to."""

from highroad.app.models import OwnerRow


def the_owner() -> OwnerRow:
    """The one owner of this computer's record; `actions.start` made the row at the first start."""
    return OwnerRow.objects.order_by("pk")[0]
