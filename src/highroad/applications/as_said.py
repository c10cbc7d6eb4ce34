"""Events as the user says they are: added, changed, confirmed or taken away."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from highroad.applications.correction import (
    ConfirmedNo,
    Correction,
    DetailsAre,
    EventAdded,
    EventEdited,
    EventRemoved,
    KindIs,
    NotANo,
    NotSure,
    about,
)
from highroad.events.event import Event, Kind


def as_said(events: Iterable[Event], corrections: Iterable[Correction]) -> list[Event]:
    """Every event once, and the added ones, after everything the user said about them in the order of time."""
    said = {event.id: event for event in events}
    for correction in corrections:
        if isinstance(correction, EventAdded):
            said[correction.event.id] = correction.event
            continue
        change, event_id = CHANGES.get(type(correction)), about(correction)[0]
        if change and event_id in said:
            said[event_id] = change(said[event_id], correction)
    return list(said.values())


def removed(corrections: Iterable[Correction]) -> frozenset[str]:
    """The ids of the events the user took off their timeline."""
    return frozenset(correction.event_id for correction in corrections if isinstance(correction, EventRemoved))


def confirmed_nos(corrections: Iterable[Correction]) -> frozenset[str]:
    """The ids of the events whose last word from the user is that this is a no."""
    last_word = dict(word for correction in corrections if (word := _word_on_a_no(correction)))
    return frozenset(event_id for event_id, is_no in last_word.items() if is_no)


def _word_on_a_no(correction: Correction) -> tuple[str, bool] | None:
    match correction:
        case ConfirmedNo(event_id):
            return event_id, True
        case NotANo(event_id) | NotSure(event_id):
            return event_id, False
        case KindIs(event_id, kind) | EventEdited(event_id, kind) if kind:
            return event_id, kind is Kind.REJECTION
        case EventAdded(event):
            return event.id, event.kind is Kind.REJECTION
    return None


def _of_kind(event: Event, kind: Kind) -> Event:
    return replace(event, kind=kind, reading=replace(event.reading, kind=kind, certainty=1.0, sure=True))


def _not_a_no(event: Event, _: NotANo) -> Event:
    return _of_kind(event, Kind.UPDATE if event.kind is Kind.REJECTION else event.kind)


def _not_sure(event: Event, _: NotSure) -> Event:
    return replace(event, reading=replace(event.reading, sure=False))


def _with_details(event: Event, said: DetailsAre) -> Event:
    read = event.reading
    reading = replace(
        read,
        employer=read.employer if said.employer is None else said.employer or None,
        role=read.role if said.role is None else said.role or None,
        stage=said.stage or read.stage,
    )
    return replace(event, reading=reading)


def _edited(event: Event, said: EventEdited) -> Event:
    read = event.reading
    changed = replace(
        event,
        reading=replace(read, stage=said.stage or read.stage, happens_at=said.happens_at or read.happens_at),
        at=said.at or event.at,
        note=event.note if said.note is None else said.note,
    )
    return _of_kind(changed, said.kind) if said.kind else changed


CHANGES: dict[type, Callable[[Event, Any], Event]] = {
    KindIs: lambda event, said: _of_kind(event, said.kind),
    ConfirmedNo: lambda event, _: _of_kind(event, Kind.REJECTION),
    NotANo: _not_a_no,
    NotSure: _not_sure,
    DetailsAre: _with_details,
    EventEdited: _edited,
}
