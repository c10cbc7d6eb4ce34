"""`highroad stats`: the search in counts, for a person or for a program."""

import json as json_text
from dataclasses import asdict
from typing import Annotated

import typer

from highroad.app import clock
from highroad.app.actions.start import make_ready
from highroad.app.queries.owners import the_owner
from highroad.app.queries.stats import Stats, as_csv, stats, table

app = typer.Typer(add_completion=False)


@app.command("stats")
def tell(
    md: Annotated[bool, typer.Option("--md", help="Print a Markdown table.")] = False,
    csv: Annotated[bool, typer.Option("--csv", help="Print CSV.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """How far applications went, how they stand, and how long answers took."""
    if md + csv + json > 1:
        raise SystemExit("One of --md, --csv and --json, please.")
    now = clock.now()
    make_ready(now=now)
    found = stats(the_owner(), now=now)
    if json:
        typer.echo(json_text.dumps(asdict(found) | {"on": found.on.isoformat()}))
    elif csv:
        typer.echo(as_csv(found), nl=False)
    else:
        typer.echo("\n".join(_as_md(found) if md else _as_text(found)))


def _as_md(found: Stats) -> list[str]:
    return [
        "| count | of | number |",
        "|---|---|--:|",
        *(f"| {count} | {of} | {n:g} |" for count, of, n in table(found)),
    ]


def _as_text(found: Stats) -> list[str]:
    return [f"{count.replace('_', ' '):13} {of.replace('_', ' '):18} {n:6g}" for count, of, n in table(found)]
