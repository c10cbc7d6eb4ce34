"""Teamtailor: RSS with places of its own; the first hundred postings."""

from typing import Any

from highroad.steps.keep_going.openings.posting import Posting
from highroad.steps.keep_going.openings.systems import fields

_PLACES = "{*}locations/{*}location"


def read(text: str, *, address: str) -> fields.Found:  # noqa: ARG001  every reader is asked the same way
    """The items of the feed; raises NotThisFormat."""
    root = fields.xml_in(text)
    channel = root.find("channel") if root.tag == "rss" else None
    if channel is None:
        raise fields.NotThisFormat
    return fields.every(channel.findall("item"), _posting)


def _posting(entry: Any) -> Posting:
    url = fields.address(entry.findtext("link"))
    places = [
        ", ".join(filter(None, (fields.line(one.findtext(f"{{*}}{name}")) for name in ("city", "country"))))
        or fields.line(one.findtext("{*}name"))
        for one in entry.findall(_PLACES)
    ]
    remote = "Remote" if fields.line(entry.findtext("remoteStatus")).lower() == "fully" else ""
    return Posting(
        number=fields.line(entry.findtext("guid")) or url,
        role=fields.line(entry.findtext("title")),
        place=fields.lines(*places, remote),
        url=url,
        text=fields.words(entry.findtext("description")),
        posted_on=fields.mail_day(entry.findtext("pubDate")),
    )
