"""Whom the user keeps in touch with, which of the people met are one, and who is due."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import (
    BooleanField,
    Case,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.utils.timezone import localtime, make_aware

from highroad.app.models import ContactRow, OutgoingRow, OwnerRow, PersonRow, RecoveryRow, SamePersonRow
from highroad.applications.contact import MONTHS, Keep, due_on, in_months

SHOWN = 100  # of those due; nobody writes to more


@dataclass(frozen=True, slots=True)
class Kept:
    """How someone is kept in touch with; `due_on` None when no date is kept."""

    keep: Keep
    due_on: date | None
    snoozed_until: date | None
    in_touch_on: date | None
    note: str


@dataclass(frozen=True, slots=True)
class Due:
    """Someone to write to, from that day on."""

    person_id: str
    name: str
    employer: str
    on: date
    last_on: date | None


def due(owner: OwnerRow, *, on: date) -> list[Due]:
    """Who is due by that day, the longest waiting first."""
    return sorted((one for one in agreed(owner) if one.on <= on), key=lambda one: (one.on, one.person_id))[:SHOWN]


def agreed(owner: OwnerRow) -> list[Due]:
    """Everyone with a date, past or ahead; nobody of an application whose no the user thinks unlawful."""
    return [found for row in _agreed_rows(owner) if (found := _due(row))]


def due_rows(owner: OwnerRow, *, on: date) -> QuerySet[ContactRow]:
    """The rows of those due by that day, for a question inside another; `due` says who they are."""
    waited = Q()
    for keep, months in MONTHS.items():
        after = in_months(on, -months)
        moment = make_aware(datetime.combine(after, time.max))
        since = Q(heard_at__gt=moment) | Q(wrote_at__gt=moment) | Q(in_touch_on__gt=after)
        never = Q(heard_at=None, wrote_at=None, in_touch_on=None, chosen_on__gt=after)
        too_soon = Case(When(since | never, then=Value(value=True)), default=Value(value=False))
        waited |= Q(keep=keep) & ~Q(ExpressionWrapper(too_soon, output_field=BooleanField()))
    return _agreed_rows(owner).filter(waited).exclude(snoozed_until__gt=on)


def _agreed_rows(owner: OwnerRow) -> QuerySet[ContactRow]:
    flagged = RecoveryRow.objects.filter(owner=owner, unfair_at__isnull=False).values("event_id")
    wronged = PersonRow.objects.filter(
        owner=owner, person_id=OuterRef("person_id"), application__events__event_id__in=flagged
    )
    met = PersonRow.objects.filter(owner=owner, person_id=OuterRef("person_id"))
    return with_contacts(ContactRow.objects.filter(Exists(met), ~Exists(wronged), owner=owner, keep__in=list(MONTHS)))


def with_contacts(rows: QuerySet[ContactRow]) -> QuerySet[ContactRow]:
    """Contacts with their name, where they were met, the last mail and the last text sent to them."""
    met = PersonRow.objects.filter(owner=OuterRef("owner"), person_id=OuterRef("person_id"))
    last = met.order_by(F("last_contact_at").desc(nulls_last=True), "pk")
    sent = OutgoingRow.objects.filter(
        owner=OuterRef("owner"), about=OuterRef("person_id"), state=OutgoingRow.State.SENT
    ).order_by("-sent_at")
    return rows.annotate(
        name=Subquery(last.values("name")[:1]),
        email=Subquery(last.values("email")[:1]),
        employer=Subquery(last.values("application__employer")[:1]),
        heard_at=Subquery(last.values("last_contact_at")[:1]),
        wrote_at=Subquery(sent.values("sent_at")[:1]),
    )


def kept(owner: OwnerRow, person_id: str) -> Kept:
    """How this one is kept in touch with; as anyone is at first when nothing was said."""
    row = with_contacts(ContactRow.objects.filter(owner=owner, person_id=person_id)).first()
    if row is None:
        return Kept(Keep.NEVER, None, None, None, "")
    return Kept(Keep(row.keep), _date_of(row), row.snoozed_until, row.in_touch_on, row.note)


def same_people(owner: OwnerRow) -> dict[str, str]:
    """For everyone the user said was met before under another address: that id -> the one they go by now."""
    return told_of_pairs(owner)[0]


def told_of_pairs(owner: OwnerRow) -> tuple[dict[str, str], set[tuple[str, str]]]:
    """The pairs the user said are one person, as `same_people` has them, and those they said are two."""
    told = list(SamePersonRow.objects.filter(owner=owner).order_by("said_at", "pk"))
    same = {row.earlier: row.later for row in told if row.same}
    return same, {(row.earlier, row.later) for row in told if not row.same}


def goes_by(person_id: str, same: Mapping[str, str]) -> str:
    """The id someone goes by now, however often they moved."""
    seen = {person_id}
    while (later := same.get(person_id)) and later not in seen:
        person_id = later
        seen.add(later)
    return person_id


def also_known_as(person_ids: Iterable[str], same: Mapping[str, str]) -> dict[str, str]:
    """Every id of these people, earlier ones too -> the one they go by now."""
    wanted = {goes_by(person_id, same) for person_id in person_ids}
    return {name: name for name in wanted} | {
        earlier: goes_by(earlier, same) for earlier in same if goes_by(earlier, same) in wanted
    }


def _due(row: ContactRow) -> Due | None:
    on = _date_of(row)
    known = vars(row)
    if on is None or not (known["name"] or known["email"]):
        return None
    name = known["name"] or known["email"]
    return Due(row.person_id, name, known["employer"] or "", on, max(_contacts(row), default=None))


def _date_of(row: ContactRow) -> date | None:
    return due_on(Keep(row.keep), contacts=_contacts(row), chosen_on=row.chosen_on, snoozed_until=row.snoozed_until)


def _contacts(row: ContactRow) -> list[date]:
    """Days of real contact: the last mail, the last text that left, and what the user said."""
    moments: Iterable[datetime | None] = (vars(row)["heard_at"], vars(row)["wrote_at"])
    days = [localtime(moment).date() for moment in moments if moment]
    return [*days, row.in_touch_on] if row.in_touch_on else days
