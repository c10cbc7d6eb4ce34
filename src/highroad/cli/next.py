"""`highroad next`: one next thing, or none."""

import json as json_text
from typing import Annotated

import typer

from highroad.app import clock
from highroad.app.actions.start import make_ready
from highroad.app.queries.keep_going import Next, one_next_thing
from highroad.app.queries.owners import the_owner
from highroad.steps.keep_going.next_thing import Size

app = typer.Typer(add_completion=False)
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.command("next")
def next_thing(
    size: Annotated[Size, typer.Option(help="How much there is in you today.")] = Size.FIVE, json: Json = False
) -> None:
    """Print one next thing, or none."""
    make_ready(now=clock.now())
    found = one_next_thing(the_owner(), size, now=clock.now())
    if json:
        typer.echo(json_text.dumps(_as_json(found), ensure_ascii=False))
    else:
        typer.echo(f"{found.thing.title}\n{found.thing.why}")


def _as_json(found: Next) -> dict[str, object] | None:
    """Null where the next thing is a rest."""
    thing = found.thing
    if not thing.deed:
        return None
    return {"title": thing.title, "why": thing.why, "minutes": thing.minutes, "url": found.url, "kind": thing.kind}
