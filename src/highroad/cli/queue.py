"""`highroad queue`: openings to apply to."""

import json as json_text
import sys
from typing import Annotated, Any

import typer

from highroad.app import clock
from highroad.app.actions import queue as act
from highroad.app.actions.start import make_ready
from highroad.app.models import OwnerRow
from highroad.app.queries import queue as ask
from highroad.app.queries.applications import NotThere
from highroad.app.queries.owners import the_owner

app = typer.Typer(add_completion=False)
queue = typer.Typer()
app.add_typer(queue, name="queue")
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Number = Annotated[int, typer.Argument(metavar="ID")]
NAMES = ("id", "employer", "role", "place", "url", "state", "missing", "application_id", "came_back")
DAYS = ("posted_on", "closes_on", "added_on", "again_on")


@queue.callback(invoke_without_command=True)
def alone(context: typer.Context, json: Json = False) -> None:
    """Openings you may apply to. Alone, it lists them."""
    if context.invoked_subcommand is None:
        list_all(json=json)


@queue.command("list")
def list_all(json: Json = False) -> None:
    """List what waits, what closes soon first, then what was sent."""
    found = ask.queue(_owner(), now=clock.now())
    every = [*found.waiting, *found.sent]
    if json:
        typer.echo(json_text.dumps([_plain(one) for one in every], ensure_ascii=False))
        return
    typer.echo("\n".join(map(_line, every)) or "Nothing waits here.")


@queue.command()
def add(
    text: Annotated[str, typer.Argument(help="The address or the text of an opening; - reads what is piped in.")],
    employer: Annotated[str, typer.Option(help="Who offers it.")] = "",
    role: Annotated[str, typer.Option(help="What it is called.")] = "",
    place: Annotated[str, typer.Option(help="Where it is.")] = "",
    json: Json = False,
) -> None:
    """Keep an opening."""
    told = sys.stdin.read() if text == "-" else text
    owner, now = _owner(), clock.now()
    try:
        number = act.add(owner, told, employer=employer, role=role, place=place, now=now)
    except act.NothingToKeep as refusal:
        sys.exit(str(refusal))
    _print(ask.opening(owner, number, now=now), json=json)


@queue.command()
def sent(number: Number, json: Json = False) -> None:
    """Say that you applied: it becomes an application of today. Nothing is sent by this."""
    owner, now = _owner(), clock.now()
    try:
        act.say_sent(owner, number, now=now)
    except NotThere as refusal:
        sys.exit(str(refusal))
    _print(ask.opening(owner, number, now=now), json=json)


@queue.command("let-go")
def let_go(number: Number, json: Json = False) -> None:
    """Let one go. On its page it can be put back."""
    owner, now = _owner(), clock.now()
    try:
        act.let_go(owner, number, now=now)
    except NotThere as refusal:
        sys.exit(str(refusal))
    if json:
        _print(ask.opening(owner, number, now=now), json=True)
    else:
        typer.echo("Let go.")


def _print(one: ask.Opening, *, json: bool) -> None:
    typer.echo(json_text.dumps(_plain(one), ensure_ascii=False) if json else _line(one))


def _line(one: ask.Opening) -> str:
    named = ", ".join(filter(None, (one.role or "An opening", one.employer, one.place)))
    until = f", open until {one.closes_on}" if one.closes_on else ""
    return f"{one.id}  {named} ({one.state}){until}"


def _plain(one: ask.Opening) -> dict[str, Any]:
    told = {name: getattr(one, name) for name in NAMES}
    days = {name: day.isoformat() if (day := getattr(one, name)) else None for name in DAYS}
    met = [{"id": who.person_id, "name": who.name} for who in one.met]
    named = {name: None if value == "" else value for name, value in told.items()}
    return named | days | {"known_there": met, "let_go": one.is_gone}


def _owner() -> OwnerRow:
    make_ready(now=clock.now())
    return the_owner()
