"""Recruitee: one JSON object with offers; text and requirements stand apart."""

from typing import Any

from highroad.steps.keep_going.openings.posting import Posting
from highroad.steps.keep_going.openings.systems import fields
from highroad.steps.keep_going.openings.systems.fields import at, items, line, lines


def read(text: str, *, address: str) -> fields.Found:  # noqa: ARG001  every reader is asked the same way
    """The published offers; raises NotThisFormat."""
    entries = fields.entries_in(text, "offers")
    return fields.every([one for one in entries if at(one, "status") in (None, "published")], _posting)


def _posting(entry: Any) -> Posting:
    places = (
        ", ".join(filter(None, (line(at(one, "city")) or line(at(one, "name")), line(at(one, "country")))))
        for one in items(at(entry, "locations"))
    )
    return Posting(
        number=line(at(entry, "id")),
        role=line(at(entry, "title")),
        employer=line(at(entry, "company_name")),
        place=lines(*places, "Remote" if at(entry, "remote") is True else "") or line(at(entry, "location")),
        url=fields.address(at(entry, "careers_url")),
        text=fields.words(at(entry, "description"), at(entry, "requirements")),
        posted_on=fields.day(at(entry, "published_at"), at(entry, "created_at")),
        closes_on=fields.day(at(entry, "close_at")),
    )
