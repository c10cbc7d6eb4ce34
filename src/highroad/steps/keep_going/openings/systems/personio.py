"""Personio: XML of positions; it gives no address of a posting, which is made of the host and its id."""

from typing import Any

from highroad.steps.keep_going.openings.posting import Posting
from highroad.steps.keep_going.openings.systems import fields


def read(text: str, *, address: str) -> fields.Found:
    """The open positions; raises NotThisFormat."""
    root = fields.xml_in(text)
    if root.tag != "workzag-jobs":
        raise fields.NotThisFormat
    host = "/".join(address.split("/")[:3])
    return fields.every(root.findall("position"), lambda entry: _posting(entry, host))


def _posting(entry: Any, host: str) -> Posting:
    parts = entry.findall("jobDescriptions/jobDescription")
    number = fields.line(entry.findtext("id"))
    return Posting(
        number=number,
        role=fields.line(entry.findtext("name")),
        employer=fields.line(entry.findtext("subcompany")),
        place=fields.lines(entry.findtext("office"), *(one.text for one in entry.findall("additionalOffices/office"))),
        url=f"{host}/job/{number}" if number.isalnum() else "",
        text=fields.words(*(part for one in parts for part in (one.findtext("name"), one.findtext("value")))),
        posted_on=fields.day(entry.findtext("createdAt")),
    )
