"""What a calendar part of a mail tells: when it starts, who comes. A broken part tells what can be read of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo

from highroad.mail.message import Address

_LONGEST = 60_000
_MOST_PEOPLE = 30
_FOLD = re.compile(r"\r?\n[ \t]")
_LINE = re.compile(
    r"(?m)^(DTSTART|ATTENDEE|ORGANIZER|METHOD)((?:;[^:\n\"]{0,200}(?:\"[^\"\n]{0,200}\"[^:\n\"]{0,200}){0,6})?):([^\r\n]{0,400})",
    re.I,
)
_PARAMETER = re.compile(r";([A-Z-]+)=(\"[^\"]*\"|[^;]*)", re.I)
_STAMP = re.compile(r"^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z)?)?$")


@dataclass(frozen=True, slots=True)
class Appointment:
    """The first event of a calendar part; those who come are its organiser and attendees, rooms left out."""

    starts_at: datetime | None
    people: tuple[Address, ...]
    cancelled: bool = False


def appointment(calendars: tuple[str, ...]) -> Appointment | None:
    """What the mail's calendar parts say together, or None when it has none."""
    if not calendars:
        return None
    lines = [line for text in calendars[:5] for line in _lines(text)]
    starts = [_starts_at(parameters, value) for name, parameters, value in lines if name == "DTSTART"]
    people = [_person(parameters, value) for name, parameters, value in lines if name in ("ATTENDEE", "ORGANIZER")]
    known = dict.fromkeys(person for person in people if person is not None)
    cancelled = any(name == "METHOD" and value.upper() == "CANCEL" for name, _, value in lines)
    return Appointment(next((start for start in starts if start), None), tuple(known)[:_MOST_PEOPLE], cancelled)


def _lines(text: str) -> Iterator[tuple[str, dict[str, str], str]]:
    event = text[:_LONGEST].upper().find("BEGIN:VEVENT")
    whole = _FOLD.sub("", text[max(event, 0) : _LONGEST])
    head = _FOLD.sub("", text[: max(event, 0)])
    for part in (head if event > 0 else "", whole):
        for match in _LINE.finditer(part):
            name = match[1].upper()
            if part is head and name != "METHOD":
                continue
            parameters = {key.upper(): value.strip('"') for key, value in _PARAMETER.findall(match[2])}
            yield name, parameters, match[3].strip()


def _starts_at(parameters: dict[str, str], value: str) -> datetime | None:
    match = _STAMP.match(value)
    if match is None:
        return None
    year, month, day, hour, minute = (int(match[place] or 0) for place in range(1, 6))
    try:
        local = datetime(year, month, day, hour, minute, tzinfo=UTC if match[7] else _zone(parameters.get("TZID", "")))
        return local.astimezone(UTC) if local.tzinfo else local
    except (ValueError, OverflowError):
        return None


def _zone(name: str) -> tzinfo | None:
    try:
        return ZoneInfo(name.strip().strip("/"))
    except (ValueError, OSError, KeyError):  # unknown, or no zone tables on this computer: the clock as written
        return None


def _person(parameters: dict[str, str], value: str) -> Address | None:
    if parameters.get("CUTYPE", "").upper() in ("ROOM", "RESOURCE", "GROUP"):
        return None
    email = value.lower().removeprefix("mailto:").strip()
    name = parameters.get("CN", "").strip()
    if "@" in name:
        name = ""
    if "@" not in email:
        email = ""
    if "resource.calendar" in email or "group.calendar" in email or not (name or email):
        return None
    return Address(name, email)
