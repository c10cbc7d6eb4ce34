"""Where the app learns what time it is, so that the core can be told."""

from datetime import datetime

from django.utils import timezone


def now() -> datetime:
    """The present moment, aware, in the user's own zone."""
    return timezone.localtime()


def in_own_zone(moment: datetime) -> datetime:
    """A moment a mail names: without a zone it is meant as the clock on the wall, which is the user's."""
    return moment if moment.tzinfo else timezone.make_aware(moment)
