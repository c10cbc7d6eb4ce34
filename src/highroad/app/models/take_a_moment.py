"""Step one: how it felt, what was written and for how long it lies sealed, what is kind, and three taps a week."""

from django.db import models

from highroad.app.models.let_go import MayBeLetGo
from highroad.app.models.owners import OwnedRow
from highroad.app.models.private import PrivateList, PrivateText
from highroad.app.models.recoveries import OfRecovery


class MomentRow(OfRecovery):
    """How it felt, how the user thought it would feel, and how it came; 0 much lighter, 10 just as heavy."""

    feelings = PrivateList(default=list, blank=True)
    strength = models.IntegerField(null=True, help_text="1 a little to 5 all of me")
    guess_tomorrow = models.IntegerField(null=True)
    guess_week = models.IntegerField(null=True)
    came_tomorrow = models.IntegerField(null=True)
    came_week = models.IntegerField(null=True)
    at = models.DateTimeField()


class WritingRow(OfRecovery):
    """Private writing: never in search, export, log or title without its own consent; burning deletes the row."""

    page = models.CharField(max_length=32, help_text="made with the empty page, so that no save makes a second row")
    prompt = models.CharField(max_length=10, default="free", help_text="what it is about: a key of the step's content")
    values = PrivateList(default=list, blank=True, help_text="what matters to the user: of the list, for this prompt")
    text = PrivateText(blank=True)
    kept_at = models.DateTimeField(null=True)
    sealed_until = models.DateTimeField(null=True)
    started_at = models.DateTimeField()
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "page"], name="one_row_each_page")]


class SittingRow(OfRecovery):
    """That something was written and ended, and how it felt afterwards: no word of it. Outlives a burned page."""

    page = models.CharField(max_length=32)
    prompt = models.CharField(max_length=10)
    circled = models.BooleanField(default=False, help_text="it went round the same question")
    felt = models.CharField(max_length=10, blank=True, help_text="afterwards: a writing.Felt")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "page"], name="one_sitting_each_page")]


class ComfortRow(MayBeLetGo, OwnedRow):
    """Something kind of the user's own, for their list."""

    text = PrivateText()
    added_at = models.DateTimeField()


class WeekRow(OwnedRow):
    """Three taps about one week, 1 to 5 each; whatever was not tapped is empty. Never added up."""

    monday = models.DateField()
    mood = models.IntegerField(null=True)
    control = models.IntegerField(null=True)
    hard_on_self = models.IntegerField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "monday"], name="one_row_each_week")]
