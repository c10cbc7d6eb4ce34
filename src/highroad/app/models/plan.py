"""The week's plan: one sheet a week, and the lines on it."""

from django.db import models

from highroad.app.models.owners import OwnedRow


class PlanRow(OwnedRow):
    """One week's sheet, with what to do if it gets in the way, and later how it went."""

    monday = models.DateField()
    made_at = models.DateTimeField()
    if_this = models.CharField(max_length=300, blank=True, help_text="what will likely get in the way")
    then_i_will = models.CharField(max_length=300, blank=True)
    went = models.TextField(blank=True, help_text="how it went, in the user's own words")
    looked_back_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "monday"], name="one_plan_each_week")]


class PlannedRow(OwnedRow):
    """One line of a plan: what, where, when, and which way it goes."""

    plan = models.ForeignKey(PlanRow, on_delete=models.CASCADE, related_name="lines")
    what = models.CharField(max_length=300)
    where = models.CharField(max_length=200, blank=True)
    on = models.DateField()
    at = models.TimeField(null=True)
    way = models.CharField(max_length=20, help_text="a steps.keep_going.plan.Way")
    asks = models.BooleanField(default=False, help_text="the line that asks a person for a hint or a good word")
    done_at = models.DateTimeField(null=True)
