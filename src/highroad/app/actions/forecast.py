"""Make a forecast: log what it says, so that it can be held against what comes."""

from datetime import datetime

from django.db import transaction

from highroad.app.codec import from_json
from highroad.app.models import ForecastRow, OwnerRow
from highroad.app.queries.forecast_pages import Shown, as_logged, shown_now
from highroad.app.queries.forecast_rest import resting


class ForecastRests(Exception):
    """After a no, and while anything rests, there is no forecast."""


@transaction.atomic
def make_forecast(owner: OwnerRow, *, now: datetime) -> int:
    """Log this moment's forecast and return its number; the same again that day is one. Raises ForecastRests."""
    if resting(owner, now=now):
        raise ForecastRests
    shown = shown_now(owner, now=now)
    last = ForecastRow.objects.filter(owner=owner, on=now.date()).order_by("-at").first()
    if last and from_json(last.shown, Shown) == shown:
        return last.pk
    return ForecastRow.objects.create(owner=owner, on=now.date(), at=now, shown=as_logged(shown)).pk
