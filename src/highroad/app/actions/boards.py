"""Follow an employer's board, look at it when the user says so, stop; nothing looks by itself."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from typing import Protocol

from django.conf import settings
from django.db import transaction

from highroad.app.actions.boards_kept import keep
from highroad.app.actions.consents import Gate, allow, refuse
from highroad.app.models import BoardRow, OwnerRow
from highroad.app.queries.applications import NotThere
from highroad.app.queries.boards import allowed_hosts
from highroad.app.says import says
from highroad.edges.boards import Answer, Kept, NotRead, Trouble, ask
from highroad.steps.keep_going.openings.feed import Feed, System, employer_in, feed_of
from highroad.steps.keep_going.openings.systems import NotThisFormat, read_feed

LOOK_AGAIN = timedelta(minutes=15)
AT_ONCE = 4  # hosts asked at the same time; one host is asked for one thing after the other
LONGEST_NAME = 300


class NotAllowed(Exception):
    """The user has not allowed this host to be asked, or took it back."""

    def __init__(self) -> None:
        super().__init__(says("boards.not_allowed"))


class InSample(Exception):
    """The sample asks nobody."""

    def __init__(self) -> None:
        super().__init__(says("boards.sample"))


class TooSoon(Exception):
    """It was looked at a moment ago, or its host asked to be left alone."""

    def __init__(self, minutes: int) -> None:
        super().__init__(says("boards.soon" if minutes == 1 else "boards.too_soon", minutes=minutes))
        self.minutes = minutes


REFUSALS = (NotAllowed, InSample, TooSoon)


class Asks(Protocol):
    """What asks a board: edges.boards.ask, or a stand-in with a line of its own."""

    def __call__(self, address: str, *, hosts: tuple[str, ...], kept: Kept) -> Answer:
        """What stands there; raises NotRead."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What one look brought; `trouble` is empty when it went well."""

    board_id: int
    new: int = 0
    trouble: str = ""


def follow(owner: OwnerRow, address: str, *, employer: str = "", now: datetime) -> int:
    """Follow a board whose hosts the user was shown and allows. Raises NoFeed or NeverRead."""
    feed = feed_of(address)
    name = employer.strip() or employer_in(address) or feed.hosts[0]
    with transaction.atomic():
        row, _ = BoardRow.objects.get_or_create(
            owner=owner,
            address=feed.address,
            defaults={
                "employer": name[:LONGEST_NAME],
                "system": feed.system,
                "token": feed.token,
                "host": feed.hosts[0],
                "added_at": now,
            },
        )
        for host in feed.hosts:
            allow(owner, Gate.READ_BOARD, about=host, now=now)
    return row.pk


def look(owner: OwnerRow, board_id: int, *, now: datetime, asks: Asks = ask) -> Looked:
    """Ask one board what is new. Raises NotThere, NotAllowed, TooSoon or InSample."""
    row = _own(owner, board_id)
    if minutes := minutes_to_wait(row, now=now):
        raise TooSoon(minutes)
    may = _may(owner, row)
    return _kept(row, _asked(row, may, asks), now=now)


def look_at_all(owner: OwnerRow, *, now: datetime, asks: Asks = ask) -> list[Looked]:
    """Every board that may be asked by now; each host is asked for one thing at a time. Raises InSample."""
    if settings.DEMO:
        raise InSample
    allowed = allowed_hosts(owner)
    due = [
        row for row in BoardRow.objects.filter(owner=owner).order_by("host", "pk") if not minutes_to_wait(row, now=now)
    ]
    plans = [(row, hosts) for row in due if (hosts := _hosts_of(row)) and set(hosts) <= allowed]
    by_host = [list(some) for _, some in groupby(plans, key=lambda plan: plan[0].host)]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        told = pool.map(lambda some: [(row, _asked(row, hosts, asks)) for row, hosts in some], by_host)
        return [_kept(row, result, now=now) for some in told for row, result in some]


def minutes_to_wait(row: BoardRow, *, now: datetime) -> int:
    """How long until the board may be asked again; 0 when it may."""
    until = max(filter(None, (row.not_before, row.looked_at and row.looked_at + LOOK_AGAIN)), default=now)
    return max(0, -int((now - until) // timedelta(minutes=1)))


def stop(owner: OwnerRow, board_id: int, *, now: datetime) -> None:
    """Follow it no more: what it said goes, and its hosts may be asked no more unless another board needs them."""
    row = _own(owner, board_id)
    with transaction.atomic():
        others = BoardRow.objects.filter(owner=owner).exclude(pk=row.pk)
        still_needed = {host for other in others for host in _hosts_of(other)}
        for host in _hosts_of(row):
            if host not in still_needed:
                refuse(owner, Gate.READ_BOARD, about=host, now=now)
        row.delete()


def _may(owner: OwnerRow, row: BoardRow) -> tuple[str, ...]:
    if settings.DEMO:
        raise InSample
    hosts = _hosts_of(row)
    if not hosts or not set(hosts) <= allowed_hosts(owner):
        raise NotAllowed
    return hosts


def _hosts_of(row: BoardRow) -> tuple[str, ...]:
    """The hosts a board needs, worked out anew: what a changed or foreign row says is not trusted."""
    try:
        feed: Feed = feed_of(row.address)
    except ValueError:
        return ()
    return feed.hosts if feed.address == row.address and feed.system == row.system else ()


def _asked(row: BoardRow, hosts: tuple[str, ...], asks: Asks) -> Answer | NotRead:
    """The answer or the trouble; touches no table, as it runs beside others."""
    try:
        return asks(row.address, hosts=hosts, kept=Kept(row.etag, row.modified))
    except NotRead as trouble:
        return trouble


def _kept(row: BoardRow, told: Answer | NotRead, *, now: datetime) -> Looked:
    if isinstance(told, NotRead):
        return _in_trouble(row, told.why, now + timedelta(minutes=told.minutes))
    if told.text is None:
        return Looked(row.pk, keep(row, None, told.kept, now=now))
    try:
        found = read_feed(System(row.system), told.text, address=row.address)
    except NotThisFormat:
        return _in_trouble(row, Trouble.BROKEN, now)
    return Looked(row.pk, keep(row, found.postings, told.kept, now=now))


def _in_trouble(row: BoardRow, why: Trouble, until: datetime) -> Looked:
    """What was known before stays as it was."""
    BoardRow.objects.filter(pk=row.pk).update(trouble=why, not_before=until if why is Trouble.WAIT else row.not_before)
    return Looked(row.pk, trouble=why)


def _own(owner: OwnerRow, board_id: int) -> BoardRow:
    row = BoardRow.objects.filter(owner=owner, pk=board_id).first()
    if row is None:
        raise NotThere
    return row
