"""`highroad backup`, `restore`, `export`, `wipe` and `rebuild`: the record as a whole."""

import json as json_text
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich import print_json

from highroad.app import clock
from highroad.app.actions.backup import BackupTooNew, NotABackup, back_up
from highroad.app.actions.backup import restore as restore_backup
from highroad.app.actions.bring_back import NotAnExport, RecordNotEmpty, bring_back
from highroad.app.actions.consents import Gate, allow
from highroad.app.actions.record import rebuild_all
from highroad.app.actions.start import make_ready
from highroad.app.actions.wipe import wipe as wipe_everything
from highroad.app.queries.exports import as_csv, as_json
from highroad.app.queries.owners import the_owner

app = typer.Typer(add_completion=False)
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.command()
def backup(file: Annotated[Path | None, typer.Argument(help="Where to put it.")] = None, json: Json = False) -> None:
    """Copy the whole record to one file, also while High Road is open."""
    make_ready(now=clock.now())
    if file is not None and file.exists():
        sys.exit(f"{file} is there already. Choose another name.")
    made = back_up(file, now=clock.now())
    print_json(data={"backup": str(made)}) if json else typer.echo(f"Copied to {made}")


@app.command()
def restore(file: Annotated[Path, typer.Argument(help="A backup, or an export in JSON.")], json: Json = False) -> None:
    """Put a backup in place of the record, or fill an empty record from an export."""
    make_ready(now=clock.now())
    try:
        if file.suffix == ".json":
            bring_back(the_owner(), file)
            before = None
        else:
            before = restore_backup(file, now=clock.now())
    except (NotABackup, BackupTooNew, NotAnExport, RecordNotEmpty) as refusal:
        sys.exit(str(refusal))
    if json:
        print_json(data={"restored": str(file), "before": str(before) if before else None})
    else:
        typer.echo("Restored." + (f" What was here before is in {before}" if before else ""))


@app.command()
def export(
    file: Annotated[Path | None, typer.Argument(help="Where to put it; printed when left out.")] = None,
    csv: Annotated[bool, typer.Option("--csv", help="A table of applications instead of everything.")] = False,
    with_private: Annotated[bool, typer.Option("--with-private", help="Private writing too; a consent.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Everything as JSON; this is also the default.")] = False,  # noqa: ARG001
) -> None:
    """Write out what you have: everything as JSON, or your applications as CSV."""
    now = clock.now()
    make_ready(now=now)
    owner = the_owner()
    if with_private:
        allow(owner, Gate.PRIVATE_IN_EXPORT, about=str(file or "printed"), now=now)
    text = as_csv(owner, now=now) if csv else _json_of(as_json(owner, now=now, with_private=with_private))
    if file is None:
        typer.echo(text)
    elif file.exists():
        sys.exit(f"{file} is there already. Choose another name.")
    else:
        file.touch(mode=0o600)
        file.write_text(text, encoding="utf-8")


@app.command()
def wipe() -> None:
    """Delete everything, backups too, after you typed the word."""
    make_ready(now=clock.now())
    if typer.prompt("This deletes everything and cannot be undone. Type wipe") != "wipe":
        sys.exit("Nothing was deleted.")
    wipe_everything(now=clock.now())
    typer.echo("Everything is gone.")


@app.command()
def rebuild(json: Json = False) -> None:
    """Work every application out again from the mail and what you said."""
    make_ready(now=clock.now())
    rebuild_all(the_owner())
    print_json(data={"rebuilt": True}) if json else typer.echo("Worked out again.")


def _json_of(value: object) -> str:
    return json_text.dumps(value, ensure_ascii=False, indent=1)
