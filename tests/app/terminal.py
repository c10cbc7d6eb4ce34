"""highroad as a program of its own, on a folder of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.house.tree import ROOT

HIGHROAD = [sys.executable, "-c", "from highroad.cli.main import main; main()"]
PATIENCE = 300  # seconds, for a command that takes one where nothing else is at work
FILL = """
import django
django.setup()
from highroad.app import clock
from highroad.app.actions.start import make_ready
from highroad.app.queries.owners import the_owner
from tests.app.everything import everything
make_ready(now=clock.now())
everything(the_owner())
"""


def run(folder: Path | None, *words: str | Path, typed: str | bytes = "") -> subprocess.CompletedProcess[str]:
    """Run one command to its end."""
    typed = typed if isinstance(typed, bytes) else typed.encode()
    named = ["--data-dir", str(folder)] if folder else []
    command = [*HIGHROAD, *map(str, words), *named]
    done = subprocess.run(command, input=typed, capture_output=True, env=environment(), check=False, timeout=PATIENCE)
    return subprocess.CompletedProcess(command, done.returncode, done.stdout.decode(), done.stderr.decode())


def answer(folder: Path | None, *words: str | Path, typed: str | bytes = "") -> Any:
    """What a command that ends well prints as JSON."""
    done = run(folder, *words, typed=typed)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def fill(folder: Path) -> Path:
    """A record with something in every table."""
    settings = {"HIGHROAD_DATA_DIR": str(folder), "DJANGO_SETTINGS_MODULE": "highroad.app.settings"}
    subprocess.run([sys.executable, "-c", FILL], env=environment() | settings, cwd=ROOT, check=True)
    return folder


def environment() -> dict[str, str]:
    """Without any setting of the tests' own folder."""
    return {name: value for name, value in os.environ.items() if not name.startswith("HIGHROAD_")}
