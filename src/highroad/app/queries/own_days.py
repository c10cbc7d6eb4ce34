"""The days of what happened are those of the user's own calendar, wherever a mail was written."""

from dataclasses import replace
from datetime import UTC

from highroad.app.clock import in_own_zone
from highroad.events.event import Event


def in_own_days(event: Event) -> Event:
    """The event with its moments on the user's own clock, so that each day the core takes of them is theirs."""
    told = event.reading.happens_at
    reading = replace(event.reading, happens_at=in_own_zone(told)) if told else event.reading
    return replace(on_own_day(event), reading=reading)


def on_own_day(event: Event) -> Event:
    """The event on the user's own clock, with the day its mail names left as it was told."""
    return replace(event, at=in_own_zone(event.at)) if event.at else event


def in_world_time(event: Event) -> Event:
    """The event as it is kept: the same in whatever zone it is written."""
    return replace(event, at=event.at.astimezone(UTC)) if event.at else event
