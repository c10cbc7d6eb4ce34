"""People and employers of one application that were met before, with the history; said at once when it begins."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from highroad.app.models import ApplicationRow, OwnerRow, PersonRow
from highroad.app.queries.contacts import also_known_as, told_of_pairs
from highroad.applications.application import Outcome
from highroad.applications.contact import may_be_the_same
from highroad.events.details.names import employer_key
from highroad.events.event import Person

NEW = timedelta(days=14)
MOST = 5
MANY = 500  # at one employer


@dataclass(frozen=True, slots=True)
class Again:
    """Someone met before; `sure` is False while nobody has said that the two of one name are one person."""

    person_id: str
    name: str
    employer: str
    part: str
    at: datetime | None
    application_id: str
    sure: bool


@dataclass(frozen=True, slots=True)
class Try:
    """An earlier application at the same employer."""

    application_id: str
    role: str
    stage: str
    on: date | None


@dataclass(frozen=True, slots=True)
class Before:
    """The history; empty when everything is new."""

    people: tuple[Again, ...] = ()
    tries: tuple[Try, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.people or self.tries)


def met_before(owner: OwnerRow, application_id: str) -> Before:
    """Who and where, from applications that began before this one; nothing for an id there is not."""
    here = list(
        PersonRow.objects.filter(owner=owner, application__application_id=application_id).select_related("application")
    )
    alone = ApplicationRow.objects.filter(owner=owner, application_id=application_id)
    row = here[0].application if here else alone.first()
    return Before(tuple(_people(owner, row, here)), tuple(_tries(owner, row))) if row else Before()


def new_with_someone_known(owner: OwnerRow, *, now: datetime) -> QuerySet[PersonRow]:
    """People of applications that began lately who were met in an earlier one; the latest first."""
    since = (now - NEW).date()
    earlier = PersonRow.objects.filter(
        owner=owner,
        person_id=OuterRef("person_id"),
        application__applied_on__lt=OuterRef("application__applied_on"),
        application__last_event_on__lt=since,
    )
    lately = PersonRow.objects.filter(owner=owner, application__applied_on__gte=since)
    found = lately.filter(Exists(earlier), application__outcome=Outcome.OPEN)
    return found.order_by("-application__applied_on", "pk")


def _people(owner: OwnerRow, row: ApplicationRow, here: list[PersonRow]) -> Iterable[Again]:
    if not here:
        return []
    same, apart = told_of_pairs(owner)
    names = also_known_as((one.person_id for one in here), same)
    found: dict[str, Again] = {}
    for other in _others(owner, row, here, names):
        key = names.get(other.person_id, other.person_id)
        sure = other.person_id in names
        if key not in found and _began_before(other.application, row) and (sure or _maybe(here, other, apart)):
            found[key] = _again(other, key, sure=sure)
    return list(found.values())[:MOST]


def _others(
    owner: OwnerRow, row: ApplicationRow, here: Iterable[PersonRow], names: Iterable[str]
) -> QuerySet[PersonRow]:
    """Those of other applications who have one of these ids, or a full name of someone here; the latest first."""
    alike = Q(person_id__in=list(names)) | Q(name__in=[one.name for one in here if " " in one.name])
    rows = PersonRow.objects.filter(alike, owner=owner).exclude(application=row)
    return rows.select_related("application").order_by("-last_contact_at", "pk")


def _maybe(here: Iterable[PersonRow], other: PersonRow, apart: set[tuple[str, str]]) -> bool:
    """Whether someone here may be the other, as far as the user has not said that they are two."""
    return any(
        may_be_the_same(Person(one.name, one.email), Person(other.name, other.email))
        and not apart & {(one.person_id, other.person_id), (other.person_id, one.person_id)}
        for one in here
    )


def _again(row: PersonRow, person_id: str, *, sure: bool) -> Again:
    application = row.application
    return Again(
        person_id=person_id,
        name=row.name or row.email,
        employer=application.employer,
        part=row.part,
        at=row.last_contact_at,
        application_id=application.application_id,
        sure=sure,
    )


def _tries(owner: OwnerRow, row: ApplicationRow) -> Iterable[Try]:
    """By the employer's key; those whose name begins with the same word are looked at, so that it stays cheap."""
    key = employer_key(row.employer) if row.employer else ""
    if not key:
        return []
    others = ApplicationRow.objects.filter(owner=owner).exclude(pk=row.pk)
    alike = others.filter(employer__istartswith=row.employer.split()[0]).values_list("pk", "employer")
    same = [pk for pk, employer in alike if employer_key(employer) == key]
    tries = others.filter(pk__in=same[:MANY]).order_by("-last_event_on", "pk")
    return [
        Try(one.application_id, one.role, one.furthest_stage, one.applied_on or one.last_event_on)
        for one in tries
        if _began_before(one, row)
    ][:MOST]


def _began_before(one: ApplicationRow, other: ApplicationRow) -> bool:
    """By the day each began; one without any day, as it may be typed in, counts as new."""
    begun, since = ((row.applied_on or row.last_event_on or date.max) for row in (one, other))
    return begun < since
