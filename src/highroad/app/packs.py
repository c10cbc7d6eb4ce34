"""The user's own field profiles: TOML files in the folder `fields` of their data folder."""

import tomllib
from pathlib import Path
from typing import Any

from highroad.app.folder import data_folder
from highroad.applications.field import SHIPPED, FieldRefused, Profile, profile, shipped

FOLDER = "fields"
LARGEST = 256_000  # bytes


def read_pack(path: Path) -> Profile:
    """The profile in this file; raises FieldRefused, or OSError when it cannot be read."""
    if path.stat().st_size > LARGEST:
        raise FieldRefused((f"The file is larger than {LARGEST // 1000} kB.",))
    try:
        return profile(_told(path))
    except RecursionError as error:
        raise FieldRefused(("It is nested too deep.",)) from error


def packs() -> tuple[dict[str, Profile], dict[str, tuple[str, ...]]]:
    """Every profile by its id, the user's own over ours; and the files that were refused, with their problems."""
    found = {name: shipped(name) for name in SHIPPED}
    refused: dict[str, tuple[str, ...]] = {}
    for path in sorted((data_folder() / FOLDER).glob("*.toml")):
        try:
            one = read_pack(path)
            found[one.id] = one
        except FieldRefused as refusal:
            refused[path.name] = refusal.problems
        except OSError:
            refused[path.name] = ("It cannot be read.",)
    return found, refused


def _told(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:  # no TOML, no UTF-8, or a number of thousands of digits
        raise FieldRefused((f"It is no TOML: {error}.",)) from error
