"""The log of what the user allowed and refused."""

from django.db import models

from highroad.app.models.owners import OwnedRow


class ConsentRow(OwnedRow):
    """One answer at one gate; rows are only ever added, the latest of a gate counts."""

    gate = models.CharField(max_length=60)
    about = models.CharField(max_length=500, blank=True, help_text="what exactly was allowed: a path, a host")
    given = models.BooleanField()
    at = models.DateTimeField()
