"""Everything that was worked out, as values: two records are the same when these are."""

from typing import Any

from django.db import connection

from highroad.app.models import ApplicationRow, EventRow, LinkRow, OwnerRow, PersonRow

SEARCHED = "SELECT employer, role, people, mail FROM highroad_search ORDER BY employer, role, people, mail"


def derived(owner: OwnerRow) -> dict[str, list[Any]]:
    """The derived rows of one owner in an order of their own, without row numbers."""
    with connection.cursor() as cursor:
        cursor.execute(SEARCHED)
        searched = cursor.fetchall()
    return {
        "applications": _rows(ApplicationRow, owner, leave={"id", "owner_id"}),
        "events": _rows(
            EventRow, owner, leave={"id", "owner_id", "application_id"}, more=("application__application_id",)
        ),
        "people": _rows(
            PersonRow, owner, leave={"id", "owner_id", "application_id"}, more=("application__application_id",)
        ),
        "links": _rows(LinkRow, owner, leave={"id", "owner_id"}),
        "searched": searched,
    }


def _rows(table: Any, owner: OwnerRow, *, leave: set[str], more: tuple[str, ...] = ()) -> list[Any]:
    names = [field.attname for field in table._meta.concrete_fields if field.attname not in leave]
    return sorted(table.objects.filter(owner=owner).values_list(*names, *more), key=repr)
