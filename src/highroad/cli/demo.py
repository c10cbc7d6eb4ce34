"""`highroad demo`: look around in a record that is nobody's."""

import atexit
import shutil
from typing import Annotated

import typer
from django.conf import settings

from highroad.app import clock
from highroad.app.actions.start import make_ready
from highroad.app.queries.owners import the_owner
from highroad.app.sample.fill import fill
from highroad.cli.start import Host, NoOpen, Port, open_at

app = typer.Typer(add_completion=False)


@app.command()
def demo(
    early: Annotated[bool, typer.Option("--early", help="The same search a few weeks in.")] = False,
    host: Host = "127.0.0.1",
    port: Port = 8747,
    no_open: NoOpen = False,
) -> None:
    """Start with sample data in a folder of its own, which is gone when you stop."""
    now = clock.now()
    atexit.register(shutil.rmtree, settings.DATA_FOLDER, ignore_errors=True)
    make_ready(now=now)
    fill(the_owner(), settings.DATA_FOLDER, now=now, early=early)
    open_at(host, port, no_open=no_open)
