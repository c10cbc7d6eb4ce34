"""The owner's calendar feed, as a calendar program reads it."""

from datetime import datetime

from icalendar import Calendar

from highroad.app.models import OwnerRow
from highroad.app.queries.calendar import calendar
from tests.cast import NOW


def in_the_feed(owner: OwnerRow, *, kind: str = "", now: datetime = NOW) -> list[datetime]:
    """When its events begin; only those of a kind, as their ids begin with it, when one is named."""
    events = Calendar.from_ical(calendar(owner, now=now)).walk("VEVENT")
    return [event.decoded("dtstart") for event in events if str(event["uid"]).startswith(kind)]
