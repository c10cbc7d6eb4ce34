"""Let go of something of one's own, put it back within thirty days; the chore that then deletes it for good."""

from datetime import datetime

from django.db import transaction

from highroad.app.actions.corrections import NothingToUndo
from highroad.app.models import AnswerRow, CardRow, MantraRow, OwnerRow
from highroad.app.queries.applications import NotThere
from highroad.app.queries.let_go import KINDS, STAYS, Kind, table_of
from highroad.app.queries.practice import OWN
from highroad.app.says import says


def let_go(owner: OwnerRow, kind: Kind, number: int, *, now: datetime) -> str:
    """Out of sight from now on; returns the name to undo it by. Raises NotThere."""
    if not table_of(kind).objects.filter(owner=owner, pk=number).update(let_go_at=now):
        raise NotThere
    return f"let-go/{kind}/{number}"


@transaction.atomic
def put_back(owner: OwnerRow, kind: str, number: int, *, now: datetime) -> None:
    """As if it had never been gone; raises NotThere, or NothingToUndo, also once its thirty days are over.

    A mantra of ours stands only once: what was said of it since is let go in its place.
    """
    row = table_of(kind).with_gone.filter(owner=owner, pk=number).first()
    if row is None:
        raise NotThere
    if row.let_go_at is None:
        raise NothingToUndo
    if row.let_go_at < now - STAYS:
        raise NothingToUndo(says("let_go.over"))
    if isinstance(row, MantraRow) and row.key:
        MantraRow.objects.filter(owner=owner, key=row.key).update(let_go_at=now)
    table_of(kind).with_gone.filter(pk=row.pk).update(let_go_at=None)


@transaction.atomic
def delete_for_good(*, now: datetime) -> None:
    """Delete what has been gone for thirty days, a card with its answer; its place on the disk is overwritten."""
    for card in CardRow.with_gone.filter(let_go_at__lt=now - STAYS):
        AnswerRow.objects.filter(owner=card.owner, card=f"{OWN}{card.pk}").delete()
    for kept in KINDS.values():
        kept.table.with_gone.filter(let_go_at__lt=now - STAYS).delete()
