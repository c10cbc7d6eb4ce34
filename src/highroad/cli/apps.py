"""`highroad apps` and `highroad no`: the record, for a person or for a program."""

import json as json_text
import sys
from typing import Annotated, Any

import typer

from highroad.app import clock
from highroad.app.actions.start import make_ready
from highroad.app.queries.applications import NotThere, application, applications, as_contract, noes
from highroad.app.queries.owners import the_owner

app = typer.Typer(add_completion=False)
apps = typer.Typer(help="Your applications.", no_args_is_help=True)
no = typer.Typer(help="The no's, confirmed and unconfirmed.", no_args_is_help=True)
app.add_typer(apps, name="apps")
app.add_typer(no, name="no")
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@apps.command("list")
def list_applications(json: Json = False) -> None:
    """List every application, the latest first."""
    now = clock.now()
    make_ready(now=now)
    _print(applications(the_owner(), today=now.date()), json=json)


@apps.command()
def show(some_id: Annotated[str, typer.Argument(metavar="ID")], json: Json = False) -> None:
    """Show one application with everything that happened."""
    now = clock.now()
    make_ready(now=now)
    try:
        found = as_contract(application(the_owner(), some_id), today=now.date())
    except NotThere as error:
        sys.exit(str(error))
    if json:
        typer.echo(json_text.dumps(found, ensure_ascii=False))
        return
    typer.echo(_line(found))
    for event in found["events"]:
        typer.echo(f"  {(event['date'] or 'no date')[:10]:10}  {event['kind']:13} {event['evidence'] or ''}")
    for who in found["people"]:
        typer.echo(f"  {who['name'] or who['email']} ({who['part']})")


@no.command("list")
def list_noes(json: Json = False) -> None:
    """List every no, the latest first; unconfirmed ones too."""
    now = clock.now()
    make_ready(now=now)
    _print(noes(the_owner(), today=now.date()), json=json)


def _print(found: list[dict[str, Any]], *, json: bool) -> None:
    if json:
        typer.echo(json_text.dumps(found, ensure_ascii=False))
    else:
        typer.echo("\n".join(map(_line, found)) or "Nothing here yet.")


def _line(found: dict[str, Any]) -> str:
    name = " · ".join(filter(None, [found["employer"], found["role"]])) or "Unknown employer"
    day = found["last_event_on"] or "no date"
    return f"{found['id']}  {day:10}  {found['outcome']:9} {found['furthest_stage']:10} {name}"
