"""Work done by the clock: finds due rows, claims each with a lease, calls an action."""

import logging
import threading
from collections.abc import Callable

log = logging.getLogger(__name__)

CHORES: tuple[Callable[[], None], ...] = ()
EVERY_SECONDS = 1.0


def work_until(stop: threading.Event) -> None:
    """Run each chore every second until told to stop; one that fails is logged by its name and tried again."""
    while not stop.wait(EVERY_SECONDS):
        for chore in CHORES:
            try:
                chore()
            except Exception:
                log.exception("chore %s failed", chore.__name__)
