"""`highroad worklog`: what was done to find work between two days."""

from dataclasses import astuple
from datetime import date, datetime
from typing import Annotated

import typer

from highroad.app import clock
from highroad.app.actions.start import make_ready
from highroad.app.forms.worklog import USUAL
from highroad.app.queries.owners import the_owner
from highroad.app.queries.worklog import LANGUAGES, as_csv, language_of, worklog

app = typer.Typer(add_completion=False)


@app.command("worklog")
def tell(
    since: Annotated[datetime | None, typer.Option("--from", formats=["%Y-%m-%d"], help="The first day.")] = None,
    until: Annotated[datetime | None, typer.Option("--to", formats=["%Y-%m-%d"], help="The last day.")] = None,
    language: Annotated[str, typer.Option(help="en or de; by your country unless said.")] = "",
    csv: Annotated[bool, typer.Option("--csv", help="Print CSV.")] = False,
) -> None:
    """List applications sent and talks held, as offices ask for it; the last four weeks unless said."""
    now = clock.now()
    make_ready(now=now)
    owner = the_owner()
    if language and language not in LANGUAGES:
        raise SystemExit(f"--language {language} is not known. It is one of: {', '.join(LANGUAGES)}.")
    last = _day(until) or now.date()
    first = _day(since) or last - USUAL
    if first > last:
        raise SystemExit(f"--from {first} is later than --to {last}.")
    found = worklog(owner, since=first, until=last, today=now.date(), language=language or language_of(owner))
    if csv:
        typer.echo(as_csv(found), nl=False)
        return
    lines = [" · ".join(str(cell) for cell in astuple(line) if cell) for line in found.lines]
    typer.echo("\n".join(lines) or "Nothing between these days is on record.")


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None
