"""What becomes of a batch of looks: counted only, stored, or read once more."""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from highroad.app import previews
from highroad.app.actions.addresses import guess
from highroad.app.actions.mail import is_without_head, new_row, read_again, store_message
from highroad.app.actions.record import rebuild_touched
from highroad.app.actions.replies import Begun, draw_in
from highroad.app.codec import from_json, to_json
from highroad.app.models import MessageRow, OwnerRow, SeenRow, SourceRow
from highroad.app.queries.addresses import mine
from highroad.app.queries.sources_look import count, looks_in_batches, sample, without_copies
from highroad.edges.looks import Look
from highroad.edges.read_before import ReadBefore, as_it_is, is_unchanged
from highroad.edges.sources import Source, open_source
from highroad.events.recognise import READER_VERSION, event_id
from highroad.events.sift import Verdict
from highroad.mail.mine import likely_mine, places

log = logging.getLogger(__name__)

REREAD = "record"  # the kind of a source that is the stored mail itself
REREAD_AT_ONCE = 25
COUNTED = ("position", "messages", "about_applications", "with_problems", "unreadable", "already_known")
State = SourceRow.State


def _looked_through(owner: OwnerRow, source: SourceRow, processes: int) -> Iterator[list[Look]]:
    opened = _opened(source)
    own = mine(owner) or likely_mine(places(sample(opened)))
    return without_copies(
        looks_in_batches(owner, opened, start=source.position, since=source.since, guessed=own, processes=processes)
    )


def _read_through(owner: OwnerRow, source: SourceRow, processes: int) -> Iterator[list[Look]]:
    """Read to the end, and remember what the file was, unless an earlier reading stopped in the midst of it."""
    from_its_top = not source.position and not source.uploaded
    opened = _opened(source)
    before = opened.path.stat()
    guess(owner, sample(opened))
    yield from looks_in_batches(owner, opened, start=source.position, since=source.since, processes=processes)
    read = as_it_is(opened, before=before, messages=source.messages) if from_its_top else None
    source.read_before = to_json(read) if read else None


def _opened(source: SourceRow) -> Source:
    """The source as it lies there now; one that changed since it was read last is read from its top."""
    opened = open_source(source.path)
    if source.position and source.size != opened.size:
        begin_again(source)
    source.kind, source.size = opened.kind, opened.size
    if not source.position and source.read_before and source.reader_version == READER_VERSION:
        _pass_by(source, opened, from_json(source.read_before, ReadBefore))
    return opened


def _pass_by(source: SourceRow, opened: Source, read: ReadBefore) -> None:
    """Go on below what was read to its end before, if that is still the same."""
    if is_unchanged(opened, read):
        source.position = read.size
        source.messages = source.already_known = read.messages


def begin_again(source: SourceRow) -> None:
    """Back to the top, with nothing counted."""
    for name in COUNTED:
        setattr(source, name, 0)


def _show(owner: OwnerRow, source: SourceRow, looks: list[Look]) -> None:  # noqa: ARG001
    """Count, and hold a few examples in memory; nothing of the mail is stored."""
    count(source, looks)
    previews.remember(source.pk, [look.sifted for look in looks if look.sifted])


def _keep(owner: OwnerRow, source: SourceRow, looks: list[Look]) -> None:
    starts = [source.position, *(look.position for look in looks)]
    keep(owner, source, list(zip(looks, starts, strict=False)))


def keep(owner: OwnerRow, source: SourceRow, begun: Sequence[Begun]) -> None:
    """Store what is about applications and what could not be read; of the rest, only that it was seen."""
    looks = [look for look, _ in begun]
    count(source, looks)
    _mark_seen(owner, looks)
    _store_unreadable(owner, source, looks)
    touched = _store(owner, source, looks)
    rebuild_touched(owner, touched | draw_in(owner, source, begun, touched=touched))


def _mark_seen(owner: OwnerRow, looks: Iterable[Look]) -> None:
    seen = [SeenRow(owner=owner, digest=look.digest, reader_version=READER_VERSION) for look in looks if look.sifted]
    SeenRow.objects.bulk_create(
        seen, update_conflicts=True, unique_fields=["owner", "digest"], update_fields=["reader_version"]
    )


def _store_unreadable(owner: OwnerRow, source: SourceRow, looks: Iterable[Look]) -> None:
    """Keep a note of each mail that could not be read, and drop the note of one that can be now."""
    rows = [
        MessageRow(
            owner=owner,
            key=look.digest.hex(),
            event_id=event_id(look.digest.hex()),
            source=source,
            subject=look.where,
            message=to_json(look.sifted.message),
            reader_version=READER_VERSION,
            unreadable=True,
        )
        for look in looks
        if look.sifted and look.sifted.verdict is Verdict.UNREADABLE
    ]
    MessageRow.objects.bulk_create(rows, ignore_conflicts=True)
    now_read = [look.digest.hex() for look in looks if look.sifted and look.sifted.verdict is not Verdict.UNREADABLE]
    MessageRow.objects.filter(owner=owner, unreadable=True, key__in=now_read).delete()


def _store(owner: OwnerRow, source: SourceRow, looks: Iterable[Look]) -> set[str]:
    """Store each mail about an application once; gives the events that are new or read differently."""
    own = mine(owner)
    sifted = [look.sifted for look in looks if look.sifted and look.sifted.verdict is Verdict.ABOUT]
    kept = [(one.message, one.reading) for one in sifted if one.message and one.reading]
    rows = MessageRow.objects.filter(owner=owner)
    stored = {row.key: row for row in rows.filter(key__in=[message.key for message, _ in kept])}
    may_be_copies = rows.filter(added_by_user=True).exists() or any(is_without_head(message) for message, _ in kept)
    new: dict[str, MessageRow] = {}
    touched: set[str] = set()
    for message, reading in kept:
        row = stored.get(message.key)
        if row is not None and row.reader_version != READER_VERSION:
            touched |= {row.event_id} if read_again(row, mine=own) else set()
        elif row is not None or message.key in new:  # the same mail out of another file, with other line ends or marks
            source.about_applications -= 1
            source.already_known += 1
        elif may_be_copies:
            row = store_message(owner, message, mine=own, source=source, reading=reading)
            stored[row.key] = row
            touched.add(row.event_id)
        else:
            new[message.key] = new_row(owner, message, reading, mine=own, source=source)
    MessageRow.objects.bulk_create(new.values())
    return touched | {row.event_id for row in new.values()}


def _stored_batches(owner: OwnerRow, source: SourceRow, _processes: int) -> Iterator[list[MessageRow]]:
    rows = MessageRow.objects.filter(owner=owner, unreadable=False).order_by("pk")
    source.size = rows.count()
    while batch := list(rows.filter(pk__gt=source.position)[:REREAD_AT_ONCE]):
        yield batch


def _read_stored(owner: OwnerRow, source: SourceRow, rows: list[MessageRow]) -> None:
    own = mine(owner)
    changed = [row.event_id for row in rows if _reads_differently(row, own)]
    source.messages += len(rows)
    source.about_applications += len(changed)
    source.position = rows[-1].pk
    rebuild_touched(owner, changed)


def _reads_differently(row: MessageRow, own: frozenset[str]) -> bool:
    """Read stored mail once more; one that breaks the newer reader keeps what the earlier one read."""
    try:
        return read_again(row, mine=own)
    except Exception as error:
        log.error("the reader broke on a stored mail: %s", type(error).__name__)  # not its words, which are private
        MessageRow.objects.filter(pk=row.pk).update(reader_version=READER_VERSION)
        return False


BATCHES_AND_WRITE: dict[str, tuple[Callable[..., Iterator[Any]], Callable[..., None]]] = {
    State.PREVIEW: (_looked_through, _show),
    State.READING: (_read_through, _keep),
    REREAD: (_stored_batches, _read_stored),
}
