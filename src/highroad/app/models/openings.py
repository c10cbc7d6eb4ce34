"""Openings: employers' boards the user follows, what stands on them, and the queue of what to apply to."""

from django.db import models

from highroad.app.models.owners import OwnedRow


class BoardRow(OwnedRow):
    """One employer's board. It is asked only when the user says so, and only at `host`, which they allowed."""

    employer = models.CharField(max_length=300)
    system = models.CharField(max_length=20, help_text="which hiring system: a keep_going.openings.system.System")
    token = models.CharField(max_length=200, blank=True, help_text="the employer's name there; empty for a page")
    address = models.CharField(max_length=1000, help_text="what is read")
    host = models.CharField(max_length=253)
    added_at = models.DateTimeField()
    looked_at = models.DateTimeField(null=True, help_text="the last look that brought an answer")
    looked_before = models.DateTimeField(null=True, help_text="the look before that one; what came since is new")
    not_before = models.DateTimeField(null=True, help_text="the host asked to be left alone until then")
    etag = models.CharField(max_length=300, blank=True)
    modified = models.CharField(max_length=100, blank=True)
    trouble = models.CharField(max_length=30, blank=True, help_text="why the last look brought nothing")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "address"], name="one_board_each_address")]


class PostingRow(OwnedRow):
    """One posting as its board shows it; one that is gone is kept, so that it is known when it comes back."""

    board = models.ForeignKey(BoardRow, on_delete=models.CASCADE, related_name="postings")
    number = models.CharField(max_length=200, help_text="its id on the board")
    role = models.CharField(max_length=300)
    place = models.CharField(max_length=300, blank=True)
    url = models.CharField(max_length=2000, blank=True)
    text = models.TextField(blank=True)
    posted_on = models.DateField(null=True)
    closes_on = models.DateField(null=True)
    first_seen_at = models.DateTimeField()
    gone_at = models.DateTimeField(null=True)
    came_back_at = models.DateTimeField(null=True, help_text="the same role stood here before, and was gone")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["board", "number"], name="one_row_each_posting")]
        indexes = [models.Index(fields=["owner", "gone_at", "-first_seen_at"])]


class OpeningRow(OwnedRow):
    """One opening the user may apply to. How it stands is worked out; only the user's own taps are kept."""

    employer = models.CharField(max_length=300, blank=True)
    role = models.CharField(max_length=300, blank=True)
    place = models.CharField(max_length=300, blank=True)
    url = models.CharField(max_length=2000, blank=True)
    text = models.TextField(blank=True, help_text="the posting, as pasted or as the board had it")
    note = models.TextField(blank=True)
    posted_on = models.DateField(null=True)
    closes_on = models.DateField(null=True)
    came_back = models.BooleanField(default=False, help_text="it was taken down and put up again")
    ready = models.JSONField(default=list, help_text="what it asks for that is ready: openings.needs.Need")
    added_at = models.DateTimeField()
    sent_as = models.CharField(max_length=16, blank=True, help_text="the application it became by the user's tap")
    not_sent_as = models.CharField(max_length=16, blank=True, help_text="the application it is not, as the user said")
    let_go_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["owner", "let_go_at", "-added_at"])]
