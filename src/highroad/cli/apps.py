"""`highroad apps` and `highroad no`: the record, for a person or for a program."""

import json as json_text
import sys
from datetime import datetime
from typing import Annotated, Any

import typer

from highroad.app import clock
from highroad.app.actions import by_hand
from highroad.app.actions.start import make_ready
from highroad.app.days import can_be_meant
from highroad.app.models import ApplicationRow
from highroad.app.queries.applications import NotThere, application, applications, as_contract, noes
from highroad.app.queries.owners import the_owner
from highroad.app.says import says
from highroad.applications.application import Channel, Outcome
from highroad.events.event import Kind, Stage

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
    make_ready(now=clock.now())
    _print_one(some_id, json=json)


@apps.command()
def add(
    employer: Annotated[str, typer.Argument()],
    role: Annotated[str, typer.Option(help="The role.")] = "",
    on: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day you applied.")] = None,
    json: Json = False,
) -> None:
    """Add an application by hand."""
    now = clock.now()
    if on and not can_be_meant(on.date(), today=now.date()):
        raise typer.BadParameter(says("days.far"), param_hint="--on")
    make_ready(now=now)
    told = by_hand.Told(Kind.APPLIED, on.date() if on else None, employer=employer, role=role)
    made, _ = by_hand.new_application(the_owner(), told, now=now)
    _print_one(made, json=json)


@apps.command()
def edit(
    some_id: Annotated[str, typer.Argument(metavar="ID")],
    employer: Annotated[str | None, typer.Option(help="The employer.")] = None,
    role: Annotated[str | None, typer.Option(help="The role.")] = None,
    stage: Annotated[Stage | None, typer.Option(help="How far it went.")] = None,
    outcome: Annotated[Outcome | None, typer.Option(help="How it ended.")] = None,
    channel: Annotated[Channel | None, typer.Option(help="How it was sent.")] = None,
    json: Json = False,
) -> None:
    """Change what an application is called, how far it went or how it ended."""
    now = clock.now()
    make_ready(now=now)
    row = _found(some_id)
    by_hand.rename(
        the_owner(),
        some_id,
        employer=row.employer if employer is None else employer,
        role=row.role if role is None else role,
        stage=stage,
        outcome=outcome,
        channel=channel,
        now=now,
    )
    _print_one(some_id, json=json)


@no.command("list")
def list_noes(json: Json = False) -> None:
    """List every no, the latest first; unconfirmed ones too."""
    now = clock.now()
    make_ready(now=now)
    _print(noes(the_owner(), today=now.date()), json=json)


def _found(some_id: str) -> ApplicationRow:
    try:
        return application(the_owner(), some_id)
    except NotThere as error:
        sys.exit(str(error))


def _print_one(some_id: str, *, json: bool) -> None:
    found = as_contract(_found(some_id), today=clock.now().date())
    if json:
        typer.echo(json_text.dumps(found, ensure_ascii=False))
        return
    typer.echo(_line(found))
    for event in found["events"]:
        typer.echo(f"  {(event['date'] or 'no date')[:10]:10}  {event['kind']:13} {event['evidence'] or ''}")
    for who in found["people"]:
        typer.echo(f"  {who['name'] or who['email']} ({who['part']})")


def _print(found: list[dict[str, Any]], *, json: bool) -> None:
    if json:
        typer.echo(json_text.dumps(found, ensure_ascii=False))
    else:
        typer.echo("\n".join(map(_line, found)) or "Nothing here yet.")


def _line(found: dict[str, Any]) -> str:
    name = " · ".join(filter(None, [found["employer"], found["role"]])) or "Unknown employer"
    day = found["last_event_on"] or "no date"
    return f"{found['id']}  {day:10}  {found['outcome']:9} {found['furthest_stage']:10} {name}"
