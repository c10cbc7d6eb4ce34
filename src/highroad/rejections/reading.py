"""What a rejection holds out beside the no, quoted; and the words for what it says and leaves unsaid."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from highroad.events.details import phrases
from highroad.events.details.flat import Flat, lay_flat
from highroad.events.prepared import Prepared
from highroad.words.content import load_toml

_LONGEST = 700
_MOST_SENTENCES = 60
_ASPECTS = ("feedback_welcome", "open_door", "keep_on_file", "other_role")


@dataclass(frozen=True, slots=True)
class Offers:
    """Sentences of a rejection that leave something open, unchanged; None where it has none."""

    feedback_welcome: str | None = None
    open_door: str | None = None
    keep_on_file: str | None = None
    other_role: str | None = None


@cache
def _ways(language: str | None) -> phrases.Phrases:
    content = load_toml("highroad.rejections", "content/reading.toml")
    tongues = dict.fromkeys((language or "de", "en"))
    return phrases.phrases(
        {aspect: [line for tongue in tongues for line in content[aspect].get(tongue, ())] for aspect in _ASPECTS}
    )


@cache
def _refusals() -> tuple[str, ...]:
    words = load_toml("highroad.rejections", "content/reading.toml")["refused"]["words"]
    return tuple(" ".join(word.split()) for word in words.split(";"))


def offers(mail: Prepared) -> Offers:
    """What the mail holds out: feedback, another try, a place on file, another role; the first sentence of each."""
    found: dict[str, str] = {}
    for sentence in mail.sentences[:_MOST_SENTENCES]:
        for aspect in _held_out(sentence, mail.language):
            found.setdefault(aspect, sentence)
    return Offers(**found)


def refuses_feedback(mail: Prepared) -> bool:
    """Whether a sentence says that they give none."""
    return any(
        "feedback_welcome" in _touched(flat, mail.language) and _is_refused(flat)
        for flat in (lay_flat(sentence, longest=_LONGEST) for sentence in mail.sentences[:_MOST_SENTENCES])
    )


def _held_out(sentence: str, language: str | None) -> set[str]:
    flat = lay_flat(sentence, longest=_LONGEST)
    aspects = _touched(flat, language)
    return set() if aspects and _is_refused(flat) else aspects


def _touched(flat: Flat, language: str | None) -> set[str]:
    return {hit.phrase.tag for hit in phrases.hits(_ways(language), flat)}


def _is_refused(flat: Flat) -> bool:
    return any(refusal in flat.low for refusal in _refusals())


def said_comments(quotes: Iterable[str]) -> list[tuple[str, str]]:
    """Each quoted span with what is to be said about it, or nothing."""
    words = load_toml("highroad.rejections", "content/reading.toml")["comments"]
    return [
        (quote, next((words[aspect] for aspect in _ASPECTS if aspect in _held_out(quote, None)), ""))
        for quote in quotes
    ]


def silence_words(key: str) -> str:
    """A silence as the page and the command line put it: "why", "that you made a mistake"."""
    return str(load_toml("highroad.rejections", "content/reading.toml")["silences"].get(key, key))
