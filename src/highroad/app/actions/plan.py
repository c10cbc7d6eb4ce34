"""Make the week's plan, tick a line of it, and look back on it in words."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from highroad.app.actions.deeds import did
from highroad.app.models import DeedRow, OwnerRow, PlannedRow, PlanRow
from highroad.app.queries.applications import NotThere
from highroad.app.queries.plan import plan_row
from highroad.steps.keep_going.plan import Line
from highroad.words.content import load_toml


class Unready(ValueError):
    """The sheet lacks something; `lacks` is as in the content."""

    def __init__(self, lacks: str) -> None:
        super().__init__(load_toml("highroad.steps.keep_going", "content/plan.toml")["says"][lacks])


@transaction.atomic
def make(
    owner: OwnerRow, monday: date, lines: Sequence[Line], *, if_this: str = "", then_i_will: str = "", now: datetime
) -> PlanRow:
    """Keep the sheet of a week, in place of what stood on it; what was ticked stays so. Raises Unready."""
    if not lines:
        raise Unready("needs_line")
    if not any(line.asks for line in lines):
        raise Unready("needs_ask")
    words = {"if_this": if_this.strip(), "then_i_will": then_i_will.strip()}
    row, is_new = PlanRow.objects.update_or_create(
        owner=owner, monday=monday, defaults=words, create_defaults=words | {"made_at": now}
    )
    ticked = dict(PlannedRow.objects.filter(plan=row).exclude(done_at=None).values_list("what", "done_at"))
    PlannedRow.objects.filter(plan=row).delete()
    PlannedRow.objects.bulk_create(
        PlannedRow(
            owner=owner,
            plan=row,
            what=line.what,
            where=line.where,
            on=line.on,
            at=line.at,
            way=line.way,
            asks=line.asks,
            done_at=ticked.get(line.what),
        )
        for line in lines
    )
    if is_new:
        did(owner, "plan", about=f"plan:{monday:%G-W%V}", now=now)
    return row


@transaction.atomic
def tick(owner: OwnerRow, planned_id: int, *, now: datetime) -> None:
    """A line is done, or not after all. Raises NotThere."""
    row = PlannedRow.objects.filter(owner=owner, pk=planned_id).first()
    if row is None:
        raise NotThere
    about = f"planned:{row.pk}"
    if row.done_at:
        DeedRow.objects.filter(owner=owner, about=about).delete()
    else:
        did(owner, "planned", about=about, now=now)
    row.done_at = None if row.done_at else now
    row.save(update_fields=["done_at"])


def look_back(owner: OwnerRow, plan_id: int, went: str, *, now: datetime) -> None:
    """How the week went, in words; none are needed. Raises NotThere."""
    row = plan_row(owner, plan_id)
    row.went, row.looked_back_at = went.strip(), now
    row.save(update_fields=["went", "looked_back_at"])
