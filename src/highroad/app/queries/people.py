"""Everyone met, across applications."""

from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Page, Paginator
from django.db.models import Max, QuerySet

from highroad.app.models import OwnerRow, PersonRow
from highroad.app.queries.applications import NotThere

A_PAGE = 60


@dataclass(frozen=True, slots=True)
class Meeting:
    """One application someone was met in."""

    application_id: str
    employer: str
    role: str
    part: str
    last_contact_at: datetime | None
    thanked_at: datetime | None


@dataclass(frozen=True, slots=True)
class Known:
    """Someone met, with every application they were met in, the latest first."""

    id: str
    name: str
    emails: tuple[str, ...]
    meetings: tuple[Meeting, ...]


def people(owner: OwnerRow, *, number: str) -> tuple[Page[str], list[Known]]:
    """One page of everyone met, last heard of first: the page of ids, and the people on it."""
    ids = PersonRow.objects.filter(owner=owner).values("person_id").annotate(last=Max("last_contact_at"))
    page = Paginator(ids.order_by("-last", "person_id").values_list("person_id", flat=True), A_PAGE).get_page(number)
    meetings: dict[str, list[PersonRow]] = {name: [] for name in page}
    for row in _meetings(owner).filter(person_id__in=meetings):
        meetings[row.person_id].append(row)
    return page, [_known(name, rows) for name, rows in meetings.items()]


def person(owner: OwnerRow, person_id: str) -> Known:
    """One person; raises NotThere."""
    rows = list(_meetings(owner).filter(person_id=person_id))
    if not rows:
        raise NotThere
    return _known(person_id, rows)


def _known(person_id: str, rows: list[PersonRow]) -> Known:
    return Known(
        id=person_id,
        name=max((row.name for row in rows), key=len) or rows[0].email,
        emails=tuple(dict.fromkeys(row.email for row in rows if row.email)),
        meetings=tuple(
            Meeting(
                row.application.application_id,
                row.application.employer,
                row.application.role,
                row.part,
                row.last_contact_at,
                row.thanked_at,
            )
            for row in rows
        ),
    )


def _meetings(owner: OwnerRow) -> QuerySet[PersonRow]:
    return PersonRow.objects.filter(owner=owner).select_related("application").order_by("-last_contact_at", "pk")
