"""`highroad where`, `doctor` and `version`: what is here, and is it well."""

import sqlite3
import sys
from collections.abc import Callable
from importlib.metadata import version as installed_version
from pathlib import Path
from typing import Annotated

import typer
from rich import print_json

from highroad.app.folder import FolderUnusable, data_folder, make_private

app = typer.Typer(add_completion=False)
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.command()
def where(json: Json = False) -> None:
    """Print the folder that holds your data."""
    folder = data_folder()
    print_json(data={"data_dir": str(folder), "exists": folder.exists()}) if json else typer.echo(folder)


@app.command()
def version(json: Json = False) -> None:
    """Print the version."""
    number = installed_version("highroad")
    print_json(data={"version": number}) if json else typer.echo(f"High Road {number}")


@app.command()
def doctor(json: Json = False) -> None:
    """Check the folder and the record, and say in words what is wrong."""
    folder = data_folder()
    findings = {name: check(folder) for name, check in CHECKS.items()}
    if json:
        print_json(data=findings)
    else:
        for name, trouble in findings.items():
            typer.echo(f"{name}: {trouble or 'well'}")
    if any(findings.values()):
        raise typer.Exit(1)


def _python_trouble(folder: Path) -> str:  # noqa: ARG001
    return "" if sys.version_info >= (3, 11) else "High Road needs Python 3.11 or newer."


def _folder_trouble(folder: Path) -> str:
    try:
        make_private(folder)
    except FolderUnusable as error:
        return str(error)
    return ""


def _record_trouble(folder: Path) -> str:
    file = folder / "highroad.sqlite3"
    if not file.exists():
        return ""
    try:
        with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as record:
            answer = record.execute("PRAGMA quick_check").fetchone()[0]
    except sqlite3.DatabaseError as error:
        answer = str(error)
    return "" if answer == "ok" else f"The record is damaged ({answer}). Restore a backup with: highroad restore FILE"


CHECKS: dict[str, Callable[[Path], str]] = {
    "python": _python_trouble,
    "folder": _folder_trouble,
    "record": _record_trouble,
}
