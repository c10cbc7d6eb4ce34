"""Greenhouse: one JSON object, each posting with its text, which is HTML written as text."""

from typing import Any

from highroad.steps.keep_going.openings.posting import Posting
from highroad.steps.keep_going.openings.systems import fields
from highroad.steps.keep_going.openings.systems.fields import at, items, line, lines


def read(text: str, *, address: str) -> fields.Found:  # noqa: ARG001  every reader is asked the same way
    """The postings of a board; raises NotThisFormat."""
    return fields.every(fields.entries_in(text, "jobs"), _posting)


def _posting(entry: Any) -> Posting:
    """`updated_at` changes with every edit, so it counts only where the first day is missing."""
    return Posting(
        number=line(at(entry, "id")),
        role=line(at(entry, "title")),
        employer=line(at(entry, "company_name")),
        place=lines(at(entry, "location", "name"), *(at(one, "location") for one in items(at(entry, "offices")))),
        url=fields.address(at(entry, "absolute_url")),
        text=fields.words(at(entry, "content")),
        posted_on=fields.day(at(entry, "first_published"), at(entry, "updated_at")),
        closes_on=fields.day(at(entry, "application_deadline")),
    )
