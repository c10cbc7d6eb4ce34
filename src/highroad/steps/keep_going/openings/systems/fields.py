"""Fields of strangers' feeds: each is read in the shape it should have, and is empty in any other."""

import html
import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import Any, Protocol

from lxml import etree

from highroad.mail.html import html_text
from highroad.steps.keep_going.openings.posting import Posting

MOST = 3000  # postings; no employer the size of one's search has more
LONGEST_TEXT = 20_000
LONGEST_LINE = 300
LONGEST_ADDRESS = 2000
LONGEST_NUMBER = 200
_DAY = re.compile(r"\s*(\d{4})-(\d\d)-(\d\d)(?!\d)", re.ASCII)
_YEARS = range(2000, 2100)  # 1970-01-01 and 9999-12-31 are ways to leave a field empty
_DECLARED = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
_WEB = ("https://", "http://")


class NotThisFormat(ValueError):
    """The answer is not what this hiring system publishes."""


@dataclass(frozen=True, slots=True)
class Found:
    """The postings of a feed in its order, and how many entries could not be read."""

    postings: tuple[Posting, ...]
    odd: int = 0


class Board(Protocol):
    """What every reader offers."""

    def read(self, text: str, *, address: str) -> Found:
        """The postings in the text of a feed that was read at `address`; raises NotThisFormat."""


def every(entries: Iterable[Any], posting: Callable[[Any], Posting]) -> Found:
    """Each entry as a posting; one without id or role is odd, and so is one that was there before."""
    found: dict[str, Posting] = {}
    odd = 0
    for entry in list(entries)[:MOST]:
        one = _with_short_number(posting(entry))
        if one.number and one.role and one.number not in found:
            found[one.number] = one
        else:
            odd += 1
    return Found(tuple(found.values()), odd)


def _with_short_number(one: Posting) -> Posting:
    """Its end, as ids that are addresses begin alike; the same at each look, so that a posting is known again."""
    return replace(one, number=one.number[-LONGEST_NUMBER:])


def json_in(text: str) -> Any:
    """The JSON of a text; raises NotThisFormat."""
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError) as error:
        raise NotThisFormat from error


def xml_in(text: str) -> Any:
    """The root of an XML text; a feed that declares entities has no good reason to. Raises NotThisFormat."""
    if "<!DOCTYPE" in text.upper() or "<!ENTITY" in text.upper():
        raise NotThisFormat
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, encoding="utf-8")
    try:
        root = etree.fromstring(_DECLARED.sub("", text).encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise NotThisFormat from error
    if root is None:
        raise NotThisFormat
    return root


def entries_in(text: str, name: str) -> list[Any]:
    """The list that a JSON object holds under this name; raises NotThisFormat."""
    whole = json_in(text)
    entries = whole.get(name) if isinstance(whole, dict) else None
    if not isinstance(entries, list):
        raise NotThisFormat
    return entries


def at(entry: Any, *names: str) -> Any:
    """What stands under these names, one in the other; None where there is nothing."""
    for name in names:
        entry = entry.get(name) if isinstance(entry, dict) else None
    return entry


def items(value: Any) -> list[Any]:
    """A list, or nothing."""
    return value if isinstance(value, list) else []


def line(value: Any, longest: int = LONGEST_LINE) -> str:
    """One line of text or a number; nothing for anything else."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    return " ".join(without_odd_letters(str(value)).split())[:longest]


def lines(*values: Any) -> str:
    """Several lines as one, without those that are empty or said before."""
    return "; ".join(dict.fromkeys(filter(None, map(line, values))))[:LONGEST_LINE]


def address(value: Any) -> str:
    """A web address, or nothing: no other kind of link is ever shown."""
    found = line(value, LONGEST_ADDRESS)
    return found if found.lower().startswith(_WEB) else ""


def words(*values: Any) -> str:
    """The plain words of HTML, also of HTML written as text once more."""
    return "\n\n".join(filter(None, map(_words, values)))[:LONGEST_TEXT]


def _words(value: Any) -> str:
    if not isinstance(value, str):
        return ""
    text = value[: 10 * LONGEST_TEXT]
    if "&lt;" in text and "<" not in text:
        text = html.unescape(text)
    return without_odd_letters(html_text(text)[0] if "<" in text or "&" in text else text).strip()


def day(*values: Any) -> date | None:
    """The first of these that begins with a day one can believe: an ISO date, or milliseconds since 1970."""
    return next((found for value in values if (found := _day(value))), None)


def _day(value: Any) -> date | None:
    try:
        if isinstance(value, int) and not isinstance(value, bool):
            found = datetime.fromtimestamp(value / 1000, UTC).date()
        elif told := _DAY.match(line(value)):
            found = date(int(told[1]), int(told[2]), int(told[3]))
        else:
            return None
    except (ValueError, OverflowError, OSError):
        return None
    return found if found.year in _YEARS else None


def mail_day(value: Any) -> date | None:
    """The day of a date as mail and RSS write it."""
    try:
        found = parsedate_to_datetime(line(value)).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return found if found.year in _YEARS else None


def without_odd_letters(text: str) -> str:
    """Without what no database or page can hold: NUL, and halves of letters."""
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")
