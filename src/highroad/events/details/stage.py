"""How far the application had come, as far as the mail itself says."""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from highroad.events.details.tables import table
from highroad.events.details.weighing import weighed
from highroad.events.event import Kind, Stage
from highroad.events.prepared import Prepared
from highroad.events.said import Said
from highroad.words.clauses import LANGUAGES, Mood
from highroad.words.content import load_bytes
from highroad.words.phrases import Mention, Phrases, compile_phrases, find

NO_STAGE = frozenset({Kind.OTHER, Kind.ALERT, Kind.OUTREACH})
# What a mail of this kind is by itself, whatever else it mentions.
IS = {Kind.CONFIRMATION: Stage.APPLIED, Kind.ASSESSMENT: Stage.ASSESSMENT, Kind.OFFER: Stage.OFFER}
_INVITES_TO = frozenset({Stage.SCREEN, Stage.INTERVIEW, Stage.FINAL})
_FIELDS = ("assessment", "screen", "interview", "final", "offer", "unless")
_NEAR = 4  # words before a phrase that show it took place


def stage_reached(mail: Prepared, kind: Kind) -> Stage | None:
    """The likeliest stage by all that the mail says; an invitation counts as the step it invites to.

    None for a mail about no application of the user's.
    """
    if kind in NO_STAGE:
        return None
    if kind in IS:
        return IS[kind]
    sums = weighed(signs(mail, kind), weights()["worth"])
    possible = [stage for stage in sums if stage in _INVITES_TO or kind is not Kind.INTERVIEW]
    return Stage(max(possible, key=sums.__getitem__))


def signs(mail: Prepared, kind: Kind) -> set[str]:
    """What is weighed: words, beginnings of long ones, and fields of meaning, by kind of mail and whether it was so."""
    found = {f"kind {kind}"}
    language = mail.language if mail.language in LANGUAGES else "en"
    for said in mail.said:
        if said.clause.mood is Mood.CONDITION:
            continue
        where = "^" if said.place < 0 else ""
        words = [word for word in said.clause.words if word[0].isalpha()]
        found.update(where + word for word in words)
        found.update(f"{where}{word[:5]}~" for word in words if len(word) > 5)
        for name in _fields_in(said, language or "en"):
            found.update((f"{where}@{name}", f"{kind} @{name}"))
    return found


def _fields_in(said: Said, language: str) -> Iterator[str]:
    """Each field that is named; `was x` where it took place, `is x` where it is neither denied nor to come."""
    for mention in find(_phrases(language), said.clause.words):
        yield mention.label
        if _is_past(said, mention):
            yield f"was {mention.label}"
        if said.clause.denied.isdisjoint(range(mention.start, mention.end)) and not (
            said.open or said.clause.future or said.clause.possible
        ):
            yield f"is {mention.label}"


def _is_past(said: Said, mention: Mention) -> bool:
    """Whether the words right before say that it took place: "after your", "thank you for our"."""
    return not _past_words().isdisjoint(said.clause.words[max(0, mention.start - _NEAR) : mention.start + 1])


@cache
def weights() -> dict[str, Any]:
    """What each sign is worth for each stage; "written" tells what the weights were fitted on."""
    fitted: dict[str, Any] = json.loads(load_bytes("highroad.events.details", "content/stages.json"))
    return fitted


@cache
def _past_words() -> frozenset[str]:
    return frozenset(table("stages")["past"]["words"].split())


@cache
def _phrases(language: str) -> Phrases:
    return compile_phrases({field: table("stages")[field][language] for field in _FIELDS})
