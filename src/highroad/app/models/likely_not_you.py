"""What the user adds to a no: what they heard of its reason, and what they wrote down to a worry."""

from django.db import models

from highroad.app.models.let_go import MayBeLetGo
from highroad.app.models.private import PrivateText
from highroad.app.models.recoveries import OfRecovery


class HeardRow(OfRecovery):
    """A reason the user was told elsewhere: by phone, or by somebody from there."""

    reason = models.CharField(max_length=20, help_text="an events.event.Reason")
    text = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField()


class WorryRow(MayBeLetGo, OfRecovery):
    """What the user wrote down to one of the eight worries; private, as all writing of the heart is."""

    worry = models.CharField(max_length=12, help_text="a steps.likely_not_you.worries.Worry")
    text = PrivateText()
    talk_id = models.CharField(max_length=16, blank=True, help_text="the event of the talk it was said in, if any")
    at = models.DateTimeField()
