"""What a person pastes of an opening: its address, its text, or both; read as far as it can be told."""

import re
from dataclasses import replace
from datetime import date

from highroad.events.details.titles import has_head
from highroad.steps.keep_going.openings.days import closing_day, posted_day
from highroad.steps.keep_going.openings.feed import employer_in
from highroad.steps.keep_going.openings.posting import Posting

LONGEST_TEXT = 20_000
_LONGEST_LINE = 120
_LONGEST_NAME = 60
_FIRST_LINES = 12
_ADDRESS = re.compile(r"https?://[^\s<>\"']{3,2000}")
_BETWEEN = re.compile(r"\s+(?:[|·•–—-]|at|@|bei)\s+")
_LABEL = re.compile(
    r"(?P<label>company|employer|organi[sz]ation|firma|unternehmen|arbeitgeber|role|position|title|job title|stelle|"
    r"location|place|ort|standort|arbeitsort)\s*:\s*(?P<told>\S.{0,120})",
    re.IGNORECASE,
)
_FIELDS = {
    "employer": "company employer organisation organization firma unternehmen arbeitgeber",
    "role": "role position title stelle",
    "place": "location place ort standort arbeitsort",
}


def read_pasted(text: str, *, title: str = "", today: date) -> Posting:
    """The posting as far as it tells itself; `title` is a page's, as a browser shows it."""
    text = text[:LONGEST_TEXT].strip()
    address = _ADDRESS.search(text)
    url = address[0].rstrip(").,;") if address else ""
    words = text.replace(url, "").strip(" .,;)\n") if url else text
    labelled = _labelled(words)
    role, employer = _headed(title or next(iter(words.splitlines()), ""))
    return Posting(
        role=labelled.get("role") or role,
        employer=labelled.get("employer") or employer or employer_in(url),
        place=labelled.get("place", ""),
        url=url,
        text=words,
        posted_on=posted_day(words, today=today),
        closes_on=closing_day(words, today=today),
    )


def with_said(posting: Posting, *, employer: str, role: str, place: str) -> Posting:
    """The user's own words where they gave some."""
    return replace(
        posting,
        employer=employer.strip() or posting.employer,
        role=role.strip() or posting.role,
        place=place.strip() or posting.place,
    )


def _labelled(words: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in words.splitlines()[:_FIRST_LINES]:
        if told := _LABEL.match(line.strip()):
            label = told["label"].lower().split()[-1]
            name = next(name for name, labels in _FIELDS.items() if label in labels.split())
            found.setdefault(name, told["told"].strip())
    return found


def _headed(line: str) -> tuple[str, str]:
    """Role and employer of a heading such as "Data Analyst at Haldenfrey" or "Haldenfrey - Data Analyst"."""
    line = " ".join(line.split())
    if not line or len(line) > _LONGEST_LINE or line.endswith((".", ":", "?")):
        return "", ""
    parts = [part for part in _BETWEEN.split(line) if part][:2]
    if len(parts) == 1:
        return (line, "") if len(line) <= _LONGEST_NAME else ("", "")
    one, other = parts
    return (other, one) if has_head(other) and not has_head(one) else (one, other)
