"""Ashby: one JSON object; a posting that is not listed is not shown."""

from typing import Any

from highroad.steps.keep_going.openings.posting import Posting
from highroad.steps.keep_going.openings.systems import fields
from highroad.steps.keep_going.openings.systems.fields import at, items, line, lines


def read(text: str, *, address: str) -> fields.Found:  # noqa: ARG001  every reader is asked the same way
    """The postings of a board; raises NotThisFormat."""
    entries = fields.entries_in(text, "jobs")
    return fields.every([one for one in entries if at(one, "isListed") is not False], _posting)


def _posting(entry: Any) -> Posting:
    others = (at(one, "location") for one in items(at(entry, "secondaryLocations")))
    return Posting(
        number=line(at(entry, "id")),
        role=line(at(entry, "title")),
        place=lines(at(entry, "location"), *others),
        url=fields.address(at(entry, "jobUrl")),
        text=fields.words(at(entry, "descriptionHtml") or at(entry, "descriptionPlain")),
        posted_on=fields.day(at(entry, "publishedAt")),
        closes_on=fields.day(at(entry, "applicationDeadline")),
    )
