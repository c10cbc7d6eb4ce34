"""Keep an opening, get it ready, say that it was sent, let it go; nothing here ever applies to anything."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction

from highroad.app.actions.by_hand import Told, new_application
from highroad.app.actions.deeds import did
from highroad.app.models import OpeningRow, OwnerRow, PostingRow
from highroad.app.queries.applications import NotThere
from highroad.app.says import says
from highroad.events.event import Kind
from highroad.steps.keep_going.openings.needs import Need
from highroad.steps.keep_going.openings.pasted import read_pasted, with_said
from highroad.steps.keep_going.openings.posting import Posting

LONGEST_NAME = 300
LONGEST_NOTE = 2000
WEB = ("https://", "http://")


class NothingToKeep(ValueError):
    """Neither an employer, a role, an address nor a text."""

    def __init__(self) -> None:
        super().__init__(says("queue.nothing"))


def add(
    owner: OwnerRow,
    text: str,
    *,
    title: str = "",
    employer: str = "",
    role: str = "",
    place: str = "",
    now: datetime,
) -> int:
    """Keep what was pasted: its address, its text or both; the user's own words win. Raises NothingToKeep."""
    read = with_said(read_pasted(text, title=title, today=now.date()), employer=employer, role=role, place=place)
    if not (read.employer or read.role or read.url or read.text):
        raise NothingToKeep
    return _keep(owner, read, now=now).pk


def add_from_board(owner: OwnerRow, posting_id: int, *, now: datetime) -> int:
    """Keep a posting of a followed board; a second tap keeps the one that is there. Raises NotThere."""
    row = PostingRow.objects.filter(owner=owner, pk=posting_id).select_related("board").first()
    if row is None:
        raise NotThere
    there = OpeningRow.objects.filter(owner=owner, url=row.url, role=row.role, let_go_at=None)
    if row.url and (before := there.first()):
        return before.pk
    read = Posting(
        role=row.role,
        employer=row.board.employer,
        place=row.place,
        url=row.url,
        text=row.text,
        posted_on=row.posted_on,
        closes_on=row.closes_on,
    )
    return _keep(owner, read, came_back=row.came_back_at is not None, now=now).pk


def change(
    owner: OwnerRow,
    opening_id: int,
    *,
    employer: str,
    role: str,
    place: str,
    url: str,
    posted_on: date | None,
    closes_on: date | None,
    note: str,
) -> None:
    """Put right what was read, and keep a line of one's own; raises NotThere."""
    address = url.strip()
    changed = OpeningRow.objects.filter(owner=owner, pk=opening_id).update(
        employer=employer.strip()[:LONGEST_NAME],
        role=role.strip()[:LONGEST_NAME],
        place=place.strip()[:LONGEST_NAME],
        url=address[:2000] if address.startswith(WEB) else "",
        posted_on=posted_on,
        closes_on=closes_on,
        note=note.strip()[:LONGEST_NOTE],
    )
    if not changed:
        raise NotThere


@transaction.atomic
def say_ready(owner: OwnerRow, opening_id: int, needs: Iterable[str], *, now: datetime) -> None:
    """What of the things it asks for is ready; raises NotThere."""
    row = _own(owner, opening_id)
    ready = [need for need in Need if need in set(needs)]
    if set(ready) - set(row.ready):
        did(owner, "queue", about=f"ready:{row.pk}", now=now)
    row.ready = ready
    row.save(update_fields=["ready"])


@transaction.atomic
def say_sent(owner: OwnerRow, opening_id: int, *, now: datetime) -> str:
    """The user applied: it becomes an application of today, found again by its confirmation. The name to undo it by."""
    row = _own(owner, opening_id)
    told = Told(Kind.APPLIED, now.date(), employer=row.employer, role=row.role)
    row.sent_as, together = new_application(owner, told, now=now)
    row.save(update_fields=["sent_as"])
    did(owner, "queue", about=f"sent:{row.pk}", now=now)
    return together


def say_not_sent(owner: OwnerRow, opening_id: int, application_id: str) -> None:
    """That confirmation was for something else; raises NotThere."""
    if not OpeningRow.objects.filter(owner=owner, pk=opening_id).update(not_sent_as=application_id[:16]):
        raise NotThere


def let_go(owner: OwnerRow, opening_id: int, *, now: datetime) -> None:
    """Not this one; it can be put back. Raises NotThere."""
    if not OpeningRow.objects.filter(owner=owner, pk=opening_id).update(let_go_at=now):
        raise NotThere


def put_back(owner: OwnerRow, opening_id: int) -> None:
    """It is wanted after all; raises NotThere."""
    if not OpeningRow.objects.filter(owner=owner, pk=opening_id).update(let_go_at=None):
        raise NotThere


def _keep(owner: OwnerRow, read: Posting, *, came_back: bool = False, now: datetime) -> OpeningRow:
    row = OpeningRow.objects.create(
        owner=owner,
        employer=read.employer[:LONGEST_NAME],
        role=read.role[:LONGEST_NAME],
        place=read.place[:LONGEST_NAME],
        url=read.url[:2000],
        text=read.text,
        posted_on=read.posted_on,
        closes_on=read.closes_on,
        came_back=came_back,
        added_at=now,
    )
    did(owner, "queue", about=f"kept:{row.pk}", now=now)
    return row


def _own(owner: OwnerRow, opening_id: int) -> OpeningRow:
    row = OpeningRow.objects.filter(owner=owner, pk=opening_id).first()
    if row is None:
        raise NotThere
    return row
