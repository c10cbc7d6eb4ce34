"""What keeps a profile of a line of work from being trusted, each in one sentence."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeGuard

from highroad.applications import customs as of_customs
from highroad.applications import reopening as of_reopening
from highroad.applications.funnel import fields
from highroad.events.event import Stage

RATE_NEEDS = ("value", "range", "as_of", "source", "caution")
GRADES = ("A", "B", "C")  # research or official; an industry's own count; a poll, or told second-hand
NUMBER_NEEDS = ("source", "as_of")  # of any other table that holds a number, typed or in words
RULES = frozenset({"ask_feedback", "min_hits"})  # numbers that say how a profile is used, and count nothing
LISTED = ("ladder", "base_rate")  # parts that are lists of tables
PARTS = frozenset(
    {
        "meta",
        "ladder",
        "people",
        "norms",
        "base_rate",
        "reasons",
        "reopen",
        "proofread",
        "practice",
        "boards",
        "support",
    }
)
WITH_NUMBERS = PARTS - {"base_rate", "norms"}  # those two say of each entry where it is from
LARGEST = 1e12  # of any number
LONGEST = 2000  # characters of any one text
LONGEST_NAME = 24  # characters of a stage's name in a strip, which must fit a small screen
MOST = 500  # entries of any one list
SHARE = re.compile(
    r"""% | \bper\s?cent\b | \bprozent\b
    | \d \s+ (out\s+)? (of|in|von) \s+ ((every|all|the)\s+)? (?!(19|20)\d\d\b) \d""",
    re.IGNORECASE | re.VERBOSE,
)


def problems(told: Mapping[str, Any]) -> Iterator[str]:
    """Everything that is wrong with it, from its first part to its last; nothing when it can be used."""
    yield from _of_meta(told.get("meta"))
    yield from (f"[{name}] is no part of a profile." for name in told if name not in PARTS)
    for name in LISTED:
        if not _all_tables(told.get(name, [])):
            yield f"[[{name}]] is a list of tables: each begins with the name in two pairs of brackets."
    for place, rate in enumerate(_tables(told.get("base_rate"))):
        yield from _of_rate(rate, place)
    for place, ladder in enumerate(_tables(told.get("ladder"))):
        yield from _of_ladder(ladder, place)
    yield from _of_lists(told)
    yield from of_customs.problems(told)
    yield from of_reopening.problems(told)
    for name in sorted(WITH_NUMBERS):
        yield from _unsourced(told.get(name), name)
    yield from _unsourced(_left_be(told), "norms")


def _of_meta(meta: object) -> Iterator[str]:
    if not isinstance(meta, Mapping):
        yield "[meta] is missing."
        return
    yield from (f"[meta] needs {key}, in words." for key in ("id", "name") if not _text(meta.get(key)))
    if _text(meta.get("id")) and not all(sign.isalnum() or sign in "-_" for sign in meta["id"]):
        yield "The id in [meta] may hold letters, digits, - and _ only."
    if meta.get("prior", "unknown") not in fields():
        yield f"[meta] prior is not known. It is one of: {', '.join(fields())}."
    detect = meta.get("detect", {})
    if not isinstance(detect, Mapping):
        yield "[meta] detect is a table with keywords and min_hits."
        return
    words, least = detect.get("keywords", []), detect.get("min_hits", 2)
    if not _texts(words) or not isinstance(least, int) or least < 1:
        yield "[meta] detect needs keywords, a list of words, and min_hits, a number from 1."


def _of_ladder(ladder: Mapping[str, Any], place: int) -> Iterator[str]:
    stages = ladder.get("stages")
    if not isinstance(ladder.get("id"), str) or not _texts(stages) or not stages:
        yield f"Ladder {place + 1} needs an id and a list of stages."
    if not _names_stages(ladder.get("called", {})) or not isinstance(ladder.get("country", ""), str):
        yield f"Ladder {place + 1}: called gives a name to some of {', '.join(Stage)}; country is two letters."


def _of_rate(rate: Mapping[str, Any], place: int) -> Iterator[str]:
    name = rate.get("id") or f"number {place + 1}"
    missing = [key for key in RATE_NEEDS if key not in rate or rate[key] in ("", [])]
    if missing:
        yield f"The base rate {name} has no {', '.join(missing)}. Without them it is not shown, so it is refused."
        return
    numbers = rate["range"]
    if not isinstance(numbers, list) or not all(map(_can_be_shown, [rate["value"], *numbers])):
        yield f"The base rate {name} needs a number as value and two as range."
    elif len(numbers) != 2 or not numbers[0] <= rate["value"] <= numbers[1]:
        yield f"The base rate {name} needs a range of two numbers with its value between them."
    if not all(_text(rate[key]) for key in ("as_of", "source", "caution")):
        yield f"The base rate {name} needs as_of, source and caution in words."
    if not all(_text(rate[key]) for key in ("id", "what", "region") if key in rate):
        yield f"The base rate {name} needs id, what and region in words, where it has them."
    if rate.get("grade", "") not in ("", *GRADES):
        yield f"The base rate {name} has an unknown grade. It is one of: {', '.join(GRADES)}."
    if not isinstance(rate.get("opened", True), bool):
        yield f"The base rate {name} needs opened to be true or false."


def _of_lists(told: Mapping[str, Any]) -> Iterator[str]:
    reasons = told.get("reasons", {})
    if not isinstance(reasons, Mapping) or not _texts(reasons.get("add", [])):
        yield "[reasons] add is a list of words."


def _names_stages(called: object) -> bool:
    if not isinstance(called, Mapping) or not set(called) <= set(Stage):
        return False
    return all(_text(name) and len(name) <= LONGEST_NAME for name in called.values())


def _unsourced(found: object, where: str) -> Iterator[str]:
    """Every figure, typed or told in words, whose table says neither where it is from nor of when it is."""
    if isinstance(found, Mapping):
        figures = [name for name, one in found.items() if name not in RULES and _tells_figure(one)]
        if figures and not all(_text(found.get(key)) for key in NUMBER_NEEDS):
            yield f"{where}: {', '.join(figures)} tells a number without {' and '.join(NUMBER_NEEDS)}."
        for name, one in found.items():
            yield from _unsourced(one, f"{where}.{name}")
    elif isinstance(found, list):
        for place, one in enumerate(found):
            yield from _unsourced(one, f"{where}[{place + 1}]")


def _tells_figure(found: object) -> bool:
    if isinstance(found, list):
        return any(map(_tells_figure, found))
    return bool(SHARE.search(found)) if isinstance(found, str) else _is_number(found)


def _left_be(told: Mapping[str, Any]) -> Mapping[str, Any]:
    """What one leaves be: the one entry among the norms that says nothing of where it is from."""
    norms = told.get("norms")
    return {of_customs.DO_NOT: norms.get(of_customs.DO_NOT)} if isinstance(norms, Mapping) else {}


def _all_tables(found: object) -> bool:
    return isinstance(found, list) and len(found) <= MOST and all(isinstance(one, Mapping) for one in found)


def _tables(found: object) -> list[Mapping[str, Any]]:
    return [one for one in found if isinstance(one, Mapping)] if isinstance(found, list) else []


def _is_number(found: object) -> TypeGuard[float]:
    return isinstance(found, int | float) and not isinstance(found, bool)


def _can_be_shown(found: object) -> bool:
    """Whether it is a number, and neither endless nor beyond all counting."""
    return _is_number(found) and -LARGEST <= found <= LARGEST


def _text(found: object) -> bool:
    return isinstance(found, str) and 0 < len(found.strip()) <= LONGEST


def _texts(found: object) -> bool:
    return isinstance(found, list) and len(found) <= MOST and all(map(_text, found))
