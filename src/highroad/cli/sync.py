"""`highroad sync`: read what is new in the mail accounts you connected."""

import json as json_text
import sys
from typing import Annotated

import typer
from rich.console import Console

from highroad.app import clock
from highroad.app.actions.start import make_ready
from highroad.app.actions.sync import sync
from highroad.app.actions.sync_turns import NotAllowed
from highroad.app.models import OwnerRow
from highroad.app.queries.accounts import AccountSeen, account, accounts
from highroad.app.queries.owners import the_owner

app = typer.Typer(add_completion=False)

NONE_YET = "No mail account is connected yet. You can do that in the browser, under Settings, Mail."


@app.command("sync")
def bring_in(
    email: Annotated[str, typer.Argument(metavar="[ADDRESS]", help="Only this account.")] = "",
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Read what is new in your mail accounts. Nothing is changed there, and nothing of other mail is kept."""
    make_ready(now=clock.now())
    owner = the_owner()
    chosen = [one for one in accounts(owner, now=clock.now()) if email in ("", one.email)]
    if not chosen:
        typer.echo(NONE_YET, err=True)
        raise typer.Exit(1)
    checked = [(before, _check(owner, before, quiet=json)) for before in chosen]
    if json:
        typer.echo(json_text.dumps([_plain(*pair) for pair in checked]))
    else:
        for before, after in checked:
            typer.echo(_for_a_person(before, after))
    raise typer.Exit(1 if any(after.trouble for _, after in checked) else 0)


def _check(owner: OwnerRow, before: AccountSeen, *, quiet: bool) -> AccountSeen:
    """One account to its end; Ctrl-C leaves it so that the next run goes on."""
    console = Console(stderr=True, quiet=quiet or not sys.stderr.isatty())
    try:
        with console.status(before.email) as line:
            for so_far in sync(owner, before.id, clock=clock.now, over=True):
                line.update(f"{before.email}, {so_far.folder}: {so_far.looked_at:,} of {so_far.of:,}")
    except NotAllowed as refusal:
        typer.echo(f"{before.email}: {refusal}", err=True)
        raise typer.Exit(1) from None
    return account(owner, before.id, now=clock.now())


def _plain(before: AccountSeen, after: AccountSeen) -> dict[str, object]:
    return {
        "email": after.email,
        "messages": after.messages - before.messages,
        "about_applications": after.about_applications - before.about_applications,
        "trouble": after.trouble,
    }


def _for_a_person(before: AccountSeen, after: AccountSeen) -> str:
    counts = _plain(before, after)
    said = (
        f"{after.email}: {counts['messages']:,} new mails, {counts['about_applications']:,} of them about applications."
    )
    return f"{said} {after.trouble}".strip()
