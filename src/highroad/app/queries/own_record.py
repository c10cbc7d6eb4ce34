"""The record of one application for an adviser: its mails as files and its timeline as a page, in one ZIP."""

import io
import zipfile
from datetime import datetime

from django.template.loader import render_to_string

from highroad.app.codec import from_json
from highroad.app.models import MessageRow, OwnerRow
from highroad.app.queries.application_pages import Story, story
from highroad.mail.kept import as_eml
from highroad.mail.message import Message

LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first moment a ZIP knows


def record_of(owner: OwnerRow, some_id: str, *, now: datetime) -> bytes:
    """The ZIP of the application with this id or event; its file names hold no name of anybody. Raises NotThere."""
    found = story(owner, some_id, now=now)
    mails = _mails(owner, found)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        names = {}
        for number, (event_id, message) in enumerate(mails, start=1):
            names[event_id] = f"mails/{number:03}.eml"
            archive.writestr(_entry(names[event_id], message.sent_at), as_eml(message))
        page = render_to_string(
            "dont_burn_bridges/record.html", {"story": found, "rows": _rows(found, names), "now": now}
        )
        archive.writestr(_entry("timeline.html", now), page)
    return held.getvalue()


def _mails(owner: OwnerRow, found: Story) -> list[tuple[str, Message]]:
    """In the order of the timeline."""
    ids = [entry.id for entry in found.entries if entry.from_mail]
    rows = MessageRow.objects.filter(owner=owner, event_id__in=ids, unreadable=False)
    kept = {row.event_id: from_json(row.message, Message) for row in rows}
    return [(one, kept[one]) for one in ids if one in kept]


def _rows(found: Story, names: dict[str, str]) -> list[tuple[object, str]]:
    return [(entry, names.get(entry.id, "")) for entry in found.entries]


def _entry(name: str, at: datetime | None) -> zipfile.ZipInfo:
    moment = at.timetuple()[:6] if at and 1980 <= at.year < 2108 else LONG_AGO
    entry = zipfile.ZipInfo(name, date_time=moment)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry
