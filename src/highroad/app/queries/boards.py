"""The boards the user follows: what is new on them, what they hold, and a search by words and place."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, F, Q, QuerySet

from highroad.app.models import BoardRow, ConsentRow, OpeningRow, OwnerRow, PostingRow
from highroad.app.queries.applications import NotThere
from highroad.steps.keep_going.openings.feed import feed_of
from highroad.steps.keep_going.openings.posting import days_up

GATE = "read_board"
NEW_AT_FIRST = timedelta(days=4)  # at the first look; most answers to a posting come within these days
MOST_NEW = 40
MOST_FOUND = 60
MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class Board:
    """One board and how its last look went."""

    id: int
    employer: str
    system: str
    hosts: tuple[str, ...]
    looked_at: datetime | None
    trouble: str
    open: int


@dataclass(frozen=True, slots=True)
class Posted:
    """One posting on a board."""

    id: int
    employer: str
    role: str
    place: str
    url: str
    text: str
    posted_on: date | None
    closes_on: date | None
    days_up: int | None
    came_back: bool
    is_gone: bool
    queued: int  # the opening it is in the queue as; 0 when it is not


def allowed_hosts(owner: OwnerRow) -> frozenset[str]:
    """The hosts whose latest answer is yes."""
    said = ConsentRow.objects.filter(owner=owner, gate=GATE).order_by("at", "pk")
    latest = dict(said.values_list("about", "given"))
    return frozenset(host for host, given in latest.items() if given)


def boards(owner: OwnerRow) -> list[Board]:
    """Every board, by employer."""
    still_up = Count("postings", filter=Q(postings__gone_at=None))
    rows = BoardRow.objects.filter(owner=owner).annotate(still_up=still_up).order_by("employer", "pk")
    return [_board(row, row.still_up) for row in rows]


def board(owner: OwnerRow, board_id: int, *, now: datetime) -> tuple[Board, list[Posted]]:
    """One board with what stands on it, the newest first; raises NotThere."""
    row = BoardRow.objects.filter(owner=owner, pk=board_id).first()
    if row is None:
        raise NotThere
    found = _newest(PostingRow.objects.filter(owner=owner, board=row, gone_at=None))
    return _board(row, found.count()), _posted(owner, found[:MOST_FOUND], now=now)


def new_ones(owner: OwnerRow, *, now: datetime) -> list[Posted]:
    """What came since the look before the last; at a first look, what was put up in the last days."""
    since = Q(first_seen_at__gt=F("board__looked_before"))
    at_first = Q(board__looked_before=None, posted_on__gte=(now - NEW_AT_FIRST).date())
    found = PostingRow.objects.filter(since | at_first, owner=owner, gone_at=None)
    return _posted(owner, _newest(found)[:MOST_NEW], now=now)


def search(owner: OwnerRow, words: str, place: str, *, now: datetime) -> list[Posted]:
    """Those with every word in role or text and the place in theirs, the newest first; none for an empty search."""
    if not words.strip() and not place.strip():
        return []
    found = PostingRow.objects.filter(owner=owner, gone_at=None, place__icontains=place.strip()[:100])
    for word in words.split()[:MOST_WORDS]:
        found = found.filter(Q(role__icontains=word) | Q(text__icontains=word))
    return _posted(owner, _newest(found)[:MOST_FOUND], now=now)


def posting(owner: OwnerRow, posting_id: int, *, now: datetime) -> Posted:
    """One posting, also one that is gone; raises NotThere."""
    found = _posted(owner, PostingRow.objects.filter(owner=owner, pk=posting_id), now=now)
    if not found:
        raise NotThere
    return found[0]


def _newest(found: QuerySet[PostingRow]) -> QuerySet[PostingRow]:
    return found.order_by(F("posted_on").desc(nulls_last=True), "-first_seen_at", "pk")


def _board(row: BoardRow, still_up: int) -> Board:
    return Board(row.pk, row.employer, row.system, _hosts(row), row.looked_at, row.trouble, still_up)


def _hosts(row: BoardRow) -> tuple[str, ...]:
    try:
        return feed_of(row.address).hosts
    except ValueError:
        return (row.host,)


def _posted(owner: OwnerRow, found: QuerySet[PostingRow], *, now: datetime) -> list[Posted]:
    rows = list(found.select_related("board"))
    waiting = OpeningRow.objects.filter(owner=owner, let_go_at=None, url__in=[row.url for row in rows if row.url])
    queued = {(url, role): number for url, role, number in waiting.values_list("url", "role", "pk")}
    return [
        Posted(
            id=row.pk,
            employer=row.board.employer,
            role=row.role,
            place=row.place,
            url=row.url,
            text=row.text,
            posted_on=row.posted_on,
            closes_on=row.closes_on,
            days_up=days_up(row.posted_on, today=now.date()),
            came_back=row.came_back_at is not None,
            is_gone=row.gone_at is not None,
            queued=queued.get((row.url, row.role), 0),
        )
        for row in rows
    ]
