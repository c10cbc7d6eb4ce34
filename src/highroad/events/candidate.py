"""A first look at a mail: may it concern an application? Cheap, and it rather keeps one too many."""

import re
from functools import cache

from highroad.events.topic import comes_from_hiring
from highroad.mail.message import Message
from highroad.words.content import load_toml

LOOKED_AT = 16_000  # characters


@cache
def _signs() -> re.Pattern[str]:
    """Pieces of words that mail about applications holds, one pattern for the seven languages."""
    signs = load_toml("highroad.events", "content/candidate.toml")["signs"].split("\n")
    return re.compile("|".join(sorted((re.escape(sign.strip()) for sign in signs if sign.strip()), key=len)))


def may_concern_application(message: Message) -> bool:
    """Whether a full reading is worth it."""
    if message.calendars or comes_from_hiring(message.sender):
        return True
    return bool(_signs().search(f"{message.subject}\n{message.text[:LOOKED_AT]}".lower()))
