"""Open and close the calendar feed: its key is all that a calendar program has to show."""

import secrets

from highroad.app.models import OwnerRow


def open_feed(owner: OwnerRow) -> None:
    """A new key; a calendar that followed with the old one sees nothing from now on."""
    OwnerRow.objects.filter(pk=owner.pk).update(calendar_key=secrets.token_urlsafe(32))


def close_feed(owner: OwnerRow) -> None:
    """No key, so no feed."""
    OwnerRow.objects.filter(pk=owner.pk).update(calendar_key="")
