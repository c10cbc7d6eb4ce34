"""What the user said about people they met, and about employers they may try again."""

from django.db import models

from highroad.app.models.owners import OwnedRow


class ContactRow(OwnedRow):
    """Someone the user keeps in touch with, or not; named by the person's id, which outlives rebuilds."""

    person_id = models.CharField(max_length=16)
    keep = models.CharField(max_length=12, default="never", help_text="how often: an applications.contact.Keep")
    chosen_on = models.DateField(help_text="counted from here while there is no contact to count from")
    in_touch_on = models.DateField(null=True, help_text="a contact no mail knows of, such as a call")
    snoozed_until = models.DateField(null=True)
    note = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "person_id"], name="one_contact_each_person")]


class SamePersonRow(OwnedRow):
    """Whether two people of one name are one; `earlier` was met first, `later` is where they write from now."""

    earlier = models.CharField(max_length=16)
    later = models.CharField(max_length=16)
    same = models.BooleanField()
    said_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "earlier", "later"], name="one_answer_each_pair")]


class EmployerRow(OwnedRow):
    """What the user said about one employer, known by its key whatever way its name is spelled."""

    key = models.CharField(max_length=300)
    name = models.CharField(max_length=300)
    event_id = models.CharField(max_length=16, help_text="the no, or other event, it was said at")
    again_on = models.DateField(null=True, help_text="when to apply again; null: as worked out from the mail")
    remind_on = models.DateField(null=True, help_text="they said they would think of the user; null: no reminder")
    address = models.CharField(max_length=300, blank=True, help_text="by post, for the work log")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "key"], name="one_row_each_employer")]
