"""Say how true a mantra feels, in which way it is true and not, where to show it; write one."""

from datetime import datetime

from django.db import transaction

from highroad.app.actions.deeds import did
from highroad.app.actions.dont_get_stuck import Amiss
from highroad.app.actions.let_go import let_go as gone
from highroad.app.models import MantraRow, OwnerRow
from highroad.app.numbers import number_in
from highroad.app.queries.applications import NotThere
from highroad.app.queries.let_go import Kind
from highroad.app.queries.mantras import mantra
from highroad.steps.dont_get_stuck.mantras import Offer, belief_rule

LONGEST = 300


@transaction.atomic
def rate(owner: OwnerRow, name: str, belief: int, *, now: datetime) -> None:
    """How true a mantra feels, 0 to 10; one that is not believed is shown nowhere.

    Raises NotThere, or Amiss for one whose blank stands open: it says nothing yet that could be true.
    """
    found = mantra(owner, name)
    if found.unfilled:
        raise Amiss("open_mantra")
    values: dict[str, object] = {"belief": belief, "rated_at": now}
    if belief_rule(belief) is Offer.NOT_OFFERED:
        values |= {"on_today": False, "before_talks": False}
    if found.own:
        MantraRow.objects.filter(owner=owner, pk=int(name)).update(**values)
    else:
        MantraRow.objects.update_or_create(owner=owner, key=name, defaults=values)
    if belief_rule(belief) is not Offer.NOT_OFFERED:
        did(owner, "mantra", about=name, now=now)


def say_both(owner: OwnerRow, name: str, *, true_when: str, not_when: str) -> None:
    """In which way it is true, and in which not; raises NotThere for one that was not rated."""
    _change(owner, name, true_when=true_when.strip()[:LONGEST], not_when=not_when.strip()[:LONGEST])


def show(owner: OwnerRow, name: str, *, on_today: bool, before_talks: bool) -> None:
    """Where the user wants to see it; raises NotThere for one not believed enough, or with its blank still open."""
    found = mantra(owner, name)
    if found.unfilled or found.offer in (None, Offer.NOT_OFFERED):
        raise NotThere
    _change(owner, name, on_today=on_today, before_talks=before_talks)


def write_own(owner: OwnerRow, text: str, *, now: datetime) -> str:
    """A mantra in the user's own words; returns its name. Raises Amiss when there are none."""
    if not text.strip():
        raise Amiss("no_mantra")
    return str(MantraRow.objects.create(owner=owner, text=text.strip()[:LONGEST], rated_at=now).pk)


def let_go(owner: OwnerRow, name: str, *, now: datetime) -> str:
    """One of the user's own, or what was said about one of ours; returns the name to undo it by, or NotThere."""
    return gone(owner, Kind.MANTRA, _row(owner, name).pk, now=now)


def _change(owner: OwnerRow, name: str, **values: str | bool) -> None:
    MantraRow.objects.filter(pk=_row(owner, name).pk).update(**values)


def _row(owner: OwnerRow, name: str) -> MantraRow:
    number = number_in(name)
    of = {"key": name} if number is None else {"pk": number}
    row = MantraRow.objects.filter(owner=owner, **of).first()
    if row is None:
        raise NotThere
    return row
