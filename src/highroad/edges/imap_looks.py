"""Look at the mails of a folder on a server: the start of each, and the rest of those that may be about a job."""

from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice

from highroad.edges.found import Found
from highroad.edges.imap import START, Mailbox
from highroad.edges.imap_answers import Fetched, start_digest
from highroad.edges.looks import Asked, Look, digest_of, sifted
from highroad.events.candidate import glance_may_concern
from highroad.events.sift import Sifted, Verdict
from highroad.mail.glance import LITTLE, glance

AT_ONCE = 200  # mails asked for at once
WHOLE_BYTES = 8 * 1024 * 1024  # of whole mails asked for at once, unless one alone is longer
AHEAD = 2  # answers that wait while mails are looked at and stored


@dataclass(frozen=True, slots=True)
class Brought:
    """A mail as it was fetched: whole, or its start where that is enough to know that it is about something else."""

    mail: Fetched
    digest: bytes
    is_enough: bool = False


def look_at_folder(mailbox: Mailbox, uids: Sequence[int], asked: Asked, *, folder: str) -> Iterator[list[Look]]:
    """A look at each of these mails, in order; while one lot is looked at here, another thread fetches the next."""
    pool = ThreadPoolExecutor(1, thread_name_prefix="mailbox")
    lots = bring(mailbox, uids, asked, folder=folder)
    waiting: deque[Future[list[Brought]]] = deque()
    try:
        for _ in range(0, len(uids), AT_ONCE):
            waiting.append(pool.submit(next, lots))
            if len(waiting) > AHEAD:
                yield _looks(waiting.popleft().result(), asked, folder)
        while waiting:
            yield _looks(waiting.popleft().result(), asked, folder)
    finally:
        pool.shutdown(cancel_futures=True)


def bring(mailbox: Mailbox, uids: Sequence[int], asked: Asked, *, folder: str) -> Iterator[list[Brought]]:
    """Lots of these mails: the start of each, or all of it where its start leaves open what it is about.

    The next lot is under way while this one is looked at.
    """
    lots = (uids[first : first + AT_ONCE] for first in range(0, len(uids), AT_ONCE))
    awaited = [mailbox.ask_starts(lot) for lot in islice(lots, 1)]
    while awaited:
        starts = mailbox.take(awaited.pop())
        awaited += [mailbox.ask_starts(lot) for lot in islice(lots, 1)]
        yield _to_their_ends(mailbox, [(mail, digest(mail, folder)) for mail in starts], asked)


def _to_their_ends(mailbox: Mailbox, starts: Sequence[tuple[Fetched, bytes]], asked: Asked) -> list[Brought]:
    long = [mail for mail, known_by in starts if _is_long(mail) and known_by not in asked.known]
    open_ones = [mail for mail in long if _may_concern(mail.raw)]
    enough = {mail.uid for mail in long} - {mail.uid for mail in open_ones}
    wholes: dict[int, Fetched] = {}
    for some in _in_lots(open_ones):
        wholes |= {mail.uid: mail for mail in mailbox.wholes(some) if mail.raw}
    return [Brought(wholes.get(mail.uid, mail), known_by, mail.uid in enough) for mail, known_by in starts]


def whole_mails(mailbox: Mailbox, uids: Sequence[int], *, folder: str) -> dict[bytes, Found]:
    """These mails to their end, by what each is known by."""
    mails = mailbox.wholes(uids)
    return {digest(mail, folder): found(mail, folder) for mail in mails}


def found(mail: Fetched, folder: str) -> Found:
    """A fetched mail as one found in a file; its position is its number."""
    return Found(mail.raw, f"{folder} {mail.uid}", mail.uid, folder)


def digest(mail: Fetched, folder: str) -> bytes:
    """What a mail is known by: the same whether its start was read or all of it.

    A mail within 16 kB is known by the digest it would have in a file too.
    """
    if _is_long(mail):
        return start_digest(mail.raw[:START], mail.size)
    return digest_of(found(mail, folder))


def _is_long(mail: Fetched) -> bool:
    return max(mail.size, len(mail.raw)) > START


def _may_concern(start: bytes) -> bool:
    """Whether the rest is worth reading; a start of styles and pictures alone tells nothing."""
    seen = glance(start)
    return seen is None or seen.letters < LITTLE or glance_may_concern(seen)


def _in_lots(mails: Sequence[Fetched]) -> Iterator[list[int]]:
    lot: list[int] = []
    held = 0
    for mail in mails:
        if lot and held + mail.size > WHOLE_BYTES:
            yield lot
            lot, held = [], 0
        lot.append(mail.uid)
        held += mail.size
    if lot:
        yield lot


def _looks(brought: Sequence[Brought], asked: Asked, folder: str) -> list[Look]:
    return [_look(one, asked, folder) for one in brought]


def _look(one: Brought, asked: Asked, folder: str) -> Look:
    mail = one.mail
    if one.digest in asked.known:
        verdict = None
    elif one.is_enough:
        verdict = Sifted(Verdict.ELSE)
    else:
        verdict = sifted(found(mail, folder), asked.mine)
    return Look(one.digest, f"{folder} {mail.uid}", mail.uid, verdict)
