"""Labelled mail in JSON lines, from this project or from others, as cases to be read."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

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
_PARTS = ("from", "to", "subject", "date", "body")
_DETAILS = ("employer", "role", "reason", "stage")
_TEXTS = (*_PARTS, *_DETAILS, "kind", "label", "language", "lang", "hard")
_KINDS = frozenset(Kind)


class NotLabelled(Exception):
    """A file of labelled mail that cannot be used; its words name the file, the line and what is wrong."""


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
    """Every mail with a kind, in the order of the files; raises NotLabelled."""
    return [case for path in paths for case in _cases_of(path)]


def _cases_of(path: Path) -> Iterator[Case]:
    for number, line in enumerate(_text(path).split("\n"), 1):
        if not line.strip():
            continue
        try:
            yield from _case(line)
        except NotLabelled as wrong:
            raise NotLabelled(f"{path}, line {number}: {wrong}") from None


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise NotLabelled(f"{path} cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise NotLabelled(f"{path} cannot be read: it is no text in UTF-8.") from None


def _case(line: str) -> Iterator[Case]:
    told = _object(line)
    kind = told.get("kind") or told.get("label")
    if not kind:
        return
    _check(told)
    yield Case(
        name=str(told.get("id", "")),
        message=from_parts(*(told.get(part) for part in _PARTS)),
        kind=_kind(kind),
        expected={detail: told[detail] for detail in _DETAILS if detail in told},
        language=told.get("language") or told.get("lang") or "en",
        hard=told.get("hard") or "",
        people=tuple((one.get("name") or "", one.get("email") or "") for one in told.get("people") or ()),
    )


def _object(line: str) -> dict[str, Any]:
    try:
        told = json.loads(line)
    except (ValueError, RecursionError):
        told = None
    if not isinstance(told, dict):
        raise NotLabelled("this is no JSON object.")
    return told


def _check(told: dict[str, Any]) -> None:
    """Raise NotLabelled where a part is not of the sort it should be."""
    for name in _TEXTS:
        if not isinstance(told.get(name), str | None):
            raise NotLabelled(f'"{name}" is neither text nor null.')
    people = told.get("people") or []
    if not (isinstance(people, list) and all(isinstance(one, dict) for one in people)):
        raise NotLabelled('"people" is no list of objects.')


def _kind(name: str) -> Kind:
    known = KNOWN_AS.get(name, name)
    if known not in _KINDS:
        raise NotLabelled(f'no kind is called "{name}"; there are {", ".join([*list(Kind)[:11], *KNOWN_AS])}.')
    return Kind(known)
