"""What a calendar part of a mail tells: what it is, when it starts, who comes. A broken part tells what can be read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from highroad.mail.blocks import Block, Line, read_blocks
from highroad.mail.html import html_text
from highroad.mail.message import Address
from highroad.mail.zones import zone_of

_MOST_PEOPLE = 30
_LONGEST_TITLE, _LONGEST_TEXT = 300, 2_000
_YEARS = range(1980, 2100)  # those that mail itself may be of; a clock elsewhere could not tell the edges of time
_STAMP = re.compile(r"^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z)?)?$")
_HTML = re.compile(r"<(?:br|p|div|html|span|b|ul)\b", re.IGNORECASE)
_HOW_TO_JOIN = re.compile(r"[-_~:=*.─]{6}|https?://", re.IGNORECASE)  # what the calendar's own program writes
_ANSWERS = frozenset({"REPLY", "COUNTER", "DECLINECOUNTER", "REFRESH"})


@dataclass(frozen=True, slots=True)
class Appointment:
    """The first event of a calendar part; those who come are its organiser and attendees, rooms left out."""

    starts_at: datetime | None
    people: tuple[Address, ...]
    title: str = ""
    text: str = ""  # what it says beside, without how to join
    cancelled: bool = False
    is_answer: bool = False  # of someone invited, to whoever invited them

    @property
    def invites(self) -> bool:
        """Whether it asks someone to come."""
        return not (self.cancelled or self.is_answer)


def appointment(calendars: tuple[str, ...]) -> Appointment | None:
    """What the mail's calendar parts say together, or None when it has none."""
    if not calendars:
        return None
    parts = [read_blocks(text) for text in calendars[:5]]
    events = [(part, event) for part in parts for event in list(part.every("VEVENT"))[:1]]
    people = [_person(line) for _, event in events for line in event.lines if line.name in ("ATTENDEE", "ORGANIZER")]
    methods = {method for part in parts for method in _methods(part)}
    return Appointment(
        starts_at=next(filter(None, (_starts_at(event, part) for part, event in events)), None),
        people=tuple(dict.fromkeys(person for person in people if person is not None))[:_MOST_PEOPLE],
        title=next(filter(None, (_title(event) for _, event in events)), ""),
        text=next(filter(None, (_text(event) for _, event in events)), ""),
        cancelled="CANCEL" in methods or any(event.value("STATUS") == "CANCELLED" for _, event in events),
        is_answer=not methods.isdisjoint(_ANSWERS),
    )


def _methods(part: Block) -> Iterator[str]:
    """Whether it asks, answers or calls off."""
    yield part.value("METHOD")
    yield from (calendar.value("METHOD") for calendar in part.every("VCALENDAR"))


def _title(event: Block) -> str:
    line = event.first("SUMMARY")
    return " ".join(line.text.split())[:_LONGEST_TITLE] if line else ""


def _text(event: Block) -> str:
    """What its writer wrote, up to what tells how to join."""
    line = event.first("DESCRIPTION")
    if line is None:
        return ""
    text = html_text(line.text)[0] if _HTML.search(line.text) else line.text
    end = _HOW_TO_JOIN.search(text)
    written = text[: text.rfind("\n", 0, end.start()) + 1] if end else text
    return written[:_LONGEST_TEXT].strip()


def _starts_at(event: Block, part: Block) -> datetime | None:
    line = event.first("DTSTART")
    match = _STAMP.match(line.value) if line else None
    if line is None or match is None or int(match[1]) not in _YEARS:
        return None
    year, month, day, hour, minute = (int(match[place] or 0) for place in range(1, 6))
    try:
        clock = datetime(year, month, day, hour, minute, tzinfo=UTC)
        zone = UTC if match[7] else zone_of(line.parameters.get("TZID", ""), part, clock=clock)
        local = clock.replace(tzinfo=zone)
        return local.astimezone(UTC) if zone else local
    except (ValueError, OverflowError):
        return None


def _person(line: Line) -> Address | None:
    if line.parameters.get("CUTYPE", "").upper() in ("ROOM", "RESOURCE", "GROUP"):
        return None
    email = line.value.lower().removeprefix("mailto:").strip()
    name = line.parameters.get("CN", "").strip()
    if "@" in name:
        name = ""
    if "@" not in email:
        email = ""
    if "resource.calendar" in email or "group.calendar" in email or not (name or email):
        return None
    return Address(name, email)
