"""What a posting asks to be sent, by its own words."""

import re
from enum import StrEnum
from functools import cache

from highroad.words.content import load_toml

_LONGEST = 20_000  # letters looked at


class Need(StrEnum):
    """Something to have ready before applying; in the order in which one makes them."""

    RESUME = "resume"
    LETTER = "letter"
    SAMPLES = "samples"
    REFERENCES = "references"
    PAPERS = "papers"
    SALARY = "salary"
    START = "start"


def needs_of(text: str) -> tuple[Need, ...]:
    """What is asked for; a résumé always."""
    low = text[:_LONGEST].casefold()
    return tuple(need for need in Need if need is Need.RESUME or _ways(need).search(low))


@cache
def _ways(need: Need) -> re.Pattern[str]:
    ways: list[str] = load_toml("highroad.steps.keep_going.openings", "content/needs.toml")[need]
    return re.compile("|".join(rf"(?<!\w){re.escape(way)}" for way in ways))
