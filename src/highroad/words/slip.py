"""What proof-reading takes and gives: a letter, what is known of whom it goes to, and the slips found in it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

LONGEST = 20_000  # characters of a letter that are read; what an applicant writes is far shorter


class SlipKind(StrEnum):
    """What may be wrong, the gravest first."""

    FIRM = "firm"
    PERSON = "person"
    PLACEHOLDER = "placeholder"
    ATTACHMENT = "attachment"
    WEEKDAY = "weekday"
    GREETING = "greeting"
    DOUBLED = "doubled"
    SPELLING = "spelling"
    GRAMMAR = "grammar"


@dataclass(frozen=True, slots=True)
class Slip:
    """One thing that may be wrong: where it stands in the body, and what could stand there instead, if we know."""

    kind: SlipKind
    start: int
    words: str
    instead: str = ""

    @property
    def end(self) -> int:
        """Where the words end."""
        return self.start + len(self.words)


@dataclass(frozen=True, slots=True)
class Letter:
    """What is proof-read: the writer's own words, without quotes."""

    body: str
    to: str = ""  # the name it goes to
    sent_on: date | None = None
    attachments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """What the record knows: the firm and its people, and the firms and people of the user's other applications.

    `words` are words seen elsewhere in the record, such as in the mails of that firm; they are spelled as they are.
    """

    firm: str = ""
    people: tuple[str, ...] = ()
    other_firms: tuple[str, ...] = ()
    strangers: tuple[str, ...] = ()
    own_name: str = ""
    words: frozenset[str] = frozenset()


class Proofreader(Protocol):
    """Reads English for spelling and grammar; where it stands and how it works is its own affair."""

    def __call__(self, text: str, /) -> Iterable[Slip]:
        """What may be wrong in a text, in its order."""
