"""`highroad no open` and `no file`: say yes to a no, see its six steps, or file it."""

import json as json_text
import sys
from typing import Annotated

import typer

from highroad.app import clock
from highroad.app.actions.corrections import say
from highroad.app.actions.recoveries import NoneTicked, file_together, open_recovery, say_how_hard
from highroad.app.actions.start import make_ready
from highroad.app.queries.applications import NotThere, application
from highroad.app.queries.owners import the_owner
from highroad.app.queries.recoveries import Home, NotConfirmed, home
from highroad.applications.correction import ConfirmedNo
from highroad.cli.apps import Json, app, no
from highroad.recovery.sting import Sting

__all__ = ["app"]
How = Annotated[Sting | None, typer.Option(help="How hard it landed.")]


@no.command("open")
def open_no(
    event_id: Annotated[str, typer.Argument(metavar="ID")],
    sting: How = None,
    yes: Annotated[bool, typer.Option("--yes", help="Yes, this is a no.")] = False,
    json: Json = False,
) -> None:
    """Open the six steps of one no. Nothing opens before you said that it is one."""
    now = clock.now()
    make_ready(now=now)
    owner = the_owner()
    try:
        if yes:
            application(owner, event_id)
            say(owner, ConfirmedNo(event_id), now=now)
        if sting:
            say_how_hard(owner, event_id, sting, now=now)
        else:
            open_recovery(owner, event_id, now=now)
        _print_home(home(owner, event_id, now=now), json=json)
    except NotConfirmed as refusal:
        sys.exit(f"{refusal} Read it first, then: highroad no open {event_id} --yes")
    except NotThere as refusal:
        sys.exit(str(refusal))


@no.command("file")
def file_noes(event_ids: Annotated[list[str], typer.Argument(metavar="ID…")], json: Json = False) -> None:
    """Yes, these are no's, and they landed barely: file them. Only those from before anyone met you."""
    now = clock.now()
    make_ready(now=now)
    try:
        count, _ = file_together(the_owner(), event_ids, now=now)
    except NoneTicked:
        sys.exit("None of these is a short one that waits. highroad no list shows them all.")
    typer.echo(json_text.dumps({"filed": count}) if json else f"Filed: {count}. That is all they need.")


def _print_home(found: Home, *, json: bool) -> None:
    if json:
        lines = [{"step": line.step, "says": line.says, "state": line.state} for line in found.lines]
        typer.echo(json_text.dumps({"id": found.no.rejection.id, "steps": lines}, ensure_ascii=False))
        return
    for line in found.lines:
        typer.echo(f"{line.step.replace('_', ' '):20} {line.state:8} {line.says}")
