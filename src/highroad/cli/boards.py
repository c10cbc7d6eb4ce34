"""`highroad boards`: what employers you follow have put up."""

import json as json_text
import sys
from typing import Annotated, Any

import typer

from highroad.app import clock
from highroad.app.actions import boards as act
from highroad.app.actions.start import make_ready
from highroad.app.models import OwnerRow
from highroad.app.queries import boards as ask
from highroad.app.queries.applications import NotThere
from highroad.app.queries.owners import the_owner
from highroad.steps.keep_going.openings.feed import NeverRead, NoFeed, feed_of

app = typer.Typer(add_completion=False)
boards = typer.Typer()
app.add_typer(boards, name="boards")
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Number = Annotated[int, typer.Argument(metavar="ID")]
NAMES = ("id", "employer", "role", "place", "url", "came_back")


@boards.callback(invoke_without_command=True)
def alone(context: typer.Context, json: Json = False) -> None:
    """What employers you follow have put up. Alone, it lists them."""
    if context.invoked_subcommand is None:
        list_all(json=json)


@boards.command("list")
def list_all(json: Json = False) -> None:
    """List the boards you follow."""
    found = ask.boards(_owner())
    if json:
        typer.echo(json_text.dumps([_plain(one) for one in found], ensure_ascii=False))
        return
    lines = [f"{one.id}  {one.employer}, {one.open} open{f' ({one.trouble})' if one.trouble else ''}" for one in found]
    typer.echo("\n".join(lines) or "You follow no board.")


@boards.command()
def follow(
    address: Annotated[str, typer.Argument(help="The employer's page of openings.")],
    employer: Annotated[str, typer.Option(help="What to call it.")] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Allow the hosts without being asked.")] = False,
    json: Json = False,
) -> None:
    """Follow a board: names the hosts that will be asked, and wants a yes. Nothing is asked by this."""
    try:
        hosts = " and ".join(feed_of(address).hosts)
        if not yes and not typer.confirm(f"May {hosts} be asked whenever you say look?", err=True):
            sys.exit("Then nothing is asked there.")
        owner, now = _owner(), clock.now()
        number = act.follow(owner, address, employer=employer, now=now)
    except (NoFeed, NeverRead) as refusal:
        sys.exit(str(refusal))
    followed, _ = ask.board(owner, number, now=now)
    typer.echo(json_text.dumps(_plain(followed), ensure_ascii=False) if json else number)


@boards.command()
def look(
    number: Annotated[int | None, typer.Argument(metavar="[ID]", help="One board; all of them when left out.")] = None,
    json: Json = False,
) -> None:
    """Ask the boards what is new, and print it. Only hosts you allowed are asked."""
    owner, now = _owner(), clock.now()
    try:
        looked = [act.look(owner, number, now=now)] if number else act.look_at_all(owner, now=now)
    except (NotThere, *act.REFUSALS) as refusal:
        sys.exit(str(refusal))
    for one in looked:
        if one.trouble:
            typer.echo(f"{one.board_id}: {one.trouble}", err=True)
    _print(ask.new_ones(owner, now=now), json=json)


@boards.command()
def new(json: Json = False) -> None:
    """Print what was new at the last look. Nothing is asked."""
    _print(ask.new_ones(_owner(), now=clock.now()), json=json)


@boards.command()
def search(
    words: Annotated[str, typer.Argument(help="Words that all stand in role or text.")],
    place: Annotated[str, typer.Option(help="Part of the place.")] = "",
    json: Json = False,
) -> None:
    """Search what the boards held at the last look. Nothing is asked."""
    _print(ask.search(_owner(), words, place, now=clock.now()), json=json)


@boards.command()
def stop(number: Number, json: Json = False) -> None:
    """Follow a board no more."""
    try:
        act.stop(_owner(), number, now=clock.now())
    except NotThere as refusal:
        sys.exit(str(refusal))
    typer.echo(json_text.dumps({"stopped": number}) if json else "Not followed any more.")


def _print(found: list[ask.Posted], *, json: bool) -> None:
    if json:
        typer.echo(json_text.dumps([_posted(one) for one in found], ensure_ascii=False))
        return
    lines = [
        f"{one.posted_on or '          '}  {', '.join(filter(None, (one.role, one.employer, one.place)))}"
        for one in found
    ]
    typer.echo("\n".join(lines) or "Nothing new.")


def _posted(one: ask.Posted) -> dict[str, Any]:
    days = {name: day.isoformat() if (day := getattr(one, name)) else None for name in ("posted_on", "closes_on")}
    return (
        {name: None if (told := getattr(one, name)) == "" else told for name in NAMES}
        | days
        | {"queued": one.queued or None}
    )


def _plain(one: ask.Board) -> dict[str, Any]:
    looked_at = one.looked_at.isoformat() if one.looked_at else None
    named = {"id": one.id, "employer": one.employer, "system": one.system, "hosts": list(one.hosts), "open": one.open}
    return named | {"looked_at": looked_at, "trouble": one.trouble or None}


def _owner() -> OwnerRow:
    make_ready(now=clock.now())
    return the_owner()
