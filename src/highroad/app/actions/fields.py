"""Choose the line of work, or none."""

from highroad.app.models import OwnerRow
from highroad.app.packs import packs
from highroad.app.queries.applications import NotThere


def use_field(owner: OwnerRow, name: str) -> None:
    """Take this profile from now on; an empty name takes none. Raises NotThere for a name that is no profile."""
    if name and name not in packs()[0]:
        raise NotThere
    owner.field = name
    owner.save(update_fields=["field"])
