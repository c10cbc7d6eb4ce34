"""`highroad plan`: this week's sheet."""

import json as json_text
from typing import Annotated, Any

import typer

from highroad.app import clock
from highroad.app.actions.plan import make as make_sheet
from highroad.app.actions.start import make_ready
from highroad.app.queries.owners import the_owner
from highroad.app.queries.plan import Planned, Sheet, proposals, week
from highroad.words.content import load_toml

app = typer.Typer(add_completion=False)
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.command()
def plan(
    make: Annotated[bool, typer.Option("--make", help="Make it from what is open, if there is none yet.")] = False,
    json: Json = False,
) -> None:
    """Print this week's plan; at the weekend that of the week to come."""
    now = clock.now()
    make_ready(now=now)
    owner = the_owner()
    found = week(owner, now=now)
    if make and not found.sheet:
        obstacle = load_toml("highroad.steps.keep_going", "content/plan.toml")["obstacle"]
        make_sheet(owner, found.monday, proposals(owner, now=now), **obstacle, now=now)
        found = week(owner, now=now)
    if json:
        typer.echo(json_text.dumps(_as_json(found.sheet), ensure_ascii=False))
    elif found.sheet:
        typer.echo("\n".join(_as_text(found.sheet)))
    else:
        typer.echo("No sheet for this week yet. highroad plan --make makes one from what is open.")


def _as_json(sheet: Sheet | None) -> dict[str, Any] | None:
    if sheet is None:
        return None
    lines = [_line(planned) for planned in sheet.lines]
    return {
        "monday": sheet.monday.isoformat(),
        "lines": lines,
        "if": sheet.if_this or None,
        "then": sheet.then_i_will or None,
    }


def _line(planned: Planned) -> dict[str, object]:
    line = planned.line
    return {
        "what": line.what,
        "where": line.where or None,
        "on": line.on.isoformat(),
        "at": f"{line.at:%H:%M}" if line.at else None,
        "way": line.way,
        "asks": line.asks,
        "done": planned.done_at is not None,
    }


def _as_text(sheet: Sheet) -> list[str]:
    lines = [
        f"{one.line.on:%a} {f'{one.line.at:%H:%M}' if one.line.at else '     '}  {one.line.what}"
        + (f" ({one.line.where})" if one.line.where else "")
        + (" - done" if one.done_at else "")
        for one in sheet.lines
    ]
    if sheet.if_this and sheet.then_i_will:
        lines.append(f"\nIf {sheet.if_this}, then {sheet.then_i_will}.")
    return lines
