"""How long the computer has been running, by a count that setting the clock does not touch."""

import time
from pathlib import Path

from highroad.recovery.cooldown import Beat

_BOOT = Path("/proc/sys/kernel/random/boot_id")


def beat() -> Beat | None:
    """The count of now; None on systems that do not name their starts, where only the clock on the wall is left."""
    try:
        return Beat(_BOOT.read_text(encoding="ascii").strip(), time.clock_gettime(time.CLOCK_BOOTTIME))
    except (OSError, AttributeError):
        return None
