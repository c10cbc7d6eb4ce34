"""A draft for one person, made of sentences from the content and facts from the record. Nothing here can send it."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from string import Formatter
from typing import Any

from highroad.events.event import Person
from highroad.words.content import load_toml

BLANK = "____"
LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl")


class Tone(StrEnum):
    """How a letter sounds."""

    FORMAL = "formal"
    WARM = "warm"
    BRIEF = "brief"


@dataclass(frozen=True, slots=True)
class Letter:
    """A text the user may copy or keep. `to` is None when nobody in the record can be written to."""

    to: Person | None
    subject: str
    body: str

    @property
    def has_blank(self) -> bool:
        """Whether something only the user knows is still to be filled in."""
        return BLANK in self.subject + self.body


def written(template: Mapping[str, Any], slots: Mapping[str, str], *, to: Person | None) -> Letter:
    """The letter a template makes. Where it gives several wordings, the first whose slots are all filled is taken."""
    paragraphs = (
        " ".join(filter(None, (first_filled(wordings, slots) for wordings in paragraph)))
        for paragraph in template["paragraphs"]
    )
    return Letter(to, first_filled(template["subject"], slots), "\n\n".join(filter(None, paragraphs)))


def first_filled(wordings: str | Iterable[str], slots: Mapping[str, str]) -> str:
    """The first wording with no empty slot, filled; nothing when each has one."""
    for wording in [wordings] if isinstance(wordings, str) else wordings:
        names = [name for _, name, _, _ in Formatter().parse(wording) if name]
        if all(slots[name] for name in names):
            return wording.format_map(slots)
    return ""


def language_for(language: str | None, templates: Container[str] = LANGUAGES) -> str:
    """The language a letter can be written in: the one asked for when there are templates for it, else English."""
    return language if language in LANGUAGES and language in templates else LANGUAGES[0]


def spoken_date(day: date, language: str) -> str:
    """A date as one writes it in a letter, without the year: "12 November", "12. November"."""
    words = _phrases(language)
    return str(words["date"]).format(day=day.day, month=words["months"][day.month - 1])


def listed(names: Iterable[str], language: str) -> str:
    """Names in a row: "Noor and Eli"."""
    *most, last = list(names) or [""]
    return f"{', '.join(most)} {_phrases(language)['and']} {last}" if most else last


def _phrases(language: str) -> Mapping[str, Any]:
    phrases: Mapping[str, Any] = load_toml("highroad.recovery", "content/phrases.toml")[language]
    return phrases
