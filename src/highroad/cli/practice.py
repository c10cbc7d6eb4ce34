"""`highroad practice`: one question to say aloud, then a mark, and only then what a good answer shows."""

import json as json_text
import sys
from typing import Annotated

import typer

from highroad.app import clock
from highroad.app.actions.practice import Unmarked, add_card, mark
from highroad.app.actions.start import make_ready
from highroad.app.models import OwnerRow
from highroad.app.queries import practice_pages as ask
from highroad.app.queries.applications import NotThere
from highroad.app.queries.owners import the_owner
from highroad.app.queries.practice import offered, words

app = typer.Typer(add_completion=False)


@app.command()
def practice(
    said: Annotated[
        tuple[str, str], typer.Option("--said", metavar="ID MARK", help="You said this one aloud; mark it 1 to 5.")
    ] = ("", ""),
    add: Annotated[str, typer.Option(metavar="QUESTION", help="Keep a question you were asked.")] = "",
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Print one question to say aloud; after your mark, what a good answer shows."""
    make_ready(now=clock.now())
    owner = the_owner()
    try:
        if add:
            add_card(owner, add, now=clock.now())
        shown = _marked(owner, *said) if any(said) else _next(owner)
    except (NotThere, Unmarked) as error:
        sys.exit(str(error))
    typer.echo(json_text.dumps(shown, ensure_ascii=False) if json else _told(shown))


def _marked(owner: OwnerRow, key: str, given: str) -> dict[str, str]:
    mark(owner, key, given, now=clock.now())
    page = ask.after(owner, key, now=clock.now())
    return {"id": key, "ask": page.card.ask, "mark": page.mark.number, "shows": page.card.shows, "yours": page.answer}


def _next(owner: OwnerRow) -> dict[str, str] | None:
    """The next of today's; None when there is none left, or practice rests."""
    card = next(iter(offered(owner, now=clock.now())), None)
    return {"id": card.key, "ask": card.ask} if card else None


def _told(shown: dict[str, str] | None) -> str:
    if shown is None:
        none_left: str = words()["none_left"]
        return none_left
    if "shows" in shown:
        return f"A good answer shows: {shown['shows']}" + (f"\n\nYours: {shown['yours']}" if shown["yours"] else "")
    marks = "\n".join(f"  {one.number}  {one.name}. {one.anchor}" for one in ask.marks())
    return f"{shown['ask']}\n\nSaid it? highroad practice --said {shown['id']} MARK\n{marks}"
