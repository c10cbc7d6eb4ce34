"""What the record knows of an employer: who was met there, what was tried, and the door a no left."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef

from highroad.app.codec import from_json
from highroad.app.models import ApplicationRow, EmployerRow, EventRow, OwnerRow, PersonRow, RecoveryRow
from highroad.applications.contact import AGAIN_AFTER, in_months
from highroad.applications.likeness import like_role
from highroad.events.details.names import employer_key, plain
from highroad.events.prepared import prepare
from highroad.mail.message import Message
from highroad.rejections.again import Again, again

MOST_PEOPLE = 5


@dataclass(frozen=True, slots=True)
class Met:
    """Someone the user met at the employer."""

    person_id: str
    name: str
    part: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Tried:
    """An application at the employer."""

    id: str
    employer: str
    role: str
    applied_on: date | None
    row_id: int


@dataclass(frozen=True, slots=True)
class Door:
    """What the latest no there left: their words, if they gave some, and the day from which to try again."""

    no_on: date
    again_on: date
    promise: str


@dataclass(frozen=True, slots=True)
class Known:
    """All of it, for one employer."""

    met: tuple[Met, ...] = ()
    tried: tuple[Tried, ...] = ()
    door: Door | None = None

    def match(self, role: str, *, since: date, apart_from: str) -> Tried | None:
        """The application an opening became: of the same role, begun since the user kept it."""
        return next(
            (
                one
                for one in self.tried
                if one.applied_on and one.applied_on >= since and one.id != apart_from and same_role(one.role, role)
            ),
            None,
        )


NOTHING = Known()


def known_at(owner: OwnerRow, employers: Iterable[str], *, now: datetime) -> Mapping[str, Known]:
    """By the employer's key, in four questions however many there are; an employer nothing is known of is left out."""
    keys = {employer_key(name) for name in employers if name}
    tried = _tried(owner, keys) if keys else {}
    ids = [one.row_id for some in tried.values() for one in some]
    people, doors = (_people(owner, ids), _doors(owner, ids, now)) if ids else ({}, {})
    return {key: Known(tuple(people.get(key, ())), tuple(some), doors.get(key)) for key, some in tried.items()}


def tried_at(owner: OwnerRow, employers: Iterable[str]) -> Mapping[str, Known]:
    """By the employer's key, only what was tried there; in one question."""
    keys = {employer_key(name) for name in employers if name}
    return {key: Known(tried=tuple(some)) for key, some in (_tried(owner, keys) if keys else {}).items()}


def closed_until(owner: OwnerRow, employers: Iterable[str], *, now: datetime) -> dict[str, date]:
    """By the employer's key, the day from which to try again where that is still to come; three questions at most."""
    keys = {employer_key(name) for name in employers if name}
    ids = [one.row_id for some in (_tried(owner, keys) if keys else {}).values() for one in some]
    doors = _doors(owner, ids, now) if ids else {}
    return {key: door.again_on for key, door in doors.items() if door.again_on > now.date()}


def same_role(one: str, other: str) -> bool:
    """Whether two names of a role may be one; where one is not known, they may."""
    short, long = plain(one), plain(other)
    return not short or not long or short == long or like_role(short, long)


def _tried(owner: OwnerRow, keys: set[str]) -> dict[str, list[Tried]]:
    found: dict[str, list[Tried]] = {}
    rows = ApplicationRow.objects.filter(owner=owner).exclude(employer="").order_by("-applied_on", "pk")
    for name, employer, role, day, pk in rows.values_list("application_id", "employer", "role", "applied_on", "pk"):
        if (key := employer_key(employer)) in keys:
            found.setdefault(key, []).append(Tried(name, employer, role, day, pk))
    return found


def _people(owner: OwnerRow, applications: list[int]) -> dict[str, list[Met]]:
    found: dict[str, dict[str, Met]] = {}
    rows = PersonRow.objects.filter(owner=owner, application__in=applications).exclude(name="")
    for row in rows.select_related("application").order_by("-last_contact_at", "pk"):
        there = found.setdefault(employer_key(row.application.employer), {})
        if len(there) < MOST_PEOPLE:
            there.setdefault(row.person_id, Met(row.person_id, row.name, row.part, row.last_contact_at))
    return {key: list(there.values()) for key, there in found.items()}


def _doors(owner: OwnerRow, applications: list[int], now: datetime) -> dict[str, Door]:
    """Of the latest confirmed no at each; none where the user thinks that it broke the law."""
    unfair = RecoveryRow.objects.filter(owner=owner, event_id=OuterRef("event_id"), unfair_at__isnull=False)
    noes = EventRow.objects.filter(owner=owner, application__in=applications, is_no=True, confirmed=True, at__lte=now)
    told = dict(EmployerRow.objects.filter(owner=owner, again_on__isnull=False).values_list("key", "again_on"))
    found: dict[str, Door] = {}
    for row in noes.exclude(Exists(unfair)).select_related("application", "message").order_by("-at", "pk"):
        key = employer_key(row.application.employer)
        if key not in found and row.at:
            said, came = _said(row), row.at.astimezone(now.tzinfo).date()
            again_on = told.get(key) or in_months(came, said.months or AGAIN_AFTER)
            found[key] = Door(came, again_on, said.stated or said.kept_in_mind or "")
    return found


def _said(row: EventRow) -> Again:
    if row.message is None or row.message.unreadable:
        return Again()
    return again(prepare(from_json(row.message.message, Message)))
