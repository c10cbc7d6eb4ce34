"""Thoughts that were caught, mantras that are half believed, and how the user wants both."""

from django.db import models

from highroad.app.models.let_go import MayBeLetGo
from highroad.app.models.owners import OwnedRow
from highroad.app.models.private import PrivateList, PrivateText
from highroad.app.models.recoveries import OfRecovery
from highroad.steps.dont_get_stuck.thought import Screen


class ThoughtRow(MayBeLetGo, OfRecovery):
    """One thought record; beliefs are 0 (not at all) to 10 (completely)."""

    screen = models.CharField(
        max_length=10, default=Screen.THOUGHT.value, help_text="where the user goes on: a thought.Screen"
    )
    worry = models.CharField(max_length=10, blank=True, help_text="which of the eight it began from")
    page = models.CharField(max_length=32, blank=True, help_text="the empty page it was caught on: two posts, one row")
    thought = PrivateText(blank=True)
    belief_before = models.IntegerField(null=True)
    feelings = PrivateList(default=list, blank=True)
    distortions = PrivateList(default=list, blank=True, help_text="those the user said fit")
    turned_away = PrivateList(default=list, blank=True, help_text="those that were not it this time")
    speaks_for = PrivateText(blank=True)
    speaks_against = PrivateText(blank=True)
    to_a_friend = PrivateText(blank=True)
    fairer = PrivateText(blank=True)
    belief_after = models.IntegerField(null=True)
    at = models.DateTimeField()


class LookBackRow(OwnedRow):
    """That the user wants to look back on a week of thoughts, and when they last did."""

    looked_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner"], name="one_look_back")]


class DistortionRow(MayBeLetGo, OwnedRow):
    """A built-in distortion the user does not want to be asked about, or one of their own with its words."""

    key = models.CharField(max_length=40, blank=True, help_text="of a built-in one that is hidden")
    name = PrivateText(blank=True)
    cues = PrivateText(blank=True, help_text="words that bring up one of the user's own")


class MantraRow(MayBeLetGo, OwnedRow):
    """A mantra the user rated, ours by its key or one of their own; both halves are for one half believed."""

    key = models.CharField(max_length=20, blank=True)
    text = PrivateText(blank=True)
    belief = models.IntegerField(null=True)
    true_when = PrivateText(blank=True)
    not_when = PrivateText(blank=True)
    on_today = models.BooleanField(default=False)
    before_talks = models.BooleanField(default=False)
    rated_at = models.DateTimeField()
