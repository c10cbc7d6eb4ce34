"""Mantras as they are shown to one user: by how far they are believed, and where they are wanted."""

from dataclasses import dataclass

from highroad.app.models import MantraRow, OwnerRow
from highroad.app.queries.applications import NotThere
from highroad.app.queries.ask_for_feedback import works_on
from highroad.steps.dont_get_stuck.mantras import Offer, belief_rule, mantras


@dataclass(frozen=True, slots=True)
class Shown:
    """One mantra as it is shown to this user: ours by its key, their own by its number."""

    name: str
    text: str
    belief: int | None
    offer: Offer | None
    opt_in: bool = False
    own: bool = False
    true_when: str = ""
    not_when: str = ""
    on_today: bool = False
    before_talks: bool = False

    @property
    def half_true(self) -> bool:
        """Whether it is only shown beside what is not true in it."""
        return self.offer is Offer.TRUE_AND_NOT


def shown_mantras(owner: OwnerRow) -> list[Shown]:
    """Ours in the order they are offered, then the user's own."""
    rows = list(MantraRow.objects.filter(owner=owner).order_by("pk"))
    rated = {row.key: row for row in rows if row.key}
    about = works_on(owner)
    ours = [_shown(one.key, one.filled(about), rated.get(one.key), opt_in=one.opt_in) for one in mantras()]
    return ours + [_shown(str(row.pk), row.text, row, own=True) for row in rows if not row.key]


def mantra(owner: OwnerRow, name: str) -> Shown:
    """One mantra by its key or number; raises NotThere."""
    found = next((one for one in shown_mantras(owner) if one.name == name), None)
    if found is None:
        raise NotThere
    return found


def to_hold_on_to(row: MantraRow | None, *, about: str) -> Shown | None:
    """The mantra of a row that Today has loaded; `about` fills the blank. None where it is not believed."""
    if row is None:
        return None
    ours = next((one for one in mantras() if one.key == row.key), None)
    shown = _shown(row.key or str(row.pk), ours.filled(about) if ours else row.text, row)
    return shown if shown.offer in (Offer.SHOWN, Offer.TRUE_AND_NOT) else None


def _shown(name: str, text: str, row: MantraRow | None, *, opt_in: bool = False, own: bool = False) -> Shown:
    if row is None or row.belief is None:
        return Shown(name, text, None, None, opt_in, own)
    return Shown(
        name=name,
        text=text,
        belief=row.belief,
        offer=belief_rule(row.belief),
        opt_in=opt_in,
        own=own,
        true_when=row.true_when,
        not_when=row.not_when,
        on_today=row.on_today,
        before_talks=row.before_talks,
    )
