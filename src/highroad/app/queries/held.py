"""What one keeps for oneself and Today brings up where it is wanted: a mantra, and the weekly look back."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Exists, Subquery
from django.db.models.expressions import Combinable

from highroad.app.models import LookBackRow, MantraRow, OwnerRow, ThoughtRow
from highroad.steps.dont_get_stuck.mantras import Offer, belief_rule, mantras
from highroad.steps.dont_get_stuck.thought import Screen

A_WEEK = timedelta(days=7)


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
    unfilled: bool = False  # its blank stands open; until it is filled it can be shown nowhere

    @property
    def half_true(self) -> bool:
        """Whether it is only shown beside what is not true in it."""
        return self.offer is Offer.TRUE_AND_NOT


def columns(owner: OwnerRow, *, now: datetime) -> tuple[Combinable, ...]:
    """What to ask of the owner's row: the mantra for every day, the one for days of a talk, whether to look back."""
    mine = MantraRow.objects.filter(owner=owner).order_by("-rated_at", "pk").values("pk")
    due = LookBackRow.objects.filter(owner=owner, looked_at__lte=now - A_WEEK)
    caught = ThoughtRow.objects.filter(owner=owner, at__gte=now - A_WEEK).exclude(screen=Screen.THOUGHT)
    return (
        Subquery(mine.filter(on_today=True)[:1]),
        Subquery(mine.filter(before_talks=True)[:1]),
        Exists(due.filter(Exists(caught))),
    )


def held(owner: OwnerRow, number: int | None, *, works_on: str) -> Shown | None:
    """The mantra of this number as it is shown; None where none is wanted, or believed."""
    row = MantraRow.objects.filter(owner=owner, pk=number).first() if number else None
    if row is None:
        return None
    ours = next((one for one in mantras() if one.key == row.key), None)
    if ours and ours.unfilled(works_on):
        return None
    found = shown(row.key or str(row.pk), ours.filled(works_on) if ours else row.text, row)
    return found if found.offer in (Offer.SHOWN, Offer.TRUE_AND_NOT) else None


def shown(
    name: str, text: str, row: MantraRow | None, *, opt_in: bool = False, own: bool = False, unfilled: bool = False
) -> Shown:
    """A mantra with what the user said about it, if anything."""
    if row is None or row.belief is None:
        return Shown(name, text, None, None, opt_in, own, unfilled=unfilled)
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
        unfilled=unfilled,
    )
