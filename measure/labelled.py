"""Labelled mail in JSON lines, from this project or from others, as cases to be read."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from highroad.events.event import Kind
from highroad.mail.message import Message
from highroad.mail.parse import from_parts

# What others call the kinds.
KNOWN_AS = {
    "application_confirmation": "confirmation",
    "interview_invite": "interview",
    "recruiter_outreach": "outreach",
    "job_alert": "alert",
    "followup_or_other_application": "update",
    "not_job": "other",
}


@dataclass(frozen=True, slots=True)
class Case:
    """One mail and what should be read from it; `expected` holds only the details this file labels."""

    name: str
    message: Message
    kind: Kind
    expected: dict[str, str | None]
    language: str
    hard: str = ""
    people: tuple[tuple[str, str], ...] = ()  # name, address


def cases(paths: list[Path]) -> list[Case]:
    """Every mail with a known kind, in the order of the files."""
    lines = [line for path in paths for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
    return [case for line in lines for case in _case(line)]


def _case(line: str) -> Iterator[Case]:
    told = json.loads(line)
    kind = told.get("kind") or told.get("label")
    if not kind:
        return
    yield Case(
        name=str(told.get("id", "")),
        message=from_parts(*(told.get(part) for part in ("from", "to", "subject", "date", "body"))),
        kind=Kind(KNOWN_AS.get(kind, kind)),
        expected={detail: told[detail] for detail in ("employer", "role", "reason", "stage") if detail in told},
        language=told.get("language") or told.get("lang") or "en",
        hard=told.get("hard") or "",
        people=tuple((one.get("name") or "", one.get("email") or "") for one in told.get("people") or ()),
    )
