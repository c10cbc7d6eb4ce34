"""`highroad feedback`: what was asked and answered, from the terminal."""

import json as json_text
from typing import Annotated

import typer

from highroad.app import clock
from highroad.app.actions.start import make_ready
from highroad.app.models import OwnerRow
from highroad.app.queries.ask_for_feedback import Asked
from highroad.app.queries.ask_for_feedback import feedback as all_feedback
from highroad.app.queries.owners import the_owner

app = typer.Typer(add_completion=False)
feedback = typer.Typer(help="What you asked, and what they answered.", no_args_is_help=True)
app.add_typer(feedback, name="feedback")
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@feedback.command("list")
def list_feedback(json: Json = False) -> None:
    """List what you asked, and what came back."""
    asked = all_feedback(_owner(), now=clock.now()).asked
    if json:
        _print_json([_as_json(one) for one in asked])
        return
    for one in asked:
        state = one.answer or ("closed quietly" if one.closed else f"open until {one.closes_on}")
        typer.echo(f"{one.id}  {one.name}: {state}")
    if not asked:
        typer.echo("Nobody asked yet.")


def _as_json(one: Asked) -> dict[str, object]:
    return {
        "id": one.id,
        "asked": one.name,
        "asked_on": one.asked_at.date().isoformat() if one.asked_at else None,
        "closes_on": one.closes_on.isoformat() if one.closes_on else None,
        "closed": one.closed,
        "nudged_on": one.nudged_at.date().isoformat() if one.nudged_at else None,
        "answer": one.answer or None,
        "sentences": [{"text": said.text, "sort": said.sort} for said in one.sentences],
    }


def _owner() -> OwnerRow:
    make_ready(now=clock.now())
    return the_owner()


def _print_json(value: object) -> None:
    typer.echo(json_text.dumps(value, ensure_ascii=False))
