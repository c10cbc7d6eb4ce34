"""Let everything else rest after dark words, and take that back. Neither the words nor the reason are kept."""

from datetime import datetime, timedelta

from highroad.app.actions.outbox_waits import hold_through_rests
from highroad.app.models import OwnerRow
from highroad.words.crisis import Level, level, level_beyond

RESTS = timedelta(hours=72)


def look_at(owner: OwnerRow, text: str, *, seen: str = "", now: datetime) -> Level:
    """How dark a text is; explicit words let everything else rest from now on, letters on their way too.

    `seen` is the text as it stood when help was last shown beside it: its sentences are not asked about again.
    """
    found = level_beyond(seen, text) if seen else level(text)
    if found is Level.EXPLICIT:
        OwnerRow.objects.filter(pk=owner.pk).update(quiet_until=now + RESTS)
        hold_through_rests(now=now)
    return found


def lift(owner: OwnerRow) -> None:
    """Bring everything back at once; a letter that was held leaves sooner only when it was read again."""
    OwnerRow.objects.filter(pk=owner.pk).update(quiet_until=None)
