"""Every mantra as one user sees it: ours in their order, then their own."""

from highroad.app.models import MantraRow, OwnerRow
from highroad.app.queries.applications import NotThere
from highroad.app.queries.ask_for_feedback import works_on
from highroad.app.queries.held import Shown, shown
from highroad.steps.dont_get_stuck.mantras import mantras


def shown_mantras(owner: OwnerRow) -> list[Shown]:
    """Ours in the order they are offered, then the user's own."""
    rows = list(MantraRow.objects.filter(owner=owner).order_by("pk"))
    rated = {row.key: row for row in rows if row.key}
    about = works_on(owner)
    ours = [
        shown(one.key, one.filled(about), rated.get(one.key), opt_in=one.opt_in, unfilled=one.unfilled(about))
        for one in mantras()
    ]
    return ours + [shown(str(row.pk), row.text, row, own=True) for row in rows if not row.key]


def mantra(owner: OwnerRow, name: str) -> Shown:
    """One mantra by its key or number; raises NotThere."""
    found = next((one for one in shown_mantras(owner) if one.name == name), None)
    if found is None:
        raise NotThere
    return found
