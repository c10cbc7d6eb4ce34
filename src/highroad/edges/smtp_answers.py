"""What a mail server's no means, in plain words before its own; by the codes of RFC 3463 and the RFCs after it."""

import re
from functools import cache

from highroad.words.content import load_toml

LONGEST = 300  # of a server's own words
_CODE = re.compile(r"([245])\.(\d{1,3})\.(\d{1,3})\s*")
_REPEATED = re.compile(r"(?:\s+[245]\.\d{1,3}\.\d{1,3}(?=\s))")  # before every line of an answer of several


def in_plain_words(host: str, code: int, words: bytes | str) -> str:
    """What it means as far as the codes tell, then what the server itself wrote."""
    text = _printable(words)
    found = _CODE.match(text)
    means = _meanings().get(f"{found[2]}.{found[3]}" if found else str(code), "")
    said = _REPEATED.sub("", text[found.end() :] if found else text).strip()
    told = f"{host} answered: {said}" if said else f"{host} answered with the number {code}."
    return f"{means} {told}".strip()


@cache
def _meanings() -> dict[str, str]:
    meanings: dict[str, str] = load_toml("highroad.edges", "content/smtp_answers.toml")["means"]
    return meanings


def _printable(words: bytes | str) -> str:
    text = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    return "".join(letter if letter.isprintable() else " " for letter in text)[:LONGEST]
