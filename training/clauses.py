"""The written clauses: loads them, keeps a part of them aside, and says one of them aloud."""

import hashlib
import json
import random
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

TEXT = Path(__file__).parent / "text"
WHOLE = Path(__file__).parent / "letters_written"
LANGUAGES = tuple(sorted(folder.name for folder in TEXT.iterdir() if folder.is_dir()))
KEPT_ASIDE = 6  # one clause in so many is never trained on
KINDS = (
    "rejection",
    "waitlist",
    "confirmation",
    "interview",
    "assessment",
    "offer",
    "withdrawal",
    "update",
    "outreach",
    "alert",
    "other",
)
# The groups that make a mail what it is; the others accompany them. All that is said about other things is "other".
DECIDING = frozenset("verdict own confirmed waiting ask feedback asked pitch lead row reschedule telling".split())
COURTESIES = {
    "greeting": "courtesy",
    "closing": "courtesy",
    "subject": "courtesy",
    "headline": "thanks",
    "thanks": "thanks",
    "footer": "footer",
    "earlier": "footer",
    "about": "footer",
    "condition": "condition",
}

CHOICE = re.compile(r"\{([^{}]*)\}")
SLOT = re.compile(r"<(\w+)>")


@dataclass(frozen=True, slots=True)
class Variant:
    """One way a kind of mail is built: the order of its clauses, and those only it uses."""

    name: str
    weight: float
    shapes: tuple[str, ...]
    clauses: Mapping[str, list[str]]


class Side(StrEnum):
    """Who may see a clause: the two halves check one another, and nothing is fitted on what is kept aside."""

    LEFT = "left"
    RIGHT = "right"
    KEPT_ASIDE = "kept aside"


@dataclass(frozen=True, slots=True)
class Clause:
    """One written clause, and the part it plays in a mail."""

    part: str
    language: str
    text: str


@cache
def read(name: str) -> dict:
    """One file of written text below text/, as TOML."""
    return tomllib.loads((TEXT / name).read_text(encoding="utf-8"))


@cache
def whole(language: str) -> tuple[dict[str, str | None], ...]:
    """The mails of this language that were written whole: kind, from, subject, body, and in newer ones details."""
    files = sorted(WHOLE.glob(f"{language}*.jsonl"))
    lines = [line for file in files for line in file.read_text(encoding="utf-8").split("\n")]
    return tuple(json.loads(line) for line in lines if line.strip())


@cache
def variants(language: str, kind: str) -> tuple[Variant, ...]:
    """Every way this kind is written in this language; a variant's own clauses hide the shared ones."""
    common, written = read(f"{language}/common.toml"), read(f"{language}/{kind}.toml")
    shared = {**common["clauses"], **written.get("clauses", {})}
    return tuple(
        Variant(
            name=variant["name"],
            weight=variant.get("weight", 1),
            shapes=tuple(variant["shapes"]),
            clauses={**shared, **variant.get("clauses", {})},
        )
        for variant in written["variant"]
    )


@cache
def slots(language: str) -> dict[str, list[str]]:
    """What may stand in <a slot>: the names of all languages, then the words of this one."""
    return {**read("names.toml"), **read(f"{language}/slots.toml")}


@cache
def clauses(language: str) -> tuple[Clause, ...]:
    """Every clause of the language once, but for the senders' names."""
    common = read(f"{language}/common.toml")["clauses"]
    groups = [("", group, texts) for group, texts in common.items()] + [
        (kind, group, texts)
        for kind in KINDS
        for variant in variants(language, kind)
        for group, texts in variant.clauses.items()
        if texts is not common.get(group)
    ]
    found = {
        Clause(_part(kind, group), language, text)
        for kind, group, texts in groups
        if group != "sender"
        for text in texts
    }
    return tuple(sorted(found, key=lambda clause: (clause.part, clause.text)))


def _part(kind: str, group: str) -> str:
    if group == "refusal":  # it could be about a job; what surrounds it tells that it is not
        return "rejection"
    if kind == "other" or group in DECIDING:
        return kind
    return COURTESIES.get(group) or f"{kind}, by the way"


@cache
def side(language: str, clause: str) -> Side:
    """A fixed choice by the clause's own letters, so that adding a clause moves no other."""
    dice = hashlib.sha256(f"{language} {clause}".encode()).digest()
    if dice[0] % KEPT_ASIDE == 0:
        return Side.KEPT_ASIDE
    return Side.LEFT if dice[1] % 2 else Side.RIGHT


def offered(language: str, clauses: list[str], *, sides: frozenset[Side]) -> list[str]:
    """The clauses of these sides; a group too small to be split serves all sides."""
    return [clause for clause in clauses if side(language, clause) in sides] or clauses


def say(clause: str, *, said: dict[str, str], slots: Mapping[str, list[str]], rng: random.Random) -> str:
    """The clause with one of each {this|that} chosen and each <slot> filled, the same slot always the same."""
    while "{" in clause or "<" in clause:
        clause = CHOICE.sub(lambda found: rng.choice(found[1].split("|")), clause)
        clause = SLOT.sub(lambda found: _fill(found[1], said=said, slots=slots, rng=rng), clause)
    return _as_sentence(clause)


def _fill(slot: str, *, said: dict[str, str], slots: Mapping[str, list[str]], rng: random.Random) -> str:
    if slot not in said:
        said[slot] = rng.choice(slots[slot])
    return said[slot]


def _as_sentence(text: str) -> str:
    text = re.sub(r"\s+", " ", text).strip().replace(" ,", ",").replace(" .", ".")
    return text[:1].upper() + text[1:]
