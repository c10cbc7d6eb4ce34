"""Work done by the clock: finds due rows, claims each with a lease, calls an action."""

import logging
import threading
from collections.abc import Callable

from highroad.app import clock
from highroad.app.actions.outbox_post import outside
from highroad.app.actions.outbox_sending import send_due
from highroad.app.actions.outbox_sent import follow_up
from highroad.app.actions.sources import NotDue, due, fail, read_on
from highroad.app.actions.uploads import remove_left_over
from highroad.app.disk import FULL, is_full
from highroad.app.models import SourceRow
from highroad.edges.heartbeat import beat
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


def remove_old_copies() -> None:
    """Remove copies of uploads that nothing needs any more."""
    remove_left_over(now=clock.now())


def let_mail_leave() -> None:
    """Let what is due leave the outbox, then file and look up what left."""
    send_due(outside(), clock=clock.now, beat=beat())
    follow_up(outside(), clock=clock.now)


# each with its seconds from one time to the next
CHORES: tuple[tuple[Chore, float], ...] = ((read_sources, 1.0), (let_mail_leave, 1.0), (remove_old_copies, 3600.0))


def work_until(stop: threading.Event) -> None:
    """Run every chore again and again, each in a thread of its own, so that a long one holds up no other."""
    for chore, seconds in CHORES:
        threading.Thread(target=_repeat, args=(chore, seconds, stop), name=chore.__name__, daemon=True).start()
    stop.wait()


def _repeat(chore: Chore, seconds: float, stop: threading.Event) -> None:
    """At once, then every so often; one that fails is logged by its name and tried again."""
    while not stop.is_set():
        try:
            chore()
        except Exception:
            log.exception("chore %s failed", chore.__name__)
        stop.wait(seconds)
