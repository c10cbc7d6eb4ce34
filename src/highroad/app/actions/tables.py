"""Bring in a tracker kept until now: a table whose columns the user matched."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from highroad.app.actions.by_hand import Told, new_applications
from highroad.app.days import can_be_meant
from highroad.app.models import OwnerRow
from highroad.app.numbers import number_in
from highroad.app.says import says
from highroad.events.event import Kind, Stage
from highroad.words.content import load_toml

MOST_ROWS = 5000
MOST_BYTES = 10_000_000
SEPARATORS = ",;\t|"
TARGETS = ("employer", "role", "on", "ended", "stage", "note")


class NotATable(Exception):
    """The file has no rows we can read."""

    def __init__(self) -> None:
        super().__init__(says("tables.not_one"))


@dataclass(frozen=True, slots=True)
class Table:
    """A CSV file as read: its columns, its rows, and which column we think means what."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    guess: Mapping[str, str]
    cut: int  # lines beyond the most we take at once


def read_table(raw: bytes) -> Table:
    """The table in a CSV file, whatever its separator; raises NotATable."""
    text = _decoded(raw[:MOST_BYTES])
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text))
    try:
        rows = [cells for line in lines if any(cells := tuple(cell.strip() for cell in line))]
    except csv.Error as error:
        raise NotATable from error
    if len(rows) < 2 or len(rows[0]) < 2:
        raise NotATable
    columns, *kept = rows
    return Table(columns, tuple(kept[:MOST_ROWS]), _guess(columns), cut=max(0, len(kept) - MOST_ROWS))


def applications_in(table: Table, matched: Mapping[str, str], *, today: date) -> list[tuple[Told, ...]]:
    """What each row tells, with `matched` naming the column of each target; rows without an employer are left out."""
    found = (_told(dict(zip(table.columns, row, strict=False)), matched, today) for row in table.rows)
    return [told for told in found if told[0].employer]


def bring_in(owner: OwnerRow, applications: list[tuple[Told, ...]], *, now: datetime) -> str:
    """Add them all in one act; returns the name to undo it by."""
    return new_applications(owner, applications, now=now)


def _told(row: Mapping[str, str], matched: Mapping[str, str], today: date) -> tuple[Told, ...]:
    cells = {target: row.get(matched.get(target, ""), "") for target in TARGETS}
    day = _day(cells["on"])
    on = day if day and can_be_meant(day, today=today) else None
    applied = Told(Kind.APPLIED, on, employer=cells["employer"], role=cells["role"], note=cells["note"])
    stage = _word_for(cells["stage"] or cells["ended"], "stages")
    ended = _word_for(cells["ended"], "ends")
    reached = [Told(Kind.TALK, None, stage=Stage(stage))] if stage in {"screen", "interview", "final"} else []
    tested = [Told(Kind.ASSESSMENT, None)] if stage == "assessment" else []
    ends = [Told(Kind(ended), None)] if ended else []
    return (applied, *tested, *reached, *ends)


def _word_for(cell: str, table: str) -> str:
    words: dict[str, list[str]] = load_toml("highroad.app.content", "tables.toml")[table]
    low = cell.lower()
    return next((name for name, cues in words.items() if any(cue in low for cue in cues)), "")


def _guess(columns: tuple[str, ...]) -> dict[str, str]:
    cues: dict[str, list[str]] = load_toml("highroad.app.content", "tables.toml")["columns"]
    return {
        target: next((column for column in columns if any(cue in column.lower() for cue in cues[target])), "")
        for target in TARGETS
    }


def _separator(text: str) -> str:
    """What stands most often in the line that names the columns."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(SEPARATORS, key=first.count)


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def _day(text: str) -> date | None:
    """A date as trackers write it; of 3/4/2026 we cannot know the order, so it stays open unless a part is over 12."""
    for form in ("%Y-%m-%d", "%d.%m.%Y", "%d.%m.%y", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%Y/%m/%d"):
        try:
            return datetime.strptime(text[:30], form).date()  # noqa: DTZ007
        except ValueError:
            continue
    return _slashed(text)


def _slashed(text: str) -> date | None:
    parts = [number for part in text.split("/") if (number := number_in(part)) is not None]
    if len(parts) != 3 or text.count("/") != 2:
        return None
    first, second, year = parts
    year += 2000 if year < 100 else 0
    if first > 12 >= second:
        first, second = second, first
    if second > 12 or first == second:
        try:
            return date(year, first, second)
        except (ValueError, OverflowError):
            return None
    return None
