"""A line of JSON to a Message: what a program hands over, one mail a line; a wrong line becomes an empty mail."""

import json
from dataclasses import replace

from highroad.mail.message import Message
from highroad.mail.parse import from_parts
from highroad.words.content import load_toml

_PARTS = ("from", "to", "subject", "date", "body")


def from_json_line(line: str, number: int) -> Message:
    """The mail of an object with from, to, subject, date and body, each text or null; `number` counts from 1."""
    words = load_toml("highroad.mail", "content/lines.toml")
    found = _object(line)
    if found is None:
        empty = from_parts(None, None, None, None, None)
        return replace(empty, problems=(words["no_object"].format(line=number),))
    odd = [part for part in _PARTS if not isinstance(found.get(part), str | None)]
    message = from_parts(*(None if part in odd else found.get(part) for part in _PARTS))
    wrong = (words["no_text"].format(line=number, part=part) for part in odd)
    return replace(message, problems=(*message.problems, *wrong))


def _object(line: str) -> dict[str, str | None] | None:
    """The object; None for anything else, also for one nested too deep to be read."""
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None
