"""Mail that says nothing alone: noted by digests, and kept once its thread turns out to be about an application."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress

from django.db.models import F

from highroad.app.actions.mail import store_message
from highroad.app.actions.record import Stored, in_parts, rebuild_touched, rows_of
from highroad.app.models import LinkRow, MessageRow, OwnerRow, ReplyRow, SeenRow, SourceRow
from highroad.app.queries.addresses import mine
from highroad.edges.found import Found
from highroad.edges.looks import Look, digest_of
from highroad.edges.sources import open_source
from highroad.edges.trouble import SourceTrouble
from highroad.events.sift import Verdict, sift
from highroad.events.threads import ids_of

THREAD = "thread:"  # how link keys of threads begin
Begun = tuple[Look, int]  # a look, and the position its mail begins at


def draw_in(owner: OwnerRow, source: SourceRow, looks: Sequence[Begun], *, touched: Iterable[str]) -> set[str]:
    """Keep what answers in a thread of these events, wherever it was seen; note the other answers among these looks.

    Gives the events that are new; rebuilding is the caller's. The result does not depend on the order in which a
    thread is found, as long as its files are where they were.
    """
    threads = _threads_of(owner, touched) | _note(owner, source, looks)
    drawn: set[str] = set()
    while threads:
        rows = list(_waiting(owner, threads))
        _want(owner, {bytes(row.digest) for row in rows if row.source.folder_id})
        found = {bytes(row.digest): row for row in rows if not row.source.folder_id}
        kept = {event for row in found.values() for event in _keep(owner, source, row, _found_again(row))}
        _forget(owner, found)
        drawn |= kept
        threads = _threads_of(owner, kept)
    return drawn


def draw_in_fetched(
    owner: OwnerRow, source: SourceRow, wanted: Iterable[ReplyRow], mails: Mapping[bytes, Found]
) -> None:
    """Keep wanted answers that a server handed out, and draw in what answers them; `mails` are by their digests."""
    noted = {bytes(row.digest): row for row in wanted}
    kept = {event for name, row in noted.items() for event in _keep(owner, source, row, mails.get(name))}
    _forget(owner, noted)
    rebuild_touched(owner, kept | draw_in(owner, source, (), touched=kept))


def _want(owner: OwnerRow, digests: Iterable[bytes]) -> None:
    """Mark what lies on a server, for whoever is connected to it next."""
    for some in in_parts(digests):
        ReplyRow.objects.filter(owner=owner, digest__in=some).update(wanted=True)


def _forget(owner: OwnerRow, digests: Iterable[bytes]) -> None:
    for some in in_parts(digests):
        ReplyRow.objects.filter(owner=owner, digest__in=some).delete()


def _note(owner: OwnerRow, source: SourceRow, looks: Iterable[Begun]) -> set[bytes]:
    """Note each answer that says nothing alone; gives those of their threads that are known already."""
    replies = [(look, begin, look.sifted.reply) for look, begin in looks if look.sifted and look.sifted.reply]
    ids = {thread for _, _, reply in replies for thread in ids_of(reply)}
    rows = [
        ReplyRow(owner=owner, source=source, start=begin, digest=look.digest, thread=_digest(thread))
        for look, begin, reply in replies
        for thread in ids_of(reply)
    ]
    ReplyRow.objects.bulk_create(rows, ignore_conflicts=True)
    links = LinkRow.objects.filter(owner=owner)
    known = (links.filter(key__in=some) for some in in_parts(f"{THREAD}{thread}" for thread in ids))
    return {_digest(key.removeprefix(THREAD)) for some in known for key in some.values_list("key", flat=True)}


def _threads_of(owner: OwnerRow, event_ids: Iterable[str]) -> set[bytes]:
    events = Stored.of(rows_of(owner, event_ids)).events.values()
    return {_digest(thread) for event in events for thread in event.threads}


def _waiting(owner: OwnerRow, threads: Iterable[bytes]) -> Iterator[ReplyRow]:
    for some in in_parts(threads):
        yield from ReplyRow.objects.filter(owner=owner, thread__in=some).select_related("source")


def _keep(owner: OwnerRow, source: SourceRow, noted: ReplyRow, found: Found | None) -> Iterator[str]:
    """Store one answer; one that has gone from where it was is read when it is brought in again."""
    if found is None:
        SeenRow.objects.filter(owner=owner, digest=noted.digest).delete()
        return
    own = mine(owner)
    sifted = sift(found.raw, folder=found.folder, mine=own, in_thread=True)
    if sifted.verdict is not Verdict.ABOUT or sifted.message is None:
        return
    new = not MessageRow.objects.filter(owner=owner, key=sifted.message.key).exists()
    counted = "about_applications" if new else "already_known"
    if noted.source_id == source.pk:
        setattr(source, counted, getattr(source, counted) + 1)
    else:
        SourceRow.objects.filter(pk=noted.source_id).update(**{counted: F(counted) + 1})
    row = store_message(owner, sifted.message, mine=own, source=noted.source, reading=sifted.reading, in_thread=True)
    yield row.event_id


def _found_again(noted: ReplyRow) -> Found | None:
    with suppress(SourceTrouble, OSError):
        found = next(open_source(noted.source.path).messages(start=noted.start), None)
        return found if found and digest_of(found) == bytes(noted.digest) else None
    return None


def _digest(thread: str) -> bytes:
    return hashlib.blake2b(thread.encode("utf-8", "surrogatepass"), digest_size=8).digest()
