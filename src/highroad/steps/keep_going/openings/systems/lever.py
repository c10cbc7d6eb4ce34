"""Lever: one JSON list; a posting's text comes in an opening, lists and a closing."""

from typing import Any

from highroad.steps.keep_going.openings.posting import Posting
from highroad.steps.keep_going.openings.systems import fields
from highroad.steps.keep_going.openings.systems.fields import at, items, line, lines


def read(text: str, *, address: str) -> fields.Found:  # noqa: ARG001  every reader is asked the same way
    """The postings of a board; an unknown board answers with an object, not a list. Raises NotThisFormat."""
    entries = fields.json_in(text)
    if not isinstance(entries, list):
        raise fields.NotThisFormat
    return fields.every(entries, _posting)


def _posting(entry: Any) -> Posting:
    placed = at(entry, "categories")
    listed = [part for one in items(at(entry, "lists")) for part in (at(one, "text"), at(one, "content"))]
    return Posting(
        number=line(at(entry, "id")),
        role=line(at(entry, "text")),
        place=lines(at(placed, "location"), *items(at(placed, "allLocations"))),
        url=fields.address(at(entry, "hostedUrl")),
        text=fields.words(
            at(entry, "description") or at(entry, "descriptionPlain"),
            *listed,
            at(entry, "additional") or at(entry, "additionalPlain"),
        ),
        posted_on=fields.day(at(entry, "createdAt")),
    )
