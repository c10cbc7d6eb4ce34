"""Workable: one JSON object with the account's name and its postings."""

from typing import Any

from highroad.steps.keep_going.openings.posting import Posting
from highroad.steps.keep_going.openings.systems import fields
from highroad.steps.keep_going.openings.systems.fields import at, line


def read(text: str, *, address: str) -> fields.Found:  # noqa: ARG001  every reader is asked the same way
    """The postings of an account; raises NotThisFormat."""
    employer = line(at(fields.json_in(text), "name"))
    return fields.every(fields.entries_in(text, "jobs"), lambda entry: _posting(entry, employer))


def _posting(entry: Any, employer: str) -> Posting:
    place = ", ".join(filter(None, (line(at(entry, name)) for name in ("city", "state", "country"))))
    return Posting(
        number=line(at(entry, "shortcode")) or line(at(entry, "code")),
        role=line(at(entry, "title")),
        employer=employer,
        place=fields.lines(place, "Remote" if at(entry, "telecommuting") is True else ""),
        url=fields.address(at(entry, "url")) or fields.address(at(entry, "application_url")),
        text=fields.words(at(entry, "description")),
        posted_on=fields.day(at(entry, "published_on"), at(entry, "created_at")),
    )
