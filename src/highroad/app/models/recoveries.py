"""What the user does after a no: kept apart from the record, and named by the event that brought the no."""

from django.db import models

from highroad.app.models.owners import OwnedRow


class RecoveryRow(OwnedRow):
    """One opened no. `event_id` outlives rebuilds, because it is made from the mail or the user's own mark."""

    event_id = models.CharField(max_length=16)
    sting = models.CharField(max_length=10, blank=True, help_text="how hard it landed: a recovery.sting.Sting")
    opened_at = models.DateTimeField()
    filed_at = models.DateTimeField(null=True)
    rests_until = models.DateTimeField(null=True)
    unfair_at = models.DateTimeField(null=True, help_text="when the user said it may have broken the law")
    internal = models.BooleanField(null=True, help_text="whether the user works there already; null: they did not say")
    in_ontario = models.BooleanField(default=False, help_text="the user said the job is in Ontario")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "event_id"], name="one_recovery_each_no")]


class OfRecovery(OwnedRow):
    """What rows of the six steps have: they belong to one recovery, or to none."""

    recovery = models.ForeignKey(RecoveryRow, null=True, on_delete=models.CASCADE, related_name="+")

    class Meta:
        abstract = True


class StepRow(OfRecovery):
    """That a step was skipped or done; nothing about how well."""

    step = models.CharField(max_length=30)
    skipped_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["recovery", "step"], name="one_row_each_step")]


class FeedbackRow(OfRecovery):
    """One request for feedback and what came of it."""

    asked_name = models.CharField(max_length=200, blank=True)
    asked_email = models.CharField(max_length=320, blank=True)
    asked_at = models.DateTimeField(null=True)
    in_talk = models.BooleanField(default=False, help_text="asked for a conversation, not by mail")
    nudged_at = models.DateTimeField(null=True, help_text="when the user asked once more; there is no third time")
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)
    answer_event_id = models.CharField(max_length=16, blank=True, help_text="the mail the user said is the answer")
    not_answers = models.JSONField(default=list, help_text="event ids of mails the user said are not the answer")
    moved = models.JSONField(default=dict, help_text="number of a sentence -> the steps.ask_for_feedback.answer.Sort")


class ActionRow(OfRecovery):
    """Something to work on, with a small first step."""

    feedback = models.ForeignKey(FeedbackRow, null=True, on_delete=models.SET_NULL, related_name="+")
    text = models.CharField(max_length=500)
    first_step = models.CharField(max_length=500, blank=True)
    review_on = models.DateField(null=True)
    done_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField()


class DeedRow(OfRecovery):
    """Something the user did. Effort is counted, outcomes are not."""

    kind = models.CharField(max_length=30, help_text="what Today counts: moment, writing, draft, practice, ...")
    about = models.CharField(max_length=30, blank=True, help_text="which one, so that it is not offered again")
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["owner", "-at"])]
