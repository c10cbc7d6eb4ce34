"""Where the app learns what time it is, so that the core can be told."""

from datetime import datetime

from django.utils import timezone


def now() -> datetime:
    """The present moment, aware, in the user's own zone."""
    return timezone.localtime()
