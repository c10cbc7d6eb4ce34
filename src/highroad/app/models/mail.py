"""Mail that concerns an application, where it came from, and what has been seen."""

from django.db import models

from highroad.app.models.accounts import FolderRow
from highroad.app.models.owners import OwnedRow


class SourceRow(OwnedRow):
    """One place mail was brought in from, how far it was read, and what was counted there."""

    class State(models.TextChoices):
        """Where the reading of a source stands."""

        PREVIEW = "preview"  # being looked through, nothing is kept
        READY = "ready"  # looked through; the user decides
        WAITING = "waiting"
        READING = "reading"
        STOPPED = "stopped"
        DONE = "done"
        FAILED = "failed"

    kind = models.CharField(max_length=20, help_text="what was found at the path; record: the stored mail itself")
    path = models.CharField(max_length=4096, blank=True)
    name = models.CharField(max_length=300, help_text="what the user calls it: the file's name")
    uploaded = models.BooleanField(default=False, help_text="our own copy, removed once it is read")
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    trouble = models.TextField(blank=True, help_text="the sentence shown when it failed")
    position = models.BigIntegerField(default=0, help_text="where to go on reading")
    size = models.BigIntegerField(default=0)
    reader_version = models.IntegerField(default=0)
    folder = models.OneToOneField(
        FolderRow,
        null=True,
        on_delete=models.CASCADE,
        related_name="source",
        help_text="of an account, not of this disk",
    )
    read_before = models.JSONField(null=True, help_text="the ReadBefore value, once it was read to its end")
    since = models.DateField(null=True, help_text="mail before this day is passed by")
    leased_until = models.DateTimeField(null=True, help_text="whose turn it is: only who set it may write")
    messages = models.IntegerField(default=0)
    about_applications = models.IntegerField(default=0)
    with_problems = models.IntegerField(default=0)
    unreadable = models.IntegerField(default=0)
    already_known = models.IntegerField(default=0)
    created_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)


class SeenRow(OwnedRow):
    """That a message went past, by digest alone, so that importing again adds nothing and keeps no text."""

    digest = models.BinaryField(max_length=16)
    reader_version = models.IntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "digest"], name="seen_once")]


class ReplyRow(OwnedRow):
    """That a mail went past which says nothing alone: where it is, and one id of its thread, by digests alone."""

    thread = models.BinaryField(max_length=8)
    digest = models.BinaryField(max_length=16, help_text="of the mail")
    source = models.ForeignKey(SourceRow, on_delete=models.CASCADE, related_name="+")
    start = models.BigIntegerField(help_text="the position to read it from")
    wanted = models.BooleanField(default=False, help_text="its thread is known, and its mail lies on a server")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "thread", "digest"], name="reply_noted_once")]


class MessageRow(OwnedRow):
    """One mail about an application, or one that could not be read; the reading is a cache."""

    key = models.CharField(max_length=64)
    event_id = models.CharField(max_length=16, help_text="the id of the event it proves, made from the key")
    source = models.ForeignKey(SourceRow, null=True, on_delete=models.SET_NULL, related_name="+")
    outgoing = models.BooleanField(default=False)
    sender = models.CharField(max_length=700, blank=True)
    subject = models.TextField(blank=True)
    sent_at = models.DateTimeField(null=True)
    message = models.JSONField(help_text="the Message value")
    reading = models.JSONField(null=True, help_text="the Reading value, as this reader version saw it")
    reader_version = models.IntegerField(default=0)
    unreadable = models.BooleanField(default=False)
    in_thread = models.BooleanField(default=False, help_text="kept because its thread is about an application")
    added_by_user = models.BooleanField(default=False, help_text="pasted, or found by 'you missed one'")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "key"], name="one_copy_of_each_mail")]
        indexes = [models.Index(fields=["owner", "-sent_at"]), models.Index(fields=["owner", "event_id"])]


class LinkRow(OwnedRow):
    """What may tie an event to others: an employer, a thread, a merge. Applications never reach across these."""

    event_id = models.CharField(max_length=16)
    key = models.CharField(max_length=400)

    class Meta:
        indexes = [models.Index(fields=["owner", "key"]), models.Index(fields=["owner", "event_id"])]
