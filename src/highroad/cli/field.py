"""`highroad field`: list the lines of work, use one, check a file of your own."""

import json as json_text
import sys
from pathlib import Path
from typing import Annotated

import typer

from highroad.app import clock
from highroad.app.actions.fields import use_field
from highroad.app.actions.start import make_ready
from highroad.app.packs import read_pack
from highroad.app.queries.applications import NotThere
from highroad.app.queries.fields import Fields, fields
from highroad.app.queries.owners import the_owner
from highroad.applications.field import FieldRefused

app = typer.Typer(add_completion=False)
field = typer.Typer(help="The lines of work: what one does its own way when it hires.", no_args_is_help=True)
app.add_typer(field, name="field")
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.callback()
def _root() -> None:
    """The lines of work."""


@field.command("list")
def listed(json: Json = False) -> None:
    """Every profile, the one in use, and the one your mail sounds like."""
    make_ready(now=clock.now())
    found = fields(the_owner())
    typer.echo(json_text.dumps(_as_json(found)) if json else _told(found))


@field.command()
def use(name: Annotated[str, typer.Argument(help="The id of a profile; none takes none.")], json: Json = False) -> None:
    """Use this profile from now on."""
    make_ready(now=clock.now())
    try:
        use_field(the_owner(), "" if name == "none" else name)
    except NotThere:
        sys.exit(f"There is no profile {name}. highroad field list shows them.")
    typer.echo(json_text.dumps({"used": None if name == "none" else name}) if json else f"In use: {name}.")


@field.command()
def check(file: Annotated[Path, typer.Argument(help="A profile as a TOML file.")], json: Json = False) -> None:
    """Say whether a profile of your own can be trusted, and what is missing. Stores nothing."""
    try:
        one = read_pack(file)
    except FieldRefused as refusal:
        typer.echo(json_text.dumps({"problems": refusal.problems}) if json else "\n".join(refusal.problems))
        sys.exit(1)
    except OSError:
        sys.exit(f"{file} cannot be read.")
    known = {"id": one.id, "name": one.name, "base_rates": len(one.rates), "problems": []}
    typer.echo(
        json_text.dumps(known) if json else f"{one.id} can be used. Figures, each with its source: {len(one.rates)}."
    )


def _as_json(found: Fields) -> dict[str, object]:
    return {
        "fields": [{"id": one.id, "name": one.name} for one in found.profiles],
        "used": found.used.id if found.used else None,
        "suggested": found.suggested.id if found.suggested else None,
        "refused": {name: list(problems) for name, problems in found.refused.items()},
    }


def _told(found: Fields) -> str:
    used = found.used.id if found.used else None
    lines = [f"{one.id}: {one.name}{', in use' if one.id == used else ''}" for one in found.profiles]
    lines += [f"Your mail sounds like {found.suggested.id}."] if found.suggested else []
    lines += [f"{name} was not taken: {' '.join(problems)}" for name, problems in found.refused.items()]
    return "\n".join(lines)
