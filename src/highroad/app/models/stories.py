"""Growth stories: what went wrong once, what came of it, and what to do at the next no."""

from django.db import models

from highroad.app.models.let_go import MayBeLetGo
from highroad.app.models.recoveries import ActionRow, OfRecovery


class StoryRow(MayBeLetGo, OfRecovery):
    """One answer to "tell me about a time", in the parts of STAR with what was learned; made to be said aloud."""

    action = models.ForeignKey(ActionRow, null=True, on_delete=models.SET_NULL, related_name="+")
    question = models.CharField(max_length=20, help_text="which question it answers: a key of the step's content")
    situation = models.TextField(blank=True)
    task = models.TextField(blank=True)
    done = models.TextField(blank=True)
    result = models.TextField(blank=True)
    learned = models.TextField(blank=True)
    when_no_comes = models.CharField(max_length=300, blank=True, help_text="the if of the plan for the next no")
    then_i_will = models.CharField(max_length=300, blank=True)
    begun_at = models.DateTimeField()
    saved_at = models.DateTimeField()
