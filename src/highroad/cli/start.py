"""`highroad`: serve the pages and open the browser."""

import sys
from typing import Annotated

import typer

from highroad.app import clock, server
from highroad.app.actions.start import make_ready

app = typer.Typer(add_completion=False)

Host = Annotated[str, typer.Option(envvar="HIGHROAD_HOST", help="Address to listen at.")]
Port = Annotated[int, typer.Option(envvar="HIGHROAD_PORT", min=1, max=65535, help="Port to listen at.")]
NoOpen = Annotated[bool, typer.Option("--no-open", envvar="HIGHROAD_NO_OPEN", help="Do not open the browser.")]


@app.command()
def start(host: Host = "127.0.0.1", port: Port = 8747, no_open: NoOpen = False) -> None:
    """Start High Road on this computer and open it in the browser."""
    make_ready(now=clock.now())
    open_at(host, port, no_open=no_open)


def open_at(host: str, port: int, *, no_open: bool) -> None:
    """Serve there until stopped, or end with the one sentence that says why not."""
    if host not in {"127.0.0.1", "localhost", "::1"}:
        sys.exit("High Road listens on this computer only: use 127.0.0.1.")
    try:
        server.serve(host, port, open_browser=not no_open, tell=_tell)
    except server.PortTaken as error:
        sys.exit(str(error))


def _tell(address: str) -> None:
    typer.echo(f"High Road is open at {address}\nStop it with Ctrl-C. Your words are saved as you go.")
