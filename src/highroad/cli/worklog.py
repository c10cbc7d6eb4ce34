"""`highroad worklog`: what was done to find work between two days."""

import json as json_text
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from highroad.app import clock
from highroad.app.actions.start import make_ready
from highroad.app.forms.worklog import USUAL
from highroad.app.queries.owners import the_owner
from highroad.app.queries.worklog import LANGUAGES, Line, as_csv, worklog
from highroad.app.queries.worklog_pdf import as_pdf

app = typer.Typer(add_completion=False)


@app.command("worklog")
def tell(
    since: Annotated[datetime | None, typer.Option("--from", formats=["%Y-%m-%d"], help="The first day.")] = None,
    until: Annotated[datetime | None, typer.Option("--to", formats=["%Y-%m-%d"], help="The last day.")] = None,
    language: Annotated[str, typer.Option(help="The words of the list: en or de.")] = LANGUAGES[0],
    csv: Annotated[bool, typer.Option("--csv", help="Print CSV.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    pdf: Annotated[Path | None, typer.Option("--pdf", dir_okay=False, help="Write a PDF to this file.")] = None,
) -> None:
    """List applications sent and talks held, as offices ask for it; the last four weeks unless said."""
    now = clock.now()
    make_ready(now=now)
    owner = the_owner()
    if csv + json + bool(pdf) > 1:
        raise SystemExit("One of --csv, --json and --pdf, please.")
    if language not in LANGUAGES:
        raise SystemExit(f"--language {language} is not known. It is one of: {', '.join(LANGUAGES)}.")
    last = _day(until) or now.date()
    first = _day(since) or last - USUAL
    if first > last:
        raise SystemExit(f"--from {first} is later than --to {last}.")
    found = worklog(owner, since=first, until=last, today=now.date(), language=language)
    if pdf:
        pdf.write_bytes(as_pdf(found, days=(first, last), language=language, now=now))
        typer.echo(f"Written to {pdf}.")
    elif csv:
        typer.echo(as_csv(found), nl=False)
    elif json:
        typer.echo(
            json_text.dumps({"lines": [_as_json(line) for line in found.lines], "without_day": found.without_day})
        )
    else:
        lines = [" · ".join(filter(None, line.cells)) for line in found.lines]
        typer.echo("\n".join(lines) or "Nothing between these days is on record.")


def _as_json(line: Line) -> dict[str, str]:
    return asdict(line) | {"on": line.on.isoformat()}


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None
