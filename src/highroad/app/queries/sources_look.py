"""Look at the mails of a source in batches small enough to be written while a page waits."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import islice

from django.db.models import QuerySet

from highroad.app.models import OwnerRow, SeenRow, SourceRow
from highroad.app.queries.addresses import mine
from highroad.edges.looks import Asked, Look, heads
from highroad.edges.readers import look_through
from highroad.edges.sources import Source
from highroad.events.recognise import READER_VERSION
from highroad.events.sift import Verdict
from highroad.mail.message import Message

KEPT_IN_BATCH = 30  # storing and rebuilding these takes 60 ms, seldom 150
LOOKS_IN_BATCH = 250  # half a second of looking, which a killed reading does again
SAMPLE = 400
MOST_KNOWN = 500_000  # digests held in memory; of more, a mail is known only once it was looked at


def looks_in_batches(
    owner: OwnerRow,
    source: Source,
    *,
    start: int = 0,
    since: date | None = None,
    guessed: frozenset[str] = frozenset(),
    processes: int = 1,
) -> Iterator[list[Look]]:
    """Every mail of a source, in its order; `guessed` are the user's addresses as long as none are stored."""
    asked = Asked(mine(owner) or guessed, since, known(owner))
    yield from in_batches(owner, look_through(source, asked, start=start, processes=processes))


def known(owner: OwnerRow) -> set[bytes]:
    """The digests of mails that need no second look."""
    return set(map(bytes, _seen(owner).values_list("digest", flat=True)[:MOST_KNOWN].iterator()))


def in_batches(owner: OwnerRow, looks_found: Iterable[list[Look]]) -> Iterator[list[Look]]:
    """The same looks, in lists that are stored while a page waits."""
    yield from _batches(_once(owner, looks_found))


def sample(source: Source) -> Iterator[Message]:
    """The first mails of a source without their bodies."""
    return heads(islice(source.messages(), SAMPLE))


def _seen(owner: OwnerRow) -> QuerySet[SeenRow]:
    return SeenRow.objects.filter(owner=owner, reader_version=READER_VERSION)


def _once(owner: OwnerRow, looks_found: Iterable[list[Look]]) -> Iterator[Look]:
    """A mail that was stored meanwhile, or stands in the source before, is known."""
    met: dict[bytes, None] = {}  # in their order, those that may not be stored yet
    for looks in looks_found:
        new = [look.digest for look in looks if look.sifted]
        seen = set(map(bytes, _seen(owner).filter(digest__in=new).values_list("digest", flat=True)))
        for look in looks:
            is_known = look.sifted and (look.digest in seen or look.digest in met)
            yield replace(look, sifted=None) if is_known else look
            met[look.digest] = None
        while len(met) > LOOKS_IN_BATCH + len(looks):
            met.pop(next(iter(met)))


def _batches(looks: Iterable[Look]) -> Iterator[list[Look]]:
    batch: list[Look] = []
    kept = 0
    for look in looks:
        batch.append(look)
        kept += look.sifted is not None and look.sifted.message is not None
        if kept >= KEPT_IN_BATCH or len(batch) >= LOOKS_IN_BATCH:
            yield batch
            batch, kept = [], 0
    if batch:
        yield batch


def without_copies(batches: Iterable[list[Look]]) -> Iterator[list[Look]]:
    """Each mail about an application once: a look that stores nothing cannot find the copy in the record."""
    keys: set[str] = set()
    for batch in batches:
        yield [_unless_copy(look, keys) for look in batch]


def _unless_copy(look: Look, keys: set[str]) -> Look:
    key = look.sifted.message.key if look.sifted and look.sifted.message else ""
    if key in keys:
        return replace(look, sifted=None)
    if key:
        keys.add(key)
    return look


def count(source: SourceRow, looks: Iterable[Look]) -> None:
    """Add looks to what a source has counted; every mail is counted in `messages`."""
    for look in looks:
        verdict = look.sifted.verdict if look.sifted else None
        source.messages += 1
        source.already_known += verdict is None and not look.too_old
        source.about_applications += verdict is Verdict.ABOUT
        source.unreadable += verdict is Verdict.UNREADABLE
        source.with_problems += verdict is not Verdict.UNREADABLE and bool(look.sifted and look.sifted.with_problems)
        source.position = look.position
