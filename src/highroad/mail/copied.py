"""The lines From, Sent, To and Subject as mail programs write them into a text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from highroad.words.content import load_toml

_LABEL = re.compile(r"[\s>*_|]{0,20}([^\W\d_][\w\- ]{0,20}?)[ \xa0]?[*_]{0,2}[ \xa0]?:[*_\s]{0,4}(.{0,1000})")
_MAX_LINES = 12


@dataclass(frozen=True, slots=True)
class CopiedHead:
    """What such lines say, and the number of the line where the mail's own text begins."""

    below: int
    sender: str = ""
    to: str = ""
    cc: str = ""
    subject: str = ""
    date: str = ""

    @property
    def certain(self) -> bool:
        """Whether this is a head for sure, not a sentence with a colon."""
        return bool(self.sender) and bool(self.date or self.to or self.subject)


def copied_head(lines: Sequence[str], start: int = 0) -> CopiedHead | None:
    """The head that begins at `start`, after empty lines at most; its lines may be wrapped."""
    at = start
    while at < len(lines) and at < start + 3 and not lines[at].strip(" >\t"):
        at += 1
    said: dict[str, str] = {}
    last = ""
    for line in lines[at : at + _MAX_LINES]:
        field, value = _field(line)
        if field and field not in said:
            said[field], last = value, field
        elif last and _is_wrapped(line, last, said[last]):
            said[last] = f"{said[last]} {line.strip(' >')}".strip()
        else:
            break
        at += 1
    said.pop("other", None)
    return CopiedHead(below=at, **said) if said else None


def _field(line: str) -> tuple[str, str]:
    """Which of our fields a line is, and what it says; nothing when it is none."""
    if ":" not in line[:40]:
        return "", ""
    found = _LABEL.match(line)
    if not found:
        return "", ""
    return _labels().get(found[1].strip().lower(), ""), found[2].strip()


def _is_wrapped(line: str, last: str, so_far: str) -> bool:
    """The rest of a long list of people, or a value a line below its label."""
    words = line.strip(" >\t")
    if not words or len(words) > 400:
        return False
    return not so_far or (last in ("to", "cc", "sender") and ("@" in words or words.endswith(";")))


@cache
def _labels() -> dict[str, str]:
    named = load_toml("highroad.mail", "content/quoting.toml")["labels"]
    return {word: field for field, words in named.items() for word in words}
