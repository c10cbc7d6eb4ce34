"""The record: what the user said, and the applications worked out from it and the mail."""

from django.db import models

from highroad.app.models.mail import MessageRow
from highroad.app.models.owners import OwnedRow


class CorrectionRow(OwnedRow):
    """Something the user said about an event or an application. It always wins; undoing it keeps the row."""

    kind = models.CharField(max_length=40)
    correction = models.JSONField(help_text="the Correction value")
    said_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)
    together = models.CharField(max_length=32, blank=True, help_text="corrections made in one act are undone in one")

    class Meta:
        indexes = [models.Index(fields=["owner", "-said_at"])]


class ApplicationRow(OwnedRow):
    """One application as worked out; `highroad rebuild` makes the same rows again."""

    application_id = models.CharField(max_length=16)
    employer = models.CharField(max_length=300, blank=True)
    employer_key = models.CharField(max_length=300, blank=True, help_text="one for all ways its name is spelled")
    role = models.CharField(max_length=300, blank=True)
    furthest_stage = models.CharField(max_length=12)
    came = models.JSONField(default=dict, help_text="from when on each stage counts as taken part in; see queries.came")
    outcome = models.CharField(max_length=12, help_text="quiet only by the user's word; see queries.silence")
    confirmed = models.BooleanField(default=False)
    applied_on = models.DateField(null=True)
    last_event_on = models.DateField(null=True)
    channel = models.CharField(max_length=20, default="job_board")
    waiting_since = models.DateField(null=True, help_text="the last that was heard or said, or the last talk")
    answer_days = models.PositiveIntegerField(null=True, help_text="from applying to the first answer")
    first_talk_on = models.DateField(null=True)
    word_days = models.PositiveIntegerField(null=True, help_text="from the first talk to the first answer after it")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "application_id"], name="one_row_each_application")]
        indexes = [
            models.Index(fields=["owner", "-last_event_on", "application_id"]),
            models.Index(fields=["owner", "outcome", "-last_event_on", "application_id"]),
        ]


class EventRow(OwnedRow):
    """One event of an application as worked out, with the sentence that proves it."""

    event_id = models.CharField(max_length=16)
    application = models.ForeignKey(ApplicationRow, on_delete=models.CASCADE, related_name="events")
    message = models.ForeignKey(MessageRow, null=True, on_delete=models.CASCADE, related_name="events")
    kind = models.CharField(max_length=20)
    at = models.DateTimeField(null=True)
    happens_at = models.DateTimeField(null=True, help_text="when a talk is held, as far as anyone said")
    evidence = models.TextField(blank=True)
    by_user = models.BooleanField(default=False)
    called_off = models.BooleanField(default=False, help_text="it speaks of a talk that a mail called off")
    calls_off = models.BooleanField(default=False, help_text="it is the mail that did")
    moves = models.BooleanField(default=False, help_text="it names another day for a talk that was settled before")
    is_no = models.BooleanField(default=False, help_text="this event is the no that ended its application")
    confirmed = models.BooleanField(default=False)
    sure = models.BooleanField(default=False)
    event = models.JSONField(help_text="the Event value")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "event_id"], name="one_row_each_event")]
        indexes = [
            models.Index(fields=["owner", "-at"], condition=models.Q(is_no=True), name="every_no"),
            models.Index(fields=["owner", "kind", "-at"]),
            models.Index(fields=["owner", "happens_at"]),
            models.Index(
                fields=["owner", "kind", "-at"],
                condition=models.Q(sure=False, by_user=False),
                name="what_we_are_unsure_of",
            ),
        ]


class PersonRow(OwnedRow):
    """Someone met in an application."""

    application = models.ForeignKey(ApplicationRow, on_delete=models.CASCADE, related_name="people")
    person_id = models.CharField(max_length=16, help_text="the same in every application they are met in")
    name = models.CharField(max_length=200, blank=True)
    honour = models.CharField(
        max_length=60, blank=True, help_text="what mail puts before the name: Dr., Frau Prof. Dr."
    )
    email = models.CharField(max_length=320, blank=True)
    part = models.CharField(max_length=20)
    last_contact_at = models.DateTimeField(null=True)
    thanked_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["owner", "person_id", "last_contact_at"])]
