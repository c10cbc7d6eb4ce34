"""A first look at a mail: may it concern an application? Cheap, and it rather keeps one too many."""

import re
from functools import cache

from highroad.events.topic import comes_from_hiring
from highroad.mail.message import Message
from highroad.words.content import load_toml

LOOKED_AT = 16_000  # characters
SHORT = 400  # characters; "sadly it went the other way" holds no sign, and reading it whole costs nothing
ENOUGH_WEAK = 2


@cache
def _signs(strength: str) -> re.Pattern[str]:
    """Pieces of words that mail about applications holds, one pattern for the seven languages."""
    signs = dict.fromkeys(load_toml("highroad.events", "content/candidate.toml")[strength].strip("\n").split("\n"))
    return re.compile("|".join(map(re.escape, signs)))


def may_concern_application(message: Message) -> bool:
    """Whether a full reading is worth it."""
    if len(message.text) <= SHORT or message.calendars or comes_from_hiring(message.sender):
        return True
    looked_at = f"{message.subject}\n{message.text[:LOOKED_AT]}".lower()
    if _signs("strong").search(looked_at):
        return True
    return len(set(_signs("weak").findall(looked_at))) >= ENOUGH_WEAK
