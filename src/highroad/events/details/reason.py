"""Why they say no, where they say it, with the sentence that says it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby, pairwise
from typing import Any

from highroad.events.details.tables import table
from highroad.events.details.weighing import weighed
from highroad.events.event import Kind, Reason
from highroad.events.prepared import Prepared
from highroad.events.said import Said
from highroad.words.clauses import LANGUAGES, Clause, Mood
from highroad.words.content import load_bytes
from highroad.words.phrases import Phrases, compile_phrases, find

FEWEST_WORDS = 4  # a greeting or a name states nothing
_FROM_WITHIN = "@+inside"  # the field of meaning, affirmed
_MAY_STATE = frozenset({Kind.REJECTION, Kind.WAITLIST})


@dataclass(frozen=True, slots=True)
class StatedReason:
    """A reason and the sentence of the mail that states it, unchanged."""

    reason: Reason
    quote: str


def stated_reason(mail: Prepared, kind: Kind) -> StatedReason | None:
    """Why, in a no and in a "not now"; no other mail has to say."""
    return likeliest(mail, weights()["worth"]) if kind in _MAY_STATE else None


def likeliest(mail: Prepared, worth: Mapping[str, Mapping[str, float]]) -> StatedReason | None:
    """What a sentence speaks for most; None when more speaks against each reason."""
    stated = [
        (weight, reason, sentence)
        for sentence, seen in sentences(mail)
        for reason, weight in _spoken_for(seen, worth).items()
    ]
    weight, reason, sentence = max(stated, default=(0.0, "", ""))
    return StatedReason(Reason(reason), sentence) if weight > 0 else None


def _spoken_for(seen: set[str], worth: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    """What one sentence speaks for, and how much; a post filled from within is internal, however it is said."""
    spoken = weighed(seen, worth)
    if _FROM_WITHIN in seen:
        spoken[Reason.INTERNAL] = max(spoken[Reason.INTERNAL], spoken.pop(Reason.FILLED))
    return spoken


def sentences(mail: Prepared) -> Iterator[tuple[str, set[str]]]:
    """Each sentence long enough to state a reason, and the signs in it; what stands under an "if" shows none."""
    for place, said in groupby(mail.said, key=_place):
        clauses = list(said)
        if place < 0 or sum(len(one.clause.words) for one in clauses) < FEWEST_WORDS:
            continue
        stated = [one.clause for one in clauses if one.clause.mood is not Mood.CONDITION]
        if stated:
            yield clauses[0].sentence, signs(stated, mail.language)


def signs(clauses: list[Clause], language: str | None) -> set[str]:
    """What is weighed: words, pairs of them, beginnings of long ones, and fields of meaning, affirmed or denied."""
    words = [_even(word) for clause in clauses for word in clause.words if word[0].isalnum()]
    return {
        *words,
        *(word[:5] + "~" for word in words if len(word) > 5),
        *(f"{one} {two}" for one, two in pairwise(("^", *words, "$"))),
        *(name for clause in clauses for name in _fields_in(clause, language)),
    }


def _fields_in(clause: Clause, language: str | None) -> Iterator[str]:
    for mention in find(_fields(language if language in LANGUAGES else "en"), clause.words):
        yield f"@{mention.label}"
        yield f"@{'-' if mention.start in clause.denied else '+'}{mention.label}"


def _even(word: str) -> str:
    """Every number is 0."""
    return "0" if word[0].isdigit() else word


def _place(said: Said) -> int:
    return said.place


@cache
def weights() -> dict[str, Any]:
    """What each sign is worth for each reason; "written" tells what the weights were fitted on."""
    fitted: dict[str, Any] = json.loads(load_bytes("highroad.events.details", "content/reasons.json"))
    return fitted


@cache
def _fields(language: str) -> Phrases:
    return compile_phrases({field: phrases[language] for field, phrases in table("reasons").items()})
