"""What of people and employers Today brings up: someone known, a reminder, and once a week whom to write to."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db.models import Exists, Func, Subquery, TextField, Value
from django.db.models.expressions import Combinable

from highroad.app.models import OwnerRow
from highroad.app.queries.contacts import due_rows
from highroad.app.queries.doors import employers_open
from highroad.app.queries.met_before import new_with_someone_known

DIGEST_DAY = 0  # Monday
BROUGHT_UP = timedelta(days=7)  # from its day on
Line = tuple[str, str, dict[str, str]]  # a key of Today's words, where it leads, and what fills them


def columns(owner: OwnerRow, *, now: datetime) -> dict[str, Combinable]:
    """What to ask of the owner's row, so that all of it takes no question of its own."""
    known = new_with_someone_known(owner, now=now).values(
        told=_together("name", "email", "application__employer", "application__application_id")
    )
    days = (now.date() - BROUGHT_UP, now.date())
    reminders = employers_open(owner).filter(remind_on__range=days).order_by("remind_on", "pk")
    is_day = now.weekday() == DIGEST_DAY
    return {
        "known": Subquery(known[:1]),
        "door": Subquery(reminders.values(told=_together("name", "event_id"))[:1]),
        "in_touch": Exists(due_rows(owner, on=now.date())) if is_day else Value(value=False),
    }


def brought_up(known: str | None, door: str | None, in_touch: object) -> Iterator[Line]:
    """The lines for what `columns` gave, one of each kind at most; never how many people wait."""
    if known:
        name, email, employer, application_id = json.loads(known)
        about = {"name": name or email, "employer": employer or "a new application"}
        yield "known", f"/applications/{application_id}", about
    if door:
        employer, event_id = json.loads(door)
        yield "door", f"/no/{event_id}/dont-burn-bridges", {"employer": employer}
    if in_touch:
        yield "in_touch", "/people", {}


def _together(*fields: str) -> Func:
    """Several fields as one column of text, which one question can hold beside others."""
    return Func(*fields, function="JSON_ARRAY", output_field=TextField())
