"""What lies in this folder and what its modules are, for the house rules to look at."""

import ast
import tomllib
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "highroad"
NOT_OURS = [".git", *(line.rstrip("/") for line in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines())]


@cache
def files() -> list[Path]:
    """Every file of the tree that a person wrote, in order."""
    return sorted(_walk(ROOT))


def modules() -> list[Path]:
    """The modules of highroad, without migrations."""
    return [
        path for path in files() if path.suffix == ".py" and PACKAGE in path.parents and "migrations" not in path.parts
    ]


def rooms() -> dict[str, str]:
    """Every package of highroad, and every module beside them, with its caption: `mail/`, `app/models/`, `flow.py`."""
    return {
        f"{place.parent}/" if place.name == "__init__.py" else str(place): caption(PACKAGE / place)
        for place in (path.relative_to(PACKAGE) for path in modules())
        if (place.name == "__init__.py") != (len(place.parts) == 1)
    }


def caption(module: Path) -> str:
    """The first line of a module's docstring; empty when it has none."""
    return (ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or "").partition("\n")[0]


def pyproject() -> dict[str, Any]:
    """pyproject.toml, read."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def contracts() -> dict[str, dict[str, Any]]:
    """The first import contract of each type: `layers` orders the rooms, `forbidden` keeps the core plain."""
    return {contract["type"]: contract for contract in reversed(pyproject()["tool"]["importlinter"]["contracts"])}


def _walk(folder: Path) -> list[Path]:
    return [
        found
        for path in folder.iterdir()
        if not any(fnmatch(path.name, pattern) for pattern in NOT_OURS)
        for found in (_walk(path) if path.is_dir() and not path.is_symlink() else [path])
    ]
