"""Chooses one among all that may be a name, by what its clues are worth. training/fit_names.py fits that."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import fsum
from typing import Any

from highroad.events.details.clues import Candidate
from highroad.words.content import load_bytes


@dataclass(frozen=True, slots=True)
class Worth:
    """What each clue of a name is worth, and the words that are often met and never were the name."""

    clues: Mapping[str, float]
    never: frozenset[str]


@cache
def fitted() -> dict[str, Any]:
    """What training has shipped, as it stands in the file; "written" tells what it was fitted on."""
    shipped: dict[str, Any] = json.loads(load_bytes("highroad.events.details", "content/names.json"))
    return shipped


@cache
def worth(detail: str) -> Worth:
    """For the "employer" or for the "role"."""
    return Worth(fitted()[detail], frozenset(fitted()[f"never {detail}"]))


def chosen(found: Mapping[str, Candidate], clues: Mapping[str, float]) -> str:
    """The name whose clues are worth most; the empty name stands for none."""
    get = clues.get
    return max(found, key=lambda name: fsum([get(clue, 0.0) for clue in found[name].clues]))
