"""`highroad outbox` and `highroad send`: what is on its way, and one yes to one text."""

import json as json_text
import sys
from datetime import datetime
from typing import Annotated

import typer

from highroad.app import clock
from highroad.app.actions import outbox as act
from highroad.app.actions.start import make_ready
from highroad.app.days import hour_can_be_meant
from highroad.app.models import OwnerRow
from highroad.app.queries import outbox as ask
from highroad.app.queries.applications import NotThere
from highroad.app.queries.owners import the_owner
from highroad.app.templatetags.names import called
from highroad.mail.draft import NoAddress, UnsafeHeader
from highroad.words.content import load_toml

REFUSALS = (NotThere, NoAddress, UnsafeHeader, *act.REFUSALS)
app = typer.Typer(add_completion=False)
outbox = typer.Typer(help="What you wrote and where it stands. Only send lets one leave.", no_args_is_help=True)
app.add_typer(outbox, name="outbox")
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Number = Annotated[int, typer.Argument(metavar="ID")]


@outbox.command("list")
def list_all(json: Json = False) -> None:
    """List every text, those that wait for you first."""
    found = ask.outbox(_owner(), now=clock.now())
    if json:
        _print_json([_plain(one) for one in found])
        return
    for one in found:
        typer.echo(_line(one))
    if not found:
        typer.echo("The outbox is empty.")


@outbox.command()
def show(number: Number, json: Json = False) -> None:
    """Print one text, whole, with where it stands."""
    try:
        found = ask.outgoing(_owner(), number, now=clock.now())
    except NotThere as refusal:
        sys.exit(str(refusal))
    _print_json(_plain(found) | {"body": found.body}) if json else _print_whole(found)


@outbox.command()
def rest(number: Number, json: Json = False) -> None:
    """Let one wait until the morning; a scheduled one no longer leaves."""
    owner, now = _owner(), clock.now()
    try:
        act.let_rest(owner, number, now=now)
    except REFUSALS as refusal:
        sys.exit(str(refusal))
    _print_stand(ask.outgoing(owner, number, now=now), json=json)


@outbox.command()
def cancel(number: Number, json: Json = False) -> None:
    """Stop one that has not left yet. Its words stay."""
    owner, now = _owner(), clock.now()
    try:
        act.cancel(owner, number, now=now)
    except REFUSALS as refusal:
        sys.exit(str(refusal))
    _print_stand(ask.outgoing(owner, number, now=now), json=json)


@app.command()
def send(
    number: Number,
    at: Annotated[datetime | None, typer.Option(help="When it leaves, in your zone: 2026-11-24T09:10.")] = None,
) -> None:
    """Print one text, ask for the name of whoever gets it, and schedule it. There is no way around the question."""
    owner, now = _owner(), clock.now()
    if at and not hour_can_be_meant(at, now=now):
        sys.exit(_says("far"))
    try:
        review = ask.review(owner, number, now=now)
        _print_whole(review.outgoing)
        _make_sure(review)
        leaves_at = clock.in_own_zone(at) if at else review.leaves_at
        act.send(owner, number, leaves_at=leaves_at, seen_at=review.outgoing.saved_at, now=clock.now())
    except REFUSALS as refusal:
        sys.exit(str(refusal))
    _print_stand(ask.outgoing(owner, number, now=now), json=False)


def _make_sure(review: ask.Review) -> None:
    """The name typed by hand, or nothing leaves; of one that must rest first the reason, and no name is asked for."""
    if review.outgoing.state not in {"draft", "ready"}:
        sys.exit(_says(review.outgoing.state))
    if review.missing:
        raise act.CannotBeSent(review.missing)
    if review.rests_until:
        _print_why(review)
        return
    name = review.outgoing.to_name or review.outgoing.to_email
    typed = typer.prompt(f"\nTo send it, type the name it goes to ({name})", default="", show_default=False)
    if " ".join(typed.split()).casefold() != " ".join(name.split()).casefold():
        sys.exit("That is not the name. Nothing was sent.")


def _print_whole(one: ask.Outgoing) -> None:
    typer.echo(f"To: {one.to_name} <{one.to_email}>\nSubject: {one.subject}\n\n{one.body}\n")
    _print_stand(one, json=False)


def _print_why(review: ask.Review) -> None:
    for one in review.heat:
        typer.echo(f"“{one.words}” {called(one.why, 'heat')}.")
    typer.echo(_says(review.why or "hot"))


def _says(key: str) -> str:
    return str(load_toml("highroad.app", "content/outbox.toml")["terminal"][key])


def _print_stand(one: ask.Outgoing, *, json: bool) -> None:
    if json:
        _print_json(_plain(one))
        return
    when = one.rests_until if one.state == "resting" else one.leaves_at if one.state == "scheduled" else one.sent_at
    typer.echo(" ".join(filter(None, (one.state, _hour(when), one.trouble, one.warning))))


def _line(one: ask.Outgoing) -> str:
    return f"{one.id:>4}  {one.state:10} {one.to_name or one.to_email}: {one.subject}"


def _hour(moment: datetime | None) -> str:
    return f"{moment:%A %d %B, %H:%M}." if moment else ""


def _plain(one: ask.Outgoing) -> dict[str, object]:
    moments = {name: getattr(one, name) for name in ("saved_at", "rests_until", "leaves_at", "sent_at")}
    named = ("id", "state", "purpose", "to_name", "to_email", "subject", "rest_why", "trouble", "warning")
    return {name: getattr(one, name) or None for name in named} | {
        name: moment.isoformat() if moment else None for name, moment in moments.items()
    }


def _owner() -> OwnerRow:
    make_ready(now=clock.now())
    return the_owner()


def _print_json(value: object) -> None:
    typer.echo(json_text.dumps(value, ensure_ascii=False))
