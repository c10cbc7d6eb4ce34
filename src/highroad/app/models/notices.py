"""What the screen may tell of: that a no was found, never which."""

from django.db import models

from highroad.app.models.owners import OwnedRow


class NoticeRow(OwnedRow):
    """One no that came in by itself; several may share the one notice of a day."""

    event_id = models.CharField(max_length=16)
    found_at = models.DateTimeField()
    shown_at = models.DateTimeField(null=True, help_text="when the notice was shown; null: not yet, or no need")
    seen_at = models.DateTimeField(null=True, help_text="when High Road was opened after that, before the next notice")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "event_id"], name="one_notice_each_no")]
