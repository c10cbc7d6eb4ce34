"""What people held out in their mail: feedback, or a word at any time; and whether the user works there already."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from highroad.applications.application import Application
from highroad.events.details.hosts import is_webmail
from highroad.words.content import load_toml
from highroad.words.phrases import Phrases, compile_phrases, find
from highroad.words.sentences import split

LONGEST = 6000  # characters of a mail that are looked at
_WORD = re.compile(r"\w+(?:['-]\w+)*")


@dataclass(frozen=True, slots=True)
class Offer:
    """Sentences of one mail, unchanged; empty where it holds out nothing."""

    feedback: str = ""
    contact: str = ""


def offer_in(text: str) -> Offer:
    """The first sentence that offers feedback, and the first that invites the user to write."""
    said = [(sentence, _labels(sentence)) for sentence in split(text[:LONGEST])]
    held_out = [(sentence, labels) for sentence, labels in said if "refused" not in labels]
    return Offer(
        feedback=next((text for text, labels in held_out if "feedback" in labels and "theirs" not in labels), ""),
        contact=next((text for text, labels in held_out if "contact" in labels), ""),
    )


def is_internal(application: Application, *, mine: Iterable[str], texts: Mapping[str, str]) -> bool:
    """Whether the user works there already: they write from one house, or the mail or a note of theirs says so.

    `mine` are the user's addresses, `texts` what each mail of the employer says, by event.
    """
    own = {email.rpartition("@")[2] for email in mine} - {""}
    houses = {event.sender_domain for event in application.events if not event.by_user}
    if any(domain in own and not is_webmail(domain) for domain in houses):
        return True
    notes = [event.note for event in application.events if event.by_user]
    return any(_tells_internal(sentence) for text in (*notes, *texts.values()) for sentence in split(text[:LONGEST]))


def _tells_internal(sentence: str) -> bool:
    labels = _labels(sentence)
    return "internal" in labels and "not_internal" not in labels


def _labels(sentence: str) -> set[str]:
    words = _WORD.findall(sentence.replace("’", "'").lower())
    return {mention.label for mention in find(_phrases(), words)}


@cache
def _phrases() -> Phrases:
    """Of all languages at once: a single sentence is too short to tell its own."""
    content = load_toml("highroad.steps.ask_for_feedback", "content/offers.toml")
    return compile_phrases(
        {label: [line for lines in each.values() for line in lines] for label, each in content.items()}
    )
