"""High Road with a clock that tests move: the program's clock and its beats run ahead by what stands in a file."""

import os
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from highroad.app import clock
from highroad.cli.main import main
from highroad.edges import heartbeat
from highroad.recovery.cooldown import Beat
from tests.browser.program import zone_where_it_is_morning

NAMED = "AHEAD_BY"  # the file, in the environment of the program


class Ahead:
    """The hand on the clock of one program."""

    def __init__(self, file: Path) -> None:
        self._file, self._by, self._zone = file, timedelta(0), ZoneInfo(zone_where_it_is_morning())
        self.later()

    @property
    def told(self) -> dict[str, str]:
        """What the program must find in its environment."""
        return {NAMED: str(self._file)}

    def later(self, **more: float) -> None:
        """Time goes by."""
        self._by += timedelta(**more)
        new = self._file.with_suffix(".new")
        new.write_text(str(self._by.total_seconds()))
        new.replace(self._file)  # the program reads it at any moment

    def until(self, wall: str) -> None:
        """Time goes by until the clock on the wall is a minute past this hour, as a field of a page shows it."""
        then = datetime.fromisoformat(wall).replace(tzinfo=self._zone) + timedelta(minutes=1)
        self.later(seconds=(then - datetime.now(self._zone) - self._by).total_seconds())


def begin() -> None:
    """The program as it is, under that clock."""
    file, on_the_wall, running = Path(os.environ[NAMED]), clock.now, heartbeat.beat

    def by() -> timedelta:
        return timedelta(seconds=float(file.read_text()))

    def beat() -> Beat | None:
        found = running()
        return found and replace(found, seconds=found.seconds + by().total_seconds())

    clock.now, heartbeat.beat = lambda: on_the_wall() + by(), beat
    main()


if __name__ == "__main__":
    begin()
