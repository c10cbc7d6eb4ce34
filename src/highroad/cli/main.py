"""Find the command that was asked for, and load only what it needs."""

import atexit
import importlib
import os
import shutil
import sys
import tempfile
from typing import Any

import django
import typer
from django.db.utils import DatabaseError
from typer.core import TyperGroup

from highroad.app.disk import FULL, is_full

# name -> (module in highroad.cli, whether it needs the record)
COMMANDS: dict[str, tuple[str, bool]] = {
    "start": ("start", True),
    "demo": ("demo", True),
    "read": ("read", False),
    "words": ("words", False),
    "import": ("imports", True),
    "sync": ("sync", True),
    "apps": ("apps", True),
    "no": ("noes", True),
    "review": ("review", True),
    "people": ("people", True),
    "feedback": ("steps", True),
    "think": ("dont_get_stuck", True),
    "mantra": ("dont_get_stuck", True),
    "practice": ("practice", True),
    "next": ("next", True),
    "plan": ("plan", True),
    "queue": ("queue", True),
    "boards": ("boards", True),
    "forecast": ("forecast", True),
    "field": ("field", True),
    "worklog": ("worklog", True),
    "stats": ("stats", True),
    "outbox": ("outbox", True),
    "send": ("outbox", True),
    "backup": ("data", True),
    "restore": ("data", True),
    "export": ("data", True),
    "wipe": ("data", True),
    "rebuild": ("data", True),
    "where": ("folder", False),
    "doctor": ("folder", False),
    "version": ("folder", False),
}


class CommandsOnDemand(TyperGroup):
    """Imports a command's module when it is called: `highroad read` neither waits for Django nor needs a folder."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        """Every command, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        module, needs_record = COMMANDS[cmd_name]
        if needs_record:
            _set_up_django()
        found = typer.main.get_command(importlib.import_module(f"highroad.cli.{module}").app)
        command = getattr(found, "commands", {}).get(cmd_name, found)
        command.name = cmd_name
        return command


app = typer.Typer(
    cls=CommandsOnDemand,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="What to do after a job rejection, on your own computer.",
    epilog="Every command takes --data-dir FOLDER, or HIGHROAD_DATA_DIR. Alone, highroad opens your browser.",
)


@app.callback()
def _root() -> None:
    """What to do after a job rejection, on your own computer."""


def main() -> None:
    """Run the command line."""
    arguments = with_folder_named(sys.argv[1:])
    if not arguments or (arguments[0].startswith("-") and arguments[0] != "--help"):
        arguments.insert(0, "start")
    if arguments[0] == "demo":
        os.environ.update(HIGHROAD_DEMO="1", HIGHROAD_DATA_DIR=tempfile.mkdtemp(prefix="highroad-demo-"))
    if "--help" in arguments:
        _in_no_folder()
    try:
        app(args=arguments, prog_name="highroad")
    except OSError as error:
        sys.exit(FULL if is_full(error) else str(error))
    except DatabaseError as error:
        sys.exit(FULL if is_full(error) else f"The record cannot be used just now: {error}. highroad doctor says more.")


def _in_no_folder() -> None:
    """Help is read before one knows whether to stay, so nothing of it is left behind."""
    folder = os.environ["HIGHROAD_DATA_DIR"] = tempfile.mkdtemp(prefix="highroad-help-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)


def with_folder_named(arguments: list[str]) -> list[str]:
    """Take --data-dir out of the arguments, wherever it stands, and name the folder for everything that follows."""
    left = []
    rest = iter(arguments)
    for argument in rest:
        if argument == "--data-dir" or argument.startswith("--data-dir="):
            folder = argument.partition("=")[2] or next(rest, "")
            os.environ["HIGHROAD_DATA_DIR"] = folder or sys.exit("--data-dir needs the name of a folder.")
        else:
            left.append(argument)
    return left


def _set_up_django() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "highroad.app.settings")
    django.setup()
