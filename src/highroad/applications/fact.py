"""What is published about hiring: a figure is shown with its source, or not at all."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from highroad.applications.chance import agreement
from highroad.words.content import load_toml


@dataclass(frozen=True, slots=True)
class Fact:
    """One published figure, or several that belong together, and where it is from (content/base_rates.toml)."""

    value: tuple[float, ...]
    unit: str
    claim: str
    source: str
    year: int
    country: str
    grade: str
    caveat: str
    opened: bool  # whether somebody has read the source
    url: str

    @property
    def who(self) -> str:
        """Who published it, short: the first name of several."""
        return re.split(r",| and |: | \(", self.source, maxsplit=1)[0]


def published(name: str) -> Fact | None:
    """The figure of that name; None while nobody has read its source, so that a page cannot show it."""
    found = facts()[name]
    return found if found.opened else None


@cache
def facts() -> dict[str, Fact]:
    """Every figure there is, read or not; those on how far interviewers agree as agreement.separate and so on."""
    rates = {name: _fact(told) for name, told in load_toml("highroad.applications", "content/base_rates.toml").items()}
    return rates | {f"agreement.{name}": _of_agreement(told) for name, told in agreement().items()}


def _of_agreement(told: dict[str, Any]) -> Fact:
    return _fact({"claim": "how far two scores agree", "unit": "correlation"} | told | {"value": [told["value"]]})


def _fact(told: dict[str, Any]) -> Fact:
    return Fact(**(told | {"value": tuple(told["value"])}))
