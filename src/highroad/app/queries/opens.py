"""When a page that rests just now opens again, so that no way is offered to one that is shut."""

from dataclasses import dataclass
from datetime import datetime

from highroad.app.models import OwnerRow
from highroad.app.queries.dark_words import quiet_until, rests
from highroad.app.queries.forecast_rest import resting
from highroad.app.queries.today_cards import when

FORECAST = "/forecast"


@dataclass(frozen=True, slots=True)
class Shut:
    """A page rests; `until` says when it opens, empty while nobody can tell."""

    until: str


def shut(owner: OwnerRow, path: str, *, now: datetime, calm: datetime | None = None) -> Shut | None:
    """Whether the page of this address rests, or waits for a calmer day; None while it is open."""
    forecast = resting(owner, now=now) if path == FORECAST else None
    if forecast and forecast.until is None:
        return Shut("")
    quiet = quiet_until(owner, now=now) if rests(path) else None
    untils = [until for until in (quiet, calm, forecast and forecast.until) if until]
    return Shut(when(max(untils).astimezone(now.tzinfo), now)) if untils else None
