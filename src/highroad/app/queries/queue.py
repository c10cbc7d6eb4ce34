"""The queue: what the user may apply to, from "saw it" to "sent", with what the record knows of each."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from django.db.models import OuterRef, Subquery

from highroad.app.models import EventRow, OpeningRow, OwnerRow
from highroad.app.queries.applications import NotThere
from highroad.app.queries.openings_known import NOTHING, Door, Known, Met, Tried, known_at, tried_at
from highroad.app.queries.resume import resume_text
from highroad.applications.fact import Fact, published
from highroad.events.details.names import employer_key
from highroad.steps.keep_going.openings.needs import Need, needs_of
from highroad.steps.keep_going.openings.pasted import read_pasted
from highroad.steps.keep_going.openings.posting import days_up
from highroad.words.skills import Covered, covered

MOST = 100
SHOWN_SENT = 10
LONGEST_ADDRESS = 2000
LONGEST_TITLE = 300
SOON = 7  # days to the closing date


class State(StrEnum):
    """How far an opening is; worked out, never set."""

    SAW = "saw"
    BEGUN = "begun"
    READY = "ready"
    SENT = "sent"


@dataclass(frozen=True, slots=True)
class Opening:
    """One opening as its page and the list tell it."""

    id: int
    employer: str
    role: str
    place: str
    url: str
    text: str
    note: str
    state: State
    needs: tuple[Need, ...]
    ready: tuple[Need, ...]
    posted_on: date | None
    closes_on: date | None
    closes_in: int | None  # days; below 0 it is over
    days_up: int | None  # only when that is long
    came_back: bool
    added_on: date
    met: tuple[Met, ...]
    door: Door | None  # only when it says something: their words, or a day still to come
    again_on: date | None  # only when it is still to come
    application_id: str
    by_mail: bool  # it is sent because its confirmation came
    is_gone: bool  # the user let it go
    compared: Covered | None = None  # beside the résumé; only on its own page, and only when there are both

    @property
    def missing(self) -> tuple[Need, ...]:
        """What it asks for that is not ready."""
        return tuple(need for need in self.needs if need not in self.ready)

    @property
    def unknown(self) -> tuple[str, ...]:
        """What we do not know of it."""
        told = {"employer": self.employer, "role": self.role, "url": self.url}
        return tuple(name for name, value in told.items() if not value)

    @property
    def is_soon(self) -> bool:
        """Whether it closes within a week."""
        return self.closes_in is not None and 0 <= self.closes_in <= SOON

    @property
    def is_over(self) -> bool:
        """Whether its closing date is past."""
        return self.closes_in is not None and self.closes_in < 0

    @property
    def ghost(self) -> Fact | None:
        """What is published of postings that are never filled, where this one stands long or came back."""
        return published("ghost_jobs") if self.days_up or self.came_back else None


@dataclass(frozen=True, slots=True)
class Queue:
    """What waits, the next one first, and what left it last."""

    waiting: tuple[Opening, ...]
    sent: tuple[Opening, ...]


def queue(owner: OwnerRow, *, now: datetime) -> Queue:
    """What closes within a week first, then what is new; what is over comes last."""
    rows = OpeningRow.objects.filter(owner=owner, let_go_at=None).order_by("-added_at", "-pk")[:MOST]
    found = _openings(owner, list(rows), now=now)
    waiting = sorted((one for one in found if one.state is not State.SENT), key=_turn)
    return Queue(tuple(waiting), tuple(one for one in found if one.state is State.SENT)[:SHOWN_SENT])


def opening(owner: OwnerRow, opening_id: int, *, now: datetime) -> Opening:
    """One of them, also one that was let go; raises NotThere."""
    row = OpeningRow.objects.filter(owner=owner, pk=opening_id).first()
    if row is None:
        raise NotThere
    found = _openings(owner, [row], now=now)[0]
    mine = resume_text(owner) if row.text else ""
    return replace(found, compared=covered(row.text, mine)) if mine else found


def let_go(owner: OwnerRow) -> list[OpeningRow]:
    """Those the user let go, the last first."""
    return list(OpeningRow.objects.filter(owner=owner, let_go_at__isnull=False).order_by("-let_go_at")[:MOST])


def posting_of(owner: OwnerRow, application_id: str, *, employer: str, now: datetime) -> str:
    """The text of the opening that became this application, by a tap or by its confirmation; empty for none."""
    taps = EventRow.objects.filter(owner=owner, event_id=OuterRef("sent_as")).values("application__application_id")
    every = OpeningRow.objects.filter(owner=owner).exclude(text="").annotate(tapped=Subquery(taps[:1]))
    rows = list(every.order_by("-added_at", "-pk")[:MOST])
    if tapped := next((row.text for row in rows if row.tapped == application_id), ""):
        return tapped
    left = [row for row in rows if not row.tapped and employer_key(row.employer) == employer_key(employer)]
    known = tried_at(owner, [employer]).get(employer_key(employer), NOTHING) if left else NOTHING
    arrived = ((row, _arrived(row, known, now=now)) for row in left)
    return next((row.text for row, one in arrived if one and one.id == application_id), "")


def brought(url: str, *, title: str, now: datetime) -> dict[str, str]:
    """What a browser's button brings along, laid into the form; nothing of it is kept yet."""
    read = read_pasted(url[:LONGEST_ADDRESS], title=title[:LONGEST_TITLE], today=now.date())
    return {"text": url[:LONGEST_ADDRESS], "employer": read.employer, "role": read.role}


def _turn(one: Opening) -> tuple[bool, bool, date, int]:
    if one.is_soon and one.closes_on:
        return False, False, one.closes_on, -one.id
    new_first = date.min + (date.max - (one.posted_on or one.added_on))
    return one.is_over, True, new_first, -one.id


def _openings(owner: OwnerRow, rows: list[OpeningRow], *, now: datetime) -> list[Opening]:
    known = known_at(owner, (row.employer for row in rows), now=now)
    sent = _sent(owner, (row.sent_as for row in rows if row.sent_as))
    return [_opening(row, known.get(employer_key(row.employer), NOTHING), sent, now=now) for row in rows]


def _sent(owner: OwnerRow, event_ids: Iterable[str]) -> dict[str, str]:
    """The applications in which the taps that said "sent" stand; one that was undone stands in none."""
    rows = EventRow.objects.filter(owner=owner, event_id__in=list(event_ids))
    return dict(rows.values_list("event_id", "application__application_id"))


def _opening(row: OpeningRow, known: Known, sent: dict[str, str], *, now: datetime) -> Opening:
    today = now.date()
    tapped = sent.get(row.sent_as, "")
    arrived = None if tapped else _arrived(row, known, now=now)
    needs = needs_of(row.text)
    ready = tuple(need for need in needs if need in row.ready)
    door = known.door
    again_on = door.again_on if door and door.again_on > today else None
    return Opening(
        id=row.pk,
        employer=row.employer,
        role=row.role,
        place=row.place,
        url=row.url,
        text=row.text,
        note=row.note,
        state=State.SENT if tapped or arrived else _state(needs, ready),
        needs=needs,
        ready=ready,
        posted_on=row.posted_on,
        closes_on=row.closes_on,
        closes_in=(row.closes_on - today).days if row.closes_on else None,
        days_up=days_up(row.posted_on, today=today),
        came_back=row.came_back,
        added_on=_added_on(row, now),
        met=known.met,
        door=door if door and (again_on or door.promise) else None,
        again_on=again_on,
        application_id=tapped or (arrived.id if arrived else ""),
        by_mail=arrived is not None,
        is_gone=row.let_go_at is not None,
    )


def _arrived(row: OpeningRow, known: Known, *, now: datetime) -> Tried | None:
    """The application it became by its confirmation."""
    return known.match(row.role, since=_added_on(row, now), apart_from=row.not_sent_as)


def _added_on(row: OpeningRow, now: datetime) -> date:
    return row.added_at.astimezone(now.tzinfo).date()


def _state(needs: tuple[Need, ...], ready: tuple[Need, ...]) -> State:
    if len(ready) == len(needs):
        return State.READY
    return State.BEGUN if ready else State.SAW
