"""Every forecast as it was shown: rows are only added, so that each can be held against what came."""

from django.db import models

from highroad.app.models.owners import OwnedRow


class ForecastRow(OwnedRow):
    """One forecast on one day; `shown` holds the figures of its page, unrounded."""

    on = models.DateField(help_text="the day it was made; applications of a later day are the ones it speaks of")
    at = models.DateTimeField()
    shown = models.JSONField(help_text="an app.queries.forecast_pages.Shown")

    class Meta:
        indexes = [models.Index(fields=["owner", "-at"])]
