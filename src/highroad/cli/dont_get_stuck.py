"""`highroad think` and `mantra`: one thought by daylight, and words one believes, from the terminal."""

import json as json_text
import sys
from dataclasses import asdict
from typing import Annotated

import typer

from highroad.app import clock
from highroad.app.actions import dont_get_stuck as thinking
from highroad.app.actions.mantras import rate
from highroad.app.actions.start import make_ready
from highroad.app.models import OwnerRow
from highroad.app.queries import dont_get_stuck
from highroad.app.queries.applications import NotThere
from highroad.app.queries.held import Shown
from highroad.app.queries.mantras import shown_mantras
from highroad.app.queries.owners import the_owner
from highroad.cli.dark_words import look
from highroad.steps import words_of
from highroad.steps.dont_get_stuck.mantras import Offer
from highroad.steps.dont_get_stuck.thought import FIELDS, can_be_weighed_again

app = typer.Typer(add_completion=False)
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Belief = Annotated[int | None, typer.Option(min=0, max=10, help="How true it feels, 0 to 10.")]


@app.command()
def think(
    thought: Annotated[str | None, typer.Argument(help="The thought; asked for when left out.")] = None,
    belief: Belief = None,
    speaks_for: Annotated[str | None, typer.Option("--for", help="What speaks for it.")] = None,
    against: Annotated[str | None, typer.Option(help="What speaks against it, or isn't known.")] = None,
    friend: Annotated[str | None, typer.Option(help="What you would say to a friend who thought this.")] = None,
    fairer: Annotated[str | None, typer.Option(help="A fairer version.")] = None,
    after: Annotated[int | None, typer.Option(min=0, max=10, help="How true the first one feels now.")] = None,
    json: Json = False,
) -> None:
    """Catch one thought and look at it. What is not given is asked for, unless JSON is wanted."""
    owner, words = _owner(), words_of("dont_get_stuck")
    thought = typer.prompt(words["prompt"]) if thought is None and not json else thought or ""
    belief = _number(words["believe"]) if belief is None and not json else belief
    given = {"speaks_for": speaks_for, "speaks_against": against, "to_a_friend": friend, "fairer": fairer}
    look(owner, thought)
    try:
        number = thinking.catch(owner, None, thought, belief=belief, now=clock.now())
        for name, given_before in given.items():  # each is kept before the next is asked for
            text = _asked(name) if given_before is None and not json else given_before or ""
            look(owner, text)
            thinking.look_at(owner, number, **{name: text})
        if after is None and not json and can_be_weighed_again(dont_get_stuck.thought(owner, number).record):
            after = _number(words["after"])
        if after is not None:
            thinking.believe_now(owner, number, after)
    except thinking.Amiss as refusal:
        sys.exit(str(refusal))
    _print_thought(dont_get_stuck.thought(owner, number), json=json)


@app.command()
def mantra(
    name: Annotated[str | None, typer.Argument(help="One of them, to say how true it feels.")] = None,
    belief: Belief = None,
    json: Json = False,
) -> None:
    """Print the sentences you believe, or those there are while you have rated none; or say how true one feels."""
    owner = _owner()
    if name is not None:
        _rate(owner, name, belief)
    shown = [one for one in shown_mantras(owner) if one.offer is not Offer.NOT_OFFERED and not one.unfilled]
    kept = [one for one in shown if one.offer] or [one for one in shown if not one.opt_in]
    if json:
        _print_json([{"name": one.name, "text": one.text, "belief": one.belief, "offer": one.offer} for one in kept])
        return
    for one in kept:
        typer.echo(_line(one))


def _rate(owner: OwnerRow, name: str, belief: int | None) -> None:
    told = _number(words_of("dont_get_stuck")["mantra"]["ask"]) if belief is None else belief
    try:
        rate(owner, name, told, now=clock.now())
    except (NotThere, thinking.Amiss) as error:
        sys.exit(str(error))


def _line(one: Shown) -> str:
    return f"{one.text} (true, and not true)" if one.half_true else one.text


def _asked(field: str) -> str:
    screen = next(screen for screen, name in FIELDS.items() if name == field)
    said: str = typer.prompt(words_of("dont_get_stuck")["screens"][screen]["title"], default="")
    return said


def _owner() -> OwnerRow:
    make_ready(now=clock.now())
    return the_owner()


def _number(question: str) -> int:
    return int(typer.prompt(f"{question.removesuffix(', from 0 to 10?')} (0 to 10)", type=int))


def _print_thought(found: dont_get_stuck.Thought, *, json: bool) -> None:
    if json:
        _print_json({"id": found.id, **asdict(found.record)})
    elif found.lighter is not None:
        typer.echo(f"From {found.record.belief_before} to {found.record.belief_after}. Kept with your thoughts.")
    else:
        typer.echo("Kept with your thoughts.")


def _print_json(value: object) -> None:
    typer.echo(json_text.dumps(value, ensure_ascii=False))
