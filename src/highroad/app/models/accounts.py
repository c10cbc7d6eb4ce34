"""Mail accounts the user connected, and how far each of their folders was read. Passwords are never in here."""

from django.db import models

from highroad.app.models.owners import OwnedRow


class AccountRow(OwnedRow):
    """One mailbox: where it is read and where mail leaves from. Its secret lies in the keyring, or in a key file."""

    class Security(models.TextChoices):
        """How the connection is kept private."""

        TLS = "tls"
        STARTTLS = "starttls"
        NONE = "none"  # only to this computer itself

    class Login(models.TextChoices):
        """How the account is opened."""

        PASSWORD = "password"  # noqa: S105  its name, not itself
        OAUTH = "oauth"

    email = models.CharField(max_length=320)
    name = models.CharField(max_length=200, blank=True, help_text="as the user signs mail")
    login = models.CharField(max_length=10, choices=Login, default=Login.PASSWORD)
    user_name = models.CharField(max_length=320, blank=True, help_text="empty: the address")
    imap_host = models.CharField(max_length=253, blank=True)
    imap_port = models.PositiveIntegerField(default=993)
    imap_security = models.CharField(max_length=10, choices=Security, default=Security.TLS)
    smtp_host = models.CharField(max_length=253, blank=True)
    smtp_port = models.PositiveIntegerField(default=465)
    smtp_security = models.CharField(max_length=10, choices=Security, default=Security.TLS)
    smtp_trouble = models.TextField(blank=True, help_text="why nothing can leave; it may be read all the same")
    keeps_sent = models.BooleanField(default=False, help_text="the provider files sent mail itself")
    checks = models.BooleanField(default=False, help_text="looked at by itself, by the user's own yes")
    wanted = models.BooleanField(default=False, help_text="the user asked for it to be read now, once")
    trouble = models.TextField(blank=True, help_text="the sentence shown when it could not be read")
    refused = models.PositiveSmallIntegerField(default=0, help_text="how often its password was refused in a row")
    failed = models.PositiveSmallIntegerField(default=0, help_text="how often it could not be read in a row")
    leased_until = models.DateTimeField(null=True, help_text="whose turn it is: only who set it may write")
    checked_at = models.DateTimeField(null=True)
    next_check_at = models.DateTimeField(null=True, help_text="not looked at by itself before; empty: at once")
    created_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "email"], name="one_account_each_address")]


class FolderRow(OwnedRow):
    """One folder of an account, and the last message read there."""

    account = models.ForeignKey(AccountRow, on_delete=models.CASCADE, related_name="folders")
    name = models.CharField(max_length=1000)
    special_use = models.CharField(max_length=20, blank=True, help_text="RFC 6154, without the backslash: Sent, Junk")
    chosen = models.BooleanField(default=False)
    uid_validity = models.BigIntegerField(default=0)
    last_uid = models.BigIntegerField(default=0, help_text="the last message that was looked at")
    uid_next = models.BigIntegerField(default=0, help_text="as the server told when it was read; 0: not yet")
    messages = models.IntegerField(default=0)
    about_applications = models.IntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "name"], name="one_row_each_folder")]
