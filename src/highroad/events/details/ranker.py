"""Chooses one among all that may be a name, by what its clues are worth. training/fit_names.py fits that."""

import json
from collections.abc import Mapping
from functools import cache
from math import fsum
from typing import Any

from highroad.events.details.clues import Candidate
from highroad.words.content import load_bytes


@cache
def fitted() -> dict[str, Any]:
    """What training has shipped, as it stands in the file; "written" tells what it was fitted on."""
    shipped: dict[str, Any] = json.loads(load_bytes("highroad.events.details", "content/names.json"))
    return shipped


def worth(detail: str) -> Mapping[str, float]:
    """What each clue of the "employer" or of the "role" is worth."""
    clues: Mapping[str, float] = fitted()[detail]
    return clues


def chosen(found: Mapping[str, Candidate], clues: Mapping[str, float]) -> str:
    """The name whose clues are worth most; the empty name stands for none."""
    get = clues.get
    return max(found, key=lambda name: fsum([get(clue, 0.0) for clue in found[name].clues]))
