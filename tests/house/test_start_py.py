"""start.py is the first thing that runs on a stranger's computer."""

import ast
import re
import sys

from tests.house.tree import ROOT, pyproject

START = ROOT / "start.py"
PIN = re.compile(r"^([a-z0-9][a-z0-9-]*)==[\w.]+(?: ; [\w. '<>=!]+)?$")
NAME = re.compile(r"^[A-Za-z0-9-]+")


def test_an_old_python_can_read_it_far_enough_to_say_that_it_is_too_old():
    ast.parse(START.read_text(encoding="utf-8"), feature_version=(3, 6))


def test_it_needs_nothing_but_the_standard_library():
    tree = ast.parse(START.read_text(encoding="utf-8"))

    imported = {alias.name for node in tree.body if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module or "" for node in tree.body if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in imported} <= sys.stdlib_module_names


def test_every_line_of_the_constraints_is_one_version_of_one_package():
    assert [line for line in constraints() if not PIN.match(line)] == []


def test_everything_that_is_installed_is_pinned():
    wanted = [*pyproject()["project"]["dependencies"], *pyproject()["dependency-groups"]["dev"]]
    pinned = {line.partition("==")[0] for line in constraints()}

    assert {NAME.match(name)[0].lower() for name in wanted} <= pinned


def constraints() -> list[str]:
    return (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
