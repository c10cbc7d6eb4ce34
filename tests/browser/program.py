"""High Road as it really runs: a program of its own, on a folder and a port of its own, where it is mid-morning."""

import os
import re
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

HIGHROAD = [sys.executable, "-c", "from highroad.cli.main import main; main()"]
MAKE_READY = """
import django
django.setup()
from highroad.app import clock
from highroad.app.actions.start import make_ready
make_ready(now=clock.now())
"""
FILL = f"""{MAKE_READY}
from django.conf import settings
from highroad.app.queries.owners import the_owner
from highroad.app.sample.fill import fill
fill(the_owner(), settings.DATA_FOLDER, now=clock.now(), early=False)
"""
LONG_AGO = f"""{MAKE_READY}
from datetime import timedelta
from django.conf import settings
from highroad.app.actions.forecast import make_forecast
from highroad.app.actions.outbox_waits import due
from highroad.app.queries.owners import the_owner
from highroad.app.sample.fill import fill
then = clock.now() - timedelta(weeks=10)
for weeks in range(4, 21):
    make_forecast(the_owner(), now=then - timedelta(weeks=weeks))
fill(the_owner(), settings.DATA_FOLDER, now=then, early=False)
due(now=clock.now(), beat=None)  # what rested then has rested
"""
MORNING = 10  # o'clock: in the evening Today offers no work


@dataclass(slots=True)
class Program:
    """One running High Road; `address` lets a browser in, `home` is every page's beginning."""

    folder: Path
    port: int
    process: subprocess.Popen[str]
    address: str

    @property
    def home(self) -> str:
        """Without a slash at the end."""
        return f"http://127.0.0.1:{self.port}"

    def kill(self) -> None:
        """End it with no warning, as a power cut would; once is enough."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.communicate()


def started(
    folder: Path,
    *,
    port: int | None = None,
    demo: bool = False,
    begun_by: Sequence[str] = HIGHROAD,
    more: Mapping[str, str] = {},
) -> Program:
    """Start it and wait until it says its address; `more` joins its environment."""
    port = port or free_port()
    process = subprocess.Popen(
        [*begun_by, "start", "--no-open", "--port", str(port), "--data-dir", str(folder)],
        env={**environment(folder, demo=demo), **more},
        text=True,
        stdout=subprocess.PIPE,
    )
    assert process.stdout is not None, "it was piped"
    told = process.stdout.readline()
    address = re.search(r"http\S+", told)
    assert address, f"High Road did not start: {told!r}"
    return Program(folder, port, process, address[0])


def made_ready(folder: Path) -> Path:
    """Make the folder hold an empty record."""
    subprocess.run([sys.executable, "-c", MAKE_READY], env=environment(folder), check=True)
    return folder


def filled(folder: Path) -> Path:
    """Make the folder hold the sample record."""
    subprocess.run([sys.executable, "-c", FILL], env=environment(folder), check=True)
    return folder


def filled_long_ago(folder: Path) -> Path:
    """Make the folder hold the sample record of ten weeks ago, when nothing rests, with forecasts made before."""
    subprocess.run([sys.executable, "-c", LONG_AGO], env=environment(folder), check=True)
    return folder


def environment(folder: Path, *, demo: bool = False) -> dict[str, str]:
    """What the program is told beside its words."""
    named = {"HIGHROAD_DATA_DIR": str(folder), "HIGHROAD_DEMO": "1"} if demo else {"HIGHROAD_DATA_DIR": str(folder)}
    django = {"DJANGO_SETTINGS_MODULE": "highroad.app.settings", "PYTHONUNBUFFERED": "1"}
    return os.environ | named | django | {"TZ": zone_where_it_is_morning()}


def zone_where_it_is_morning() -> str:
    """A zone whose clock shows MORNING, whenever the tests run; its name has the sign turned round."""
    ahead = (MORNING - datetime.now(UTC).hour + 12) % 24 - 12
    return f"Etc/GMT{-ahead:+d}" if ahead else "UTC"


def free_port() -> int:
    """A port of this computer that nobody uses."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])
