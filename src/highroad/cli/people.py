"""`highroad people`: whom the user wanted to keep in touch with."""

import json as json_text
from typing import Annotated

import typer

from highroad.app import clock
from highroad.app.actions.start import make_ready
from highroad.app.queries.contacts import due as all_due
from highroad.app.queries.owners import the_owner

app = typer.Typer(add_completion=False)
people = typer.Typer(help="People you met.", no_args_is_help=True)
app.add_typer(people, name="people")
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@people.callback()
def _group() -> None:
    """People you met."""


@people.command()
def due(json: Json = False) -> None:
    """List whom you wanted to write to by now, the longest waiting first."""
    now = clock.now()
    make_ready(now=now)
    found = all_due(the_owner(), on=now.date())
    if json:
        lines = [
            {
                "id": one.person_id,
                "name": one.name,
                "employer": one.employer or None,
                "due_on": one.on.isoformat(),
                "last_contact_on": one.last_on.isoformat() if one.last_on else None,
            }
            for one in found
        ]
        typer.echo(json_text.dumps(lines, ensure_ascii=False))
        return
    lines_read = [f"{one.name}{f', {one.employer}' if one.employer else ''}, since {one.on}" for one in found]
    typer.echo("\n".join(lines_read) or "Nobody just now.")
