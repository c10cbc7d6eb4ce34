"""Mail the user writes: from a draft to what became of it."""

from django.db import models

from highroad.app.models.accounts import AccountRow
from highroad.app.models.recoveries import OfRecovery


class OutgoingRow(OfRecovery):
    """One text for one person. From `scheduled` on its bytes and its Message-ID stand fixed."""

    class State(models.TextChoices):
        """Where a mail stands on its way out."""

        DRAFT = "draft"
        RESTING = "resting"  # it read hot, or was written at night or soon after the no
        READY = "ready"  # it rested and waits to be read again
        SCHEDULED = "scheduled"
        SENDING = "sending"  # the server may have it; written down before a byte of the text leaves
        SENT = "sent"
        UNKNOWN = "unknown"  # we stopped in the midst of sending; never sent again by itself
        FAILED = "failed"  # the server refused it; it did not leave
        CANCELLED = "cancelled"

    purpose = models.CharField(max_length=20, help_text="feedback, nudge, reply, thank_you, ...")
    about = models.CharField(max_length=40, blank=True, help_text="application or person it is about, beside a no")
    tone = models.CharField(max_length=10, blank=True)
    to_name = models.CharField(max_length=200, blank=True)
    to_email = models.CharField(max_length=320, blank=True)
    subject = models.CharField(max_length=500, blank=True)
    body = models.TextField(blank=True)
    own_subject = models.CharField(max_length=500, blank=True)
    own_body = models.TextField(blank=True, help_text="the user's words before a calmer version took their place")
    saved_at = models.DateTimeField()
    taken_at = models.DateTimeField(null=True, help_text="when it was copied or saved as a file")

    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    rest_why = models.CharField(max_length=10, blank=True, help_text="a recovery.cooldown.Why")
    rests_until = models.DateTimeField(null=True)
    rested_body = models.TextField(blank=True, help_text="the words that rested; hot new ones rest anew")
    leaves_at = models.DateTimeField(null=True)
    noted_at = models.DateTimeField(
        null=True, help_text="when the clock's chore first saw this wait, by the wall clock"
    )
    noted_beat = models.FloatField(null=True, help_text="the same in seconds since the computer was started")
    noted_boot = models.CharField(max_length=40, blank=True, help_text="which start of the computer that was")
    account = models.ForeignKey(AccountRow, null=True, on_delete=models.SET_NULL, related_name="+")
    message_id = models.CharField(max_length=200, blank=True)
    raw = models.BinaryField(null=True, help_text="the exact bytes that leave")
    leased_until = models.DateTimeField(null=True, help_text="whose turn it is: only who set it may write")
    attempts = models.IntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    recorded_at = models.DateTimeField(null=True, help_text="when it became part of the record")
    may_have_arrived = models.BooleanField(
        default=False, help_text="it was unsure once, and nobody learned since what became of that"
    )
    copied_at = models.DateTimeField(null=True, help_text="when the copy stood in the Sent folder")
    trouble = models.TextField(blank=True, help_text="the latest sentence on why it did not leave, or waits")

    class Meta:
        indexes = [models.Index(fields=["state", "leaves_at"])]
