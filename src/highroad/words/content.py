"""The words a user reads, as shipped beside the code in TOML files."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load_toml(package: str, name: str) -> dict[str, Any]:
    """A TOML file of `package`, such as "content/words.toml"; read once and shared, so it is not to be changed."""
    return tomllib.loads(files(package).joinpath(name).read_text(encoding="utf-8"))


@cache
def load_bytes(package: str, name: str) -> bytes:
    """A file of `package` that is not text, such as "content/second_opinion.bin"."""
    return files(package).joinpath(name).read_bytes()
