"""What is not documented does not exist, and what is documented does."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import typer

from highroad.cli.main import app
from tests.house.tree import ROOT, modules

CODE = re.compile(r"```.*?```|`[^`]+`", re.DOTALL)
CALL = re.compile(r"\bhighroad((?: [a-z][a-z-]*)*)")
SETTING = re.compile(r"\bHIGHROAD_[A-Z_]*[A-Z]\b")


def test_every_command_is_in_the_docs():
    missing = set(commands()) - set(calls_in_the_docs())

    assert not missing, f"docs/cli.md does not show {sorted(missing)}"


def test_every_command_in_the_docs_exists():
    unknown = {call for call in calls_in_the_docs() if call not in everything()}

    assert not unknown, f"docs/cli.md shows {sorted(unknown)}, which highroad does not know"


def test_every_option_is_in_the_docs():
    shown = the_docs()
    options = {
        (name, option)
        for name, command in commands().items()
        for parameter in command.params
        for option in parameter.opts
        if option.startswith("--") and option != "--help"
    }

    missing = sorted((name, option) for name, option in options if not re.search(rf"{option}(?![\w-])", shown))
    assert not missing, f"docs/cli.md does not show {missing}"


def test_every_setting_is_in_the_docs_and_the_other_way_round():
    in_the_code = {name for path in modules() for name in SETTING.findall(path.read_text(encoding="utf-8"))}

    assert in_the_code | settings_of_options() == set(SETTING.findall(the_docs()))


def the_docs() -> str:
    return (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")


def calls_in_the_docs() -> list[str]:
    """Every call of highroad shown as code, as far as its words can be commands."""
    return [called(words) for code in CODE.findall(the_docs()) for words in CALL.findall(code)]


def called(words: str) -> str:
    """` import mail` calls `highroad import`: a command that has no commands of its own takes the rest as arguments."""
    name = "highroad"
    for word in words.split():
        if name in commands():
            break
        name = f"{name} {word}"
    return name


def commands() -> dict[str, Any]:
    """The commands that do something: those without commands of their own."""
    return {name: command for name, command in everything().items() if not hasattr(command, "list_commands")}


@cache
def everything() -> dict[str, Any]:
    return dict(_walk("highroad", typer.main.get_command(app)))


def _walk(name: str, command: Any) -> Iterator[tuple[str, Any]]:
    yield name, command
    if hasattr(command, "list_commands"):
        for word in command.list_commands(None):
            yield from _walk(f"{name} {word}", command.get_command(None, word))


def settings_of_options() -> set[str]:
    """The variables that options can be given by."""
    given = [parameter.envvar or [] for command in commands().values() for parameter in command.params]
    return {name for names in given for name in ([names] if isinstance(names, str) else names)}
