"""The user's résumé as text, and the postings they answered."""

from django.db import models

from highroad.app.models.owners import OwnedRow
from highroad.app.models.private import PrivateList, PrivateText


class ResumeRow(OwnedRow):
    """The one résumé kept: its text alone, never the file; and skills the user has that it does not say."""

    text = PrivateText()
    unsaid = PrivateList(default=list, blank=True)
    added_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner"], name="one_resume_each")]


class AdvertRow(OwnedRow):
    """The text of a posting as the user pasted it, named by the first event of the application it led to."""

    event_id = models.CharField(max_length=16)
    text = models.TextField()
    added_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "event_id"], name="one_advert_each_application")]
