"""Where mail was brought in from, how far it was read, and what was found there."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db.models import Q

from highroad.app import previews
from highroad.app.disk import has_no_room
from highroad.app.models import ApplicationRow, EventRow, MessageRow, OwnerRow, SourceRow
from highroad.app.queries.applications import NotThere
from highroad.app.queries.reading import unsure_rows
from highroad.events.recognise import READER_VERSION

State = SourceRow.State
TYPED = ("paste", "csv", "imap")  # brought in by hand or from an account, not from a place on this disk
PROBLEMS_SHOWN = 50


@dataclass(frozen=True, slots=True)
class SourceSeen:
    """One source as its page shows it. `elsewhere` counts mail about anything else, of which nothing is kept."""

    id: int
    name: str
    path: str
    state: str
    stored_mail: bool
    uploaded: bool
    trouble: str
    messages: int
    about_applications: int
    with_problems: int
    unreadable: int
    already_known: int
    elsewhere: int
    percent: int
    finished_at: datetime | None
    still_there: bool
    no_room: bool

    @property
    def running(self) -> bool:
        """Whether something is being read, or is about to be."""
        return self.state in {State.PREVIEW, State.WAITING, State.READING}

    @property
    def over(self) -> bool:
        """Whether the reading has ended, in whichever way."""
        return self.state in {State.DONE, State.STOPPED, State.FAILED}


@dataclass(frozen=True, slots=True)
class Troubled:
    """One mail that could not be read, or not wholly, and why; `event_id` leads to it if there is anything to see."""

    name: str
    sentences: tuple[str, ...]
    event_id: str


@dataclass(frozen=True, slots=True)
class RecordCounts:
    """What the record holds now; `unsure` are the mails that wait for the user's word."""

    applications: int
    rejections: int
    unsure: int


def sources(owner: OwnerRow) -> list[SourceSeen]:
    """Every source of mail, the latest first."""
    rows = SourceRow.objects.filter(owner=owner).exclude(kind__in=TYPED).order_by("-pk")
    return [_seen(row) for row in rows]


def source(owner: OwnerRow, source_id: int) -> SourceSeen:
    """One source; raises NotThere."""
    row = SourceRow.objects.filter(owner=owner, pk=source_id).first()
    if row is None:
        raise NotThere
    return _seen(row)


def newer_reader(owner: OwnerRow) -> bool:
    """Whether something was read by an earlier reader, or before the user said which addresses are theirs."""
    older = Q(owner=owner, reader_version__lt=READER_VERSION)
    stored = MessageRow.objects.filter(older, unreadable=False).exists()
    return stored or SourceRow.objects.filter(older, state=State.DONE).exclude(kind__in=TYPED).exists()


def troubled(owner: OwnerRow, source_id: int) -> list[Troubled]:
    """The mails of a source that could not be read, and then those read with problems; at most fifty."""
    rows = MessageRow.objects.filter(owner=owner, source=source_id)
    rows = rows.exclude(unreadable=False, message__problems=[]).order_by("-unreadable", "pk")
    return [
        Troubled(
            name=row.subject or row.sender,
            sentences=tuple(row.message["problems"]),
            event_id="" if row.unreadable else row.event_id,
        )
        for row in rows[:PROBLEMS_SHOWN]
    ]


def record(owner: OwnerRow) -> RecordCounts:
    """How much the record holds."""
    return RecordCounts(
        applications=ApplicationRow.objects.filter(owner=owner).count(),
        rejections=EventRow.objects.filter(owner=owner, is_no=True).count(),
        unsure=unsure_rows(owner).count(),
    )


def examples(source_id: int) -> tuple[previews.Example, ...]:
    """A few mails a look through a source found; none after a restart, for they are stored nowhere."""
    return previews.examples(source_id)


def _seen(row: SourceRow) -> SourceSeen:
    same: dict[str, Any] = {name: getattr(row, name) for name in SourceSeen.__dataclass_fields__ if hasattr(row, name)}
    counted = row.about_applications + row.unreadable + row.already_known
    return SourceSeen(
        **same,
        stored_mail=row.kind == "record",
        elsewhere=row.messages - counted,
        percent=min(100, 100 * row.position // row.size) if row.size else 0,
        no_room=row.state == State.READING and has_no_room(),
        still_there=bool(row.path) and Path(row.path).exists(),
    )
