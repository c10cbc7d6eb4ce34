"""Dated entries as a calendar that other programs can follow (RFC 5545)."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event

PRODUCT = "-//High Road//High Road//EN"
REFRESH = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the calendar. `at` is a moment with its zone, or a whole day; `uid` stays the same for ever."""

    uid: str
    title: str
    at: datetime | date
    lasts: timedelta = timedelta(minutes=15)  # of a moment; a day lasts a day


def as_calendar(entries: Iterable[Entry], *, name: str, now: datetime) -> bytes:
    """The whole calendar; whatever stands in a title, it stays one line of its own entry.

    A moment at the edge of time that ends after it is left out.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _on_one_line(name))
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    for entry in entries:
        with suppress(OverflowError):
            calendar.add_component(_event(entry, now))
    return bytes(calendar.to_ical())


def _event(entry: Entry, now: datetime) -> Event:
    event = Event()
    event.add("uid", _on_one_line(entry.uid))
    event.add("dtstamp", now.astimezone(UTC))
    event.add("summary", _on_one_line(entry.title))
    if isinstance(entry.at, datetime):
        event.add("dtstart", entry.at.astimezone(UTC))
        event.add("dtend", (entry.at + entry.lasts).astimezone(UTC))
    else:
        event.add("dtstart", entry.at)
        event.add("transp", "TRANSPARENT")
    return event


def _on_one_line(text: str) -> str:
    """Without anything that a calendar could take for the end of a line; a backslash begins such a sign."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text.replace("\\", "/")).split())
