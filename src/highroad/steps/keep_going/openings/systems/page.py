"""A page of the employer's own: the JobPosting that it publishes for search engines (schema.org, JSON-LD)."""

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from highroad.steps.keep_going.openings.posting import Posting
from highroad.steps.keep_going.openings.systems import fields
from highroad.steps.keep_going.openings.systems.fields import at, items, line, lines

_KIND = b"application/ld+json"
_MOST_NODES = 20_000
_INSIDE = ("@graph", "itemlistelement", "item", "mainentity")


def read(text: str, *, address: str) -> fields.Found:
    """Every JobPosting on a page; raises NotThisFormat when there is none."""
    found = [node for block in _blocks(text) for node in _nodes(block) if _is_posting(node)]
    if not found:
        raise fields.NotThisFormat
    return fields.every(found, lambda entry: _posting(entry, address))


def _blocks(page: str) -> Iterator[Any]:
    """The JSON of each script that says it is one, in one pass; what is no JSON is left out."""
    raw = page.encode("utf-8", "replace")
    low, start = raw.lower(), 0
    while (start := low.find(b"<script", start)) >= 0:
        head = low.find(b">", start)
        end = low.find(b"</script", head)
        if head < 0 or end < 0:
            return
        if _KIND in low[start:head]:
            with suppress(fields.NotThisFormat):
                yield fields.json_in(raw[head + 1 : end].decode("utf-8", "replace").strip().rstrip(";"))
        start = end


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every object that may be a posting, with its names in small letters: some sites write "DatePosted"."""
    waiting, seen = [value], 0
    while waiting and seen < _MOST_NODES:
        seen += 1
        one = waiting.pop()
        if isinstance(one, list):
            waiting += reversed(one)
        elif isinstance(one, dict):
            node = {name.lower(): told for name, told in one.items()}
            yield node
            waiting += [node[name] for name in _INSIDE if name in node]


def _is_posting(node: dict[str, Any]) -> bool:
    kind = node.get("@type")
    return any(line(one).lower() == "jobposting" for one in (kind if isinstance(kind, list) else [kind]))


def _posting(node: dict[str, Any], page: str) -> Posting:
    url = fields.address(node.get("url")) or page
    number = node.get("identifier")
    company = node.get("hiringorganization")
    placed = node.get("joblocation")
    return Posting(
        number=line(at(number, "value")) or line(number) or url,
        role=line(node.get("title")),
        employer=line(at(company, "name")) or line(company),
        place=lines(
            *(_place(one) for one in (placed if isinstance(placed, list) else [placed])),
            "Remote" if line(node.get("joblocationtype")).upper() == "TELECOMMUTE" else "",
        ),
        url=url,
        text=fields.words(node.get("description"), *items(node.get("responsibilities"))),
        posted_on=fields.day(node.get("dateposted")),
        closes_on=fields.day(node.get("validthrough")),
    )


def _place(told: Any) -> str:
    home = at(told, "address")
    named = (line(at(home, name)) for name in ("addressLocality", "addressRegion"))
    country = at(home, "addressCountry")
    parts = [*named, line(at(country, "name")) or line(country)]
    return ", ".join(dict.fromkeys(filter(None, parts))) or line(home) or line(told)
