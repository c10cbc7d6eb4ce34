"""What a look at a board brought, written down: what is new, what changed, what is gone and what came back."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from highroad.app.models import BoardRow, PostingRow
from highroad.edges.boards import Kept
from highroad.events.details.names import plain
from highroad.steps.keep_going.openings.posting import Posting

TOLD = ("role", "place", "url", "text", "posted_on", "closes_on")
CHANGED = (*TOLD, "gone_at", "came_back_at")


@transaction.atomic
def keep(board: BoardRow, postings: Sequence[Posting] | None, kept: Kept, *, now: datetime) -> int:
    """Write a look down; None for a board on which nothing changed. How many postings were not there before."""
    new = _postings_kept(board, postings, now=now) if postings is not None else 0
    BoardRow.objects.filter(pk=board.pk).update(
        looked_before=board.looked_at,
        looked_at=now,
        not_before=None,
        etag=kept.etag,
        modified=kept.modified,
        trouble="",
    )
    return new


def _postings_kept(board: BoardRow, postings: Sequence[Posting], *, now: datetime) -> int:
    known = {row.number: row for row in PostingRow.objects.filter(board=board)}
    were_here = {_mark(row.role, row.place) for row in known.values() if row.gone_at}
    shown = {posting.number for posting in postings}
    new = [posting for posting in postings if posting.number not in known]
    changed = [row for posting in postings if (row := known.get(posting.number)) and _renew(row, posting, now=now)]
    gone = [row for row in known.values() if row.number not in shown and row.gone_at is None]
    for row in gone:
        row.gone_at = now
    PostingRow.objects.bulk_update([*changed, *gone], CHANGED, batch_size=200)
    PostingRow.objects.bulk_create((_row(board, one, were_here, now=now) for one in new), batch_size=200)
    return len(new)


def _renew(row: PostingRow, posting: Posting, *, now: datetime) -> bool:
    """Bring a row up to what the board says now; whether anything of it changed."""
    before = [getattr(row, name) for name in CHANGED]
    for name in TOLD:
        setattr(row, name, getattr(posting, name))
    if row.gone_at is not None:
        row.gone_at, row.came_back_at = None, now
    return before != [getattr(row, name) for name in CHANGED]


def _row(board: BoardRow, posting: Posting, were_here: set[str], *, now: datetime) -> PostingRow:
    """A posting under a new number may be one that was taken down before."""
    came_back = now if _mark(posting.role, posting.place) in were_here else None
    return PostingRow(
        owner_id=board.owner_id,
        board=board,
        number=posting.number,
        first_seen_at=now,
        came_back_at=came_back,
        **{name: getattr(posting, name) for name in TOLD},
    )


def _mark(role: str, place: str) -> str:
    return f"{plain(role)}\n{plain(place)}"
