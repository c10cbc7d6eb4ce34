"""Make a forecast: log what it says, so that it can be held against what comes."""

from datetime import datetime

from django.db import transaction

from highroad.app.models import ForecastRow, OwnerRow
from highroad.app.queries.forecast_pages import as_logged, shown_now
from highroad.app.queries.forecast_rest import resting


class ForecastRests(Exception):
    """After a no, and while anything rests, there is no forecast."""


@transaction.atomic
def make_forecast(owner: OwnerRow, *, now: datetime) -> int:
    """Log the forecast of this moment and return its number; raises ForecastRests."""
    if resting(owner, now=now):
        raise ForecastRests
    row = ForecastRow.objects.create(owner=owner, on=now.date(), at=now, shown=as_logged(shown_now(owner, now=now)))
    return row.pk
