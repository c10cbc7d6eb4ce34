"""Find the command that was asked for, and load only what it needs."""

import importlib
import os
import sys

import click
import django
import typer
from typer.core import TyperGroup

# name -> (module in highroad.cli, whether it needs the record)
COMMANDS: dict[str, tuple[str, bool]] = {
    "read": ("read", False),
    "import": ("imports", True),
}


class CommandsOnDemand(TyperGroup):
    """Imports a command's module when it is called, so that `highroad read` neither waits for Django nor needs a folder."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Every command, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        module, needs_record = COMMANDS[cmd_name]
        if needs_record:
            os.environ.setdefault("DJANGO_SETTINGS_MODULE", "highroad.app.settings")
            django.setup()
        command = typer.main.get_command(importlib.import_module(f"highroad.cli.{module}").app)
        command.name = cmd_name
        return command


app = typer.Typer(cls=CommandsOnDemand, add_completion=False, pretty_exceptions_enable=False)


def main() -> None:
    """Run the command line; every command takes --data-dir."""
    app(args=with_folder_named(sys.argv[1:]))


def with_folder_named(arguments: list[str]) -> list[str]:
    """Take --data-dir out of the arguments, wherever it stands, and name the folder for everything that follows."""
    left = []
    rest = iter(arguments)
    for argument in rest:
        if argument == "--data-dir":
            os.environ["HIGHROAD_DATA_DIR"] = next(rest, "")
        elif argument.startswith("--data-dir="):
            os.environ["HIGHROAD_DATA_DIR"] = argument.partition("=")[2]
        else:
            left.append(argument)
    return left
