"""The word lists of content/, as sets and as parts of patterns."""

import re
from functools import cache
from typing import Any

from highroad.words.content import load_toml


@cache
def table(name: str) -> dict[str, Any]:
    """One TOML file of content/, read once."""
    return load_toml("highroad.events.details", f"content/{name}.toml")


@cache
def word_set(name: str, group: str) -> frozenset[str]:
    """The single words of a group."""
    return frozenset(table(name)[group].split())


@cache
def entries(name: str, group: str) -> frozenset[str]:
    """The entries of a group that are parted by semicolons, blanks evened."""
    return frozenset(" ".join(entry.split()) for entry in table(name)[group].split(";") if entry.strip())


@cache
def one_of(name: str, group: str) -> str:
    """A pattern for any entry of a group (words, or parted by semicolons), longest first; `word*` has any ending."""
    listed = entries(name, group) if ";" in table(name)[group] else word_set(name, group)
    longest_first = sorted(listed, key=lambda entry: (-len(entry), entry))
    return (
        "(?:"
        + "|".join(re.escape(entry).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for entry in longest_first)
        + ")"
    )
