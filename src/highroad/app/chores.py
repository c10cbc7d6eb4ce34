"""Work done by the clock: finds due rows, claims each with a lease, calls an action."""

import logging
import threading
from collections.abc import Callable
from contextlib import suppress

from highroad.app import clock, looked
from highroad.app.actions.let_go import delete_for_good
from highroad.app.actions.notices import tell
from highroad.app.actions.outbox_post import outside
from highroad.app.actions.outbox_sending import send_due
from highroad.app.actions.outbox_sent import follow_up
from highroad.app.actions.sources import NotDue, due, fail, read_on
from highroad.app.actions.sync import sync
from highroad.app.actions.sync_turns import NotAllowed
from highroad.app.actions.sync_turns import NotDue as BeingRead
from highroad.app.actions.sync_turns import due as due_accounts
from highroad.app.actions.sync_waiting import NO_WAITING, accounts_to_wait_for, wait_for_mail
from highroad.app.actions.uploads import remove_left_over
from highroad.app.disk import FULL, is_full
from highroad.app.log import broke
from highroad.app.models import SourceRow
from highroad.app.queries.notices import who_wants_notices
from highroad.edges.heartbeat import beat
from highroad.edges.notices import show
from highroad.edges.readers import AT_ONCE

log = logging.getLogger(__name__)

Chore = Callable[[], None]


class ReadingBroke(Exception):
    """Something broke on our side while this was read. Try again, and it goes on from there."""


def read_sources() -> None:
    """Look through and read every source that waits for it, also those another run of the program left half read.

    On a disk so full that not even this can be written down, the source is due again when its lease ends.
    """
    for source in due(now=clock.now()):
        try:
            for _ in read_on(source.owner, source.pk, clock=clock.now, processes=AT_ONCE):
                pass
        except NotDue:
            continue
        except Exception as error:
            fail(SourceRow.objects.get(pk=source.pk), FULL if is_full(error) else str(ReadingBroke.__doc__))
            raise


def check_accounts() -> None:
    """Read what is new in every account the user lets us check, each a quarter of an hour after the last time."""
    for account in due_accounts(now=clock.now()):
        with suppress(BeingRead, NotAllowed):
            for _ in sync(account.owner, account.pk, clock=clock.now):
                pass


def wait_at_accounts() -> None:
    """Let a thread wait at each account whose server tells of new mail, as long as the program runs."""
    waiting = {thread.name for thread in threading.enumerate()}
    for account_id in accounts_to_wait_for():
        name = f"waits at account {account_id}"
        if name not in waiting:
            threading.Thread(target=_wait_at, args=(account_id,), name=name, daemon=True).start()


def _wait_at(account_id: int) -> None:
    with suppress(*NO_WAITING):
        while wait_for_mail(account_id, clock=clock.now):
            pass


def remove_old_copies() -> None:
    """Remove copies of uploads that nothing needs any more."""
    remove_left_over(now=clock.now())


def delete_what_was_let_go() -> None:
    """Delete for good what was let go a month ago."""
    delete_for_good(now=clock.now())


def let_mail_leave() -> None:
    """Let what is due leave the outbox, then file and look up what left."""
    send_due(outside(), clock=clock.now, beat=beat())
    follow_up(outside(), clock=clock.now)


def tell_of_news() -> None:
    """Say on the screen that something waits, to whoever wants that, and no more often than is kind."""
    now = clock.now()
    for owner in who_wants_notices(now=now):
        tell(owner, looked_at=looked.last(owner), now=now, show=show)


# each with its seconds from one time to the next
CHORES: tuple[tuple[Chore, float], ...] = (
    (read_sources, 1.0),
    (let_mail_leave, 1.0),
    (check_accounts, 5.0),
    (wait_at_accounts, 300.0),
    (tell_of_news, 60.0),
    (remove_old_copies, 3600.0),
    (delete_what_was_let_go, 3600.0),
)


def work_until(stop: threading.Event) -> None:
    """Run every chore again and again, each in a thread of its own, so that a long one holds up no other."""
    for chore, seconds in CHORES:
        threading.Thread(target=repeat, args=(chore, seconds, stop), name=chore.__name__, daemon=True).start()
    stop.wait()


def repeat(chore: Chore, seconds: float, stop: threading.Event) -> None:
    """At once, then every so often; one that fails is logged and tried again."""
    while not stop.is_set():
        try:
            chore()
        except Exception as error:
            log.error("chore %s failed: %s", chore.__name__, broke(error))
        stop.wait(seconds)
