"""Look at the mails of a folder on a server: the start of each, and the rest of those that may be about a job."""

from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace

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


def look_at_folder(mailbox: Mailbox, uids: Sequence[int], asked: Asked, *, folder: str) -> Iterator[list[Look]]:
    """A look at each of these mails, in order; while one lot is looked at here, another thread fetches the next."""
    pool = ThreadPoolExecutor(1, thread_name_prefix="mailbox")
    waiting: deque[Future[list[Fetched]]] = deque()
    try:
        for first in range(0, len(uids), AT_ONCE):
            waiting.append(pool.submit(_brought, mailbox, uids[first : first + AT_ONCE], asked))
            if len(waiting) > AHEAD:
                yield _looks(waiting.popleft().result(), asked, folder)
        while waiting:
            yield _looks(waiting.popleft().result(), asked, folder)
    finally:
        pool.shutdown(cancel_futures=True)


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


def _brought(mailbox: Mailbox, uids: Sequence[int], asked: Asked) -> list[Fetched]:
    """The start of each mail, or all of it where its start leaves open what it is about."""
    starts = mailbox.starts(uids)
    long = [mail for mail in starts if _is_long(mail) and digest(mail, "") not in asked.known]
    wholes: dict[int, Fetched] = {}
    for some in _in_lots([mail for mail in long if _may_concern(mail.raw)]):
        wholes |= {mail.uid: mail for mail in mailbox.wholes(some) if mail.raw}
    return [wholes.get(mail.uid, mail) for mail in starts]


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


def _looks(mails: Sequence[Fetched], asked: Asked, folder: str) -> list[Look]:
    return [_look(mail, asked, folder) for mail in mails]


def _look(mail: Fetched, asked: Asked, folder: str) -> Look:
    look = Look(digest(mail, folder), f"{folder} {mail.uid}", mail.uid)
    if look.digest in asked.known:
        return look
    if _is_long(mail) and len(mail.raw) <= START and not _may_concern(mail.raw):
        return replace(look, sifted=Sifted(Verdict.ELSE))
    return replace(look, sifted=sifted(found(mail, folder), asked.mine))
