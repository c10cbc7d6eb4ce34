"""start.py is the first thing that runs on a stranger's computer."""

import ast
import re
import runpy
import shutil
import subprocess
import sys
from pathlib import Path

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


def test_a_second_start_hands_every_word_over_without_setting_up(tmp_path: Path):
    here = tmp_path / "a folder of one's own"
    programs = here / ".venv" / "bin"
    programs.mkdir(parents=True)
    for name in ("start.py", "pyproject.toml", "constraints.txt"):
        shutil.copy(ROOT / name, here)
    (programs / "python").symlink_to(sys.executable)
    (programs / "highroad").write_text('#!/bin/sh\nprintf "<%s>" "$@"\n', encoding="utf-8")
    (programs / "highroad").chmod(0o755)
    stamp = runpy.run_path(str(here / "start.py"))["stamp"](for_tests=False)
    (here / ".venv" / "set-up-for").write_text("\n".join(stamp), encoding="utf-8")

    done = subprocess.run([sys.executable, here / "start.py", "import", "my mail.mbox"], capture_output=True, text=True)

    assert (done.stdout, done.stderr) == ("<import><my mail.mbox>", "")


def test_every_line_of_the_constraints_is_one_version_of_one_package():
    assert [line for line in constraints() if not PIN.match(line)] == []


def test_everything_that_is_installed_is_pinned():
    wanted = [*pyproject()["project"]["dependencies"], *pyproject()["dependency-groups"]["dev"]]
    pinned = {line.partition("==")[0] for line in constraints()}

    assert {NAME.match(name)[0].lower() for name in wanted} <= pinned


def constraints() -> list[str]:
    return (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
