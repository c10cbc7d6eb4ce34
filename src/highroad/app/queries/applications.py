"""The applications, as the contract with other programs has them and as values for the core."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.db.models.fields.json import KT

from highroad.app.codec import from_json
from highroad.app.models import ApplicationRow, EventRow, MessageRow, OwnerRow, PersonRow
from highroad.app.queries.own_days import in_own_days
from highroad.app.queries.silence import Silences, silences
from highroad.applications.application import Application, Channel, Outcome
from highroad.events.event import Event, Person, Stage


class NotThere(Exception):
    """There is nothing with this id, or nothing of this user's."""

    def __init__(self) -> None:
        super().__init__("There is nothing with this id.")


def applications(owner: OwnerRow, *, today: date) -> list[dict[str, Any]]:
    """Every application as the contract has it, the latest first."""
    mails = _message_ids(MessageRow.objects.filter(owner=owner))
    silent = silences(owner, today=today)
    return [_as_contract(row, mails, silent) for row in whole(ApplicationRow.objects.filter(owner=owner))]


def application(owner: OwnerRow, some_id: str) -> ApplicationRow:
    """The application with this id, or with the event of this id; raises NotThere."""
    rows = ApplicationRow.objects.filter(owner=owner)
    with_event = rows.filter(events__owner=owner, events__event_id=some_id)
    row = whole(rows.filter(application_id=some_id)).first() or whole(with_event).first()
    if row is None:
        raise NotThere
    return row


def whole(rows: QuerySet[ApplicationRow]) -> QuerySet[ApplicationRow]:
    """Applications with their events and people, in three questions whatever their number; mail without its text."""
    mail = ("message__message", "message__reading")
    events = EventRow.objects.select_related("message").defer(*mail).order_by("pk")  # as the core put them
    met = PersonRow.objects.order_by("pk")
    return rows.order_by("-last_event_on", "application_id").prefetch_related(
        Prefetch("events", events), Prefetch("people", met)
    )


def as_value(row: ApplicationRow) -> Application:
    """The row as the core computes on it."""
    return Application(
        id=row.application_id,
        employer=row.employer or None,
        role=row.role or None,
        furthest_stage=Stage(row.furthest_stage),
        outcome=Outcome(row.outcome),
        events=tuple(in_own_days(from_json(event.event, Event)) for event in row.events.all()),
        people=tuple(
            from_json({"name": who.name, "email": who.email, "part": who.part}, Person) for who in row.people.all()
        ),
        applied_on=row.applied_on,
        last_event_on=row.last_event_on,
        channel=Channel(row.channel),
    )


def as_contract(row: ApplicationRow, *, today: date) -> dict[str, Any]:
    """The application with the names that other programs rely on."""
    mails = MessageRow.objects.filter(pk__in=[event.message_id for event in row.events.all() if event.message_id])
    return _as_contract(row, _message_ids(mails), silences(row.owner, today=today))


def noes(owner: OwnerRow, *, today: date) -> list[dict[str, Any]]:
    """Every no as the contract has it, the latest first, whether the user confirmed it or not."""
    found = EventRow.objects.filter(owner=owner, is_no=True).order_by("-at", "event_id")
    rows = {row.pk: row for row in whole(ApplicationRow.objects.filter(owner=owner, events__is_no=True).distinct())}
    mails = _message_ids(MessageRow.objects.filter(owner=owner))
    silent = silences(owner, today=today)
    return [
        _as_contract(rows[no.application_id], mails, silent)
        | {"id": no.event_id, "application_id": rows[no.application_id].application_id, "confirmed": no.confirmed}
        for no in found
    ]


def _as_contract(row: ApplicationRow, mails: Mapping[int, str | None], silent: Silences) -> dict[str, Any]:
    return {
        "id": row.application_id,
        "employer": row.employer or None,
        "role": row.role or None,
        "furthest_stage": row.furthest_stage,
        "outcome": str(silent.outcome_of(row)),
        "confirmed": row.confirmed,
        "channel": row.channel,
        "applied_on": _day(row.applied_on),
        "last_event_on": _day(row.last_event_on),
        "events": [_event(event, mails) for event in row.events.all()],
        "people": [
            {"name": who.name or None, "email": who.email or None, "part": who.part} for who in row.people.all()
        ],
    }


def _event(event: EventRow, mails: Mapping[int, str | None]) -> dict[str, Any]:
    return {
        "id": event.event_id,
        "kind": event.kind,
        "date": event.at.isoformat() if event.at else None,
        "evidence": event.evidence or None,
        "message_id": mails[event.message_id] if event.message_id else None,
    }


def _message_ids(rows: QuerySet[MessageRow]) -> dict[int, str | None]:
    """The Message-ID of each mail by its row number, without loading the mail."""
    return dict(rows.values_list("pk", KT("message__message_id")))


def _person(who: PersonRow) -> dict[str, str | None]:
    return {"name": who.name or None, "email": who.email or None, "part": who.part}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
