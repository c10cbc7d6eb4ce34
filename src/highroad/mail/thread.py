"""What belongs together: the ids a mail names, and its subject without Re: and Fwd:."""

import re

from highroad.mail.message import Message

_ID = re.compile(r"<\s{0,5}([^<>\s]{1,500})\s{0,5}>")
_PREFIX = re.compile(
    r"\s*(?:\[[^\]]{1,40}\]\s*)?(?:re|aw|antw|antwort|sv|vs|ref|rif|r|res|fw|fwd|wg|tr|rv|enc|i|doorst|fyi)"
    r"(?:\s?\[\d{1,3}\]|\s?\(\d{1,3}\)|\^\d{1,3})?\s?:",
    re.I,
)


def message_ids(text: str) -> tuple[str, ...]:
    """The ids in a header without their brackets, in order, each once."""
    found = _ID.findall(text) or [word.strip("<>,;") for word in text.split() if "@" in word]
    return tuple(dict.fromkeys(found))


def thread_ids(message: Message) -> tuple[str, ...]:
    """The ids by which two mails are found to belong together: its own first, then the one answered, then the rest."""
    ids = (message.message_id, message.in_reply_to, *message.references)
    return tuple(dict.fromkeys(_normal(found) for found in ids if found and _normal(found)))


def _normal(message_id: str) -> str:
    """Some programs change the letters' case on the right of the @, and some lose the brackets."""
    left, at, right = message_id.strip().strip("<>").strip().rpartition("@")
    return left + at + right.lower()


def bare_subject(subject: str) -> str:
    """The subject as the first mail of the thread had it."""
    for _ in range(20):
        found = _PREFIX.match(subject)
        if not found:
            break
        subject = subject[found.end() :]
    return subject.strip()
