"""`highroad review`: the mails that wait for the user's word, and the word about one."""

import json as json_text
import sys
from typing import Annotated

import typer

from highroad.app import clock
from highroad.app.actions.corrections import say
from highroad.app.actions.start import make_ready
from highroad.app.models import EventRow
from highroad.app.queries.applications import NotThere
from highroad.app.queries.owners import the_owner
from highroad.app.queries.reading import page_of, unsure
from highroad.applications.correction import KindIs
from highroad.events.event import Kind

app = typer.Typer(add_completion=False)


@app.command()
def review(
    event_id: Annotated[str | None, typer.Argument(metavar="[ID]", help="One of them, to settle it.")] = None,
    kind: Annotated[Kind | None, typer.Option("--is", help="What it is.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """List the mails we are not sure about, twenty at most, or say what one of them is."""
    now = clock.now()
    make_ready(now=now)
    owner = the_owner()
    if event_id and kind:
        try:
            page_of(owner, event_id)
        except NotThere as refusal:
            sys.exit(str(refusal))
        say(owner, KindIs(event_id, kind), now=now)
    page, waiting = unsure(owner)
    count = page.paginator.count
    if json:
        told = {"waiting": count, "mails": [_told(row) for row in waiting]}
        typer.echo(json_text.dumps(told, ensure_ascii=False))
        return
    typer.echo(f"{count} wait{'s' if count == 1 else ''} for your word." if waiting else "Nothing waits for your word.")
    for row in waiting:
        typer.echo(_line(row))


def _told(row: EventRow) -> dict[str, str | bool]:
    return {
        "id": row.event_id,
        "kind": row.kind,
        "employer": row.application.employer,
        "evidence": row.evidence,
        "unverified": bool(vars(row)["doubts"]),
    }


def _line(row: EventRow) -> str:
    employer = row.application.employer or "Unknown employer"
    doubt = "\n  Unverified. It may not come from them; read it before you say yes." if vars(row)["doubts"] else ""
    return f"{row.event_id}  {row.kind:12} {employer}: {row.evidence}{doubt}"
