"""Chooses one among all that may be a name, by the weights of its clues. training/fit_names.py fits the weights."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from highroad.events.details.clues import Candidate
from highroad.words.content import load_bytes


@cache
def weights() -> dict[str, Any]:
    """What each clue is worth, for the "employer" and for the "role"; "written" tells what they were fitted on."""
    fitted: dict[str, Any] = json.loads(load_bytes("highroad.events.details", "content/names.json"))
    return fitted


def chosen(found: Mapping[str, Candidate], worth: Mapping[str, float]) -> str:
    """The name whose clues are worth most; the empty name stands for none."""
    get = worth.get
    return max(found, key=lambda name: sum([get(clue, 0.0) for clue in found[name].clues]))
