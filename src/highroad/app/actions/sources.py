"""Read a source on, batch by batch; how far it got is saved together with what it found."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from highroad.app.actions.sources_kept import BATCHES_AND_WRITE, COUNTED, REREAD
from highroad.app.actions.uploads import remove_copy
from highroad.app.models import OwnerRow, SourceRow
from highroad.edges.trouble import SourceTrouble
from highroad.events.recognise import READER_VERSION

State = SourceRow.State
Clock = Callable[[], datetime]
LEASE = timedelta(seconds=30)
TURNS = {State.PREVIEW: State.PREVIEW, State.WAITING: State.READING, State.READING: State.READING}
SAVED = ("kind", "size", "read_before", *COUNTED)


class TurnLost(Exception):
    """Someone else reads this source now, or it was stopped; this batch is not kept."""


class NotDue(Exception):
    """There is nothing to read here now, or it is being read already."""


def read_on(
    owner: OwnerRow, source_id: int, *, clock: Clock, over: bool = False, processes: int = 1
) -> Iterator[SourceRow]:
    """Read a source to its end, giving its row after each batch; ends early, with nothing lost, when it is stopped.

    `processes` is how many look at a large source beside this one; at 1 this one looks itself.
    `over` takes it over from a reader that may be gone, whose next batch is then refused. Raises NotDue.
    """
    source = _take_turn(owner, source_id, now=clock(), over=over)
    batches, write = BATCHES_AND_WRITE[REREAD if source.kind == REREAD else State(source.state)]
    try:
        for batch in batches(owner, source, processes):
            with transaction.atomic():
                write(owner, source, batch)
                _save(source, now=clock())
            yield source
        _finish(source, now=clock())
    except TurnLost:
        return
    except SourceTrouble as trouble:
        fail(source, str(trouble))
    yield source


def due(*, now: datetime) -> list[SourceRow]:
    """Every source to look through or to read that nobody is reading now."""
    free = Q(leased_until=None) | Q(leased_until__lt=now)
    return list(SourceRow.objects.filter(free, state__in=TURNS).select_related("owner").order_by("pk"))


def fail(source: SourceRow, trouble: str) -> None:
    """Leave a source with the sentence that says what went wrong; what was read so far is kept."""
    source.state, source.trouble, source.leased_until = State.FAILED, trouble, None
    source.save(update_fields=["state", "trouble", "leased_until"])


def _take_turn(owner: OwnerRow, source_id: int, *, now: datetime, over: bool) -> SourceRow:
    source = SourceRow.objects.get(owner=owner, pk=source_id)
    if source.state not in TURNS or (source.leased_until and source.leased_until > now and not over):
        raise NotDue
    if not _changed(source, state=TURNS[State(source.state)], leased_until=now + LEASE, trouble=""):
        raise NotDue
    return source


def _save(source: SourceRow, *, now: datetime) -> None:
    counts = {name: getattr(source, name) for name in SAVED}
    if not _changed(source, leased_until=now + LEASE, **counts):
        raise TurnLost


def _finish(source: SourceRow, *, now: datetime) -> None:
    """A source looked through waits for the user; one that was read is done, and our copy of it goes."""
    ending: dict[str, object] = {name: getattr(source, name) for name in SAVED} | {"state": State.READY}
    if source.state != State.PREVIEW:
        ending |= {"state": State.DONE, "reader_version": READER_VERSION, "finished_at": now}
    ended = _changed(source, leased_until=None, **ending)
    if not ended:
        raise TurnLost
    if source.state == State.DONE:
        remove_copy(source)


def _changed(source: SourceRow, **changes: object) -> bool:
    """Compare and set: change the row if nobody else has since it was read, and say whether that was so."""
    unchanged = SourceRow.objects.filter(pk=source.pk, state=source.state, leased_until=source.leased_until)
    if not unchanged.update(**changes):
        return False
    for name, value in changes.items():
        setattr(source, name, value)
    return True
