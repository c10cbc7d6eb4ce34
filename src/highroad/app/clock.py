"""Where the app learns what time it is, so that the core can be told."""

from datetime import datetime

from django.utils import timezone


def now() -> datetime:
    """The present moment, aware, in the user's own zone."""
    return timezone.localtime()


def in_own_zone(moment: datetime) -> datetime:
    """The same moment on the user's own clock; one without a zone is meant as the clock on their wall."""
    return timezone.localtime(moment) if moment.tzinfo else timezone.make_aware(moment)
