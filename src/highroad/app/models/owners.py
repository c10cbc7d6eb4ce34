"""Whose record it is, and which mail addresses are theirs."""

from django.db import models


class OwnerRow(models.Model):
    """The person whose record this is; on one's own computer there is one."""

    name = models.CharField(max_length=200, blank=True)
    country = models.CharField(max_length=2, blank=True, help_text="ISO 3166, chosen for the help lines; never guessed")
    field = models.CharField(max_length=40, blank=True, help_text="the field profile the user chose; never guessed")
    weekly = models.BooleanField(default=False, help_text="the user wants the three taps a week to be brought up")
    shortcuts = models.BooleanField(default=True)
    calendar_key = models.CharField(max_length=64, blank=True, help_text="opens the calendar feed; empty: it is closed")
    quiet_until = models.DateTimeField(null=True, help_text="everything but steps one and five rests until then")
    put_away_at = models.DateTimeField(null=True, help_text="the search is over: nothing is brought up any more")
    welcomed_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField()


class OwnedRow(models.Model):
    """What every other row has: an owner, who alone sees it."""

    owner = models.ForeignKey(OwnerRow, on_delete=models.CASCADE, related_name="+")

    class Meta:
        abstract = True


class AddressRow(OwnedRow):
    """A mail address found in the mail. `mine` is the program's guess until `confirmed_at` says the user looked."""

    email = models.CharField(max_length=320)
    mine = models.BooleanField()
    seen = models.IntegerField(default=0, help_text="in how many mails it stood where the user's own address stands")
    confirmed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "email"], name="one_address_each")]
