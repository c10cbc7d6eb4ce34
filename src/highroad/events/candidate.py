"""A first look at a mail: may it concern an application? Cheap, and it rather keeps one too many."""

from functools import cache, lru_cache

from highroad.events.topic import comes_from_hiring
from highroad.mail.message import Message
from highroad.words.content import load_toml

LOOKED_AT = 16_000  # characters
WORDS_KNOWN = 100_000  # mail uses the same few thousand words again and again


def may_concern_application(message: Message) -> bool:
    """Whether a full reading is worth it."""
    if message.calendars or comes_from_hiring(message.sender):
        return True
    words = f"{message.subject}\n{message.text[:LOOKED_AT]}".lower().split()
    text = " ".join(words)
    return any(sign in text for word in set(words) for sign in _signs_with(word))


@lru_cache(maxsize=WORDS_KNOWN)
def _signs_with(word: str) -> tuple[str, ...]:
    """The signs that a text with this word may hold. To look for each sign in each text takes ten times as long."""
    return tuple(sign for sign, longest in _signs() if longest in word)


@cache
def _signs() -> tuple[tuple[str, str], ...]:
    """Pieces of words that mail about applications holds, for the seven languages, each with its longest word."""
    signs = load_toml("highroad.events", "content/candidate.toml")["signs"].split("\n")
    return tuple((sign, max(sign.split(), key=len)) for sign in map(str.strip, signs) if sign)
