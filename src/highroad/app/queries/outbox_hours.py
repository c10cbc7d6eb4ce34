"""At which hour a text leaves by itself: a good one where it is read."""

from datetime import UTC, datetime, tzinfo

from django.db.models import Q

from highroad.app.models import MessageRow, OutgoingRow, OwnerRow
from highroad.app.queries.outbox_nudges import last_day
from highroad.recovery.cooldown import earliest, good_moment, zone_east


def first_hour(row: OutgoingRow, there: tzinfo | None, *, rested: bool, now: datetime) -> datetime:
    """When it leaves unless the user says otherwise: a good hour `there`, or at once when that comes too late."""
    soonest = earliest(now, rested=rested)
    if rested:
        return soonest
    good, last = good_moment(now, there or now.tzinfo or UTC).astimezone(now.tzinfo), last_day(row, now=now)
    return soonest if last and good.date() > last else good


def zone_of(owner: OwnerRow, email: str, *, own: tzinfo | None) -> tzinfo | None:
    """Where someone seems to be, by the date of their latest mail; the user's own zone when the two agree."""
    theirs = Q(sender__iendswith=f" {email}") | Q(sender__iexact=email)
    rows = MessageRow.objects.filter(theirs, owner=owner, outgoing=False, sent_at__isnull=False, unreadable=False)
    found = rows.order_by("-sent_at").values_list("sent_at", "message__zone").first() if email else None
    there = zone_east(found[1]) if found else None
    if there is None or own is None or found is None or found[0] is None:
        return there
    return own if found[0].astimezone(own).utcoffset() == there.utcoffset(None) else there
