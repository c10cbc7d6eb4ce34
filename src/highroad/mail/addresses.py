"""Names and addresses out of a header, however it was written."""

import re

from highroad.mail.encoded_words import decode_words, one_line
from highroad.mail.message import Address

MAX_ADDRESSES = 500
MAX_LIST = 64 * 1024
_MAX_ENTRY = 1_000
_TOKEN = re.compile(r'"(?:[^"\\]|\\.){0,1000}"|\([^()]{0,1000}\)|<[^<>]{0,400}>|[,;:]|[^",;:<(]+|.', re.DOTALL)
_EMAIL = re.compile(r"[^\s<>()\[\],;:\"@]{1,128}@(?:[^\s<>()\[\],;:\"@]{1,253}|\[[\d.]{7,15}\])")
_MAILTO = re.compile(r"\s*[\[(<]?(?:mailto:)?[^\s<>()\[\],;:\"@]{1,128}@[^\s<>()\[\],;:\"@]{1,253}[\])>]?\s*", re.I)


def addresses(text: str) -> tuple[Address, ...]:
    """Every address of a list, in its order, at most 500; `text` is one line, encoded words still in it."""
    found: list[Address] = []
    entry: list[str] = []
    for token in _TOKEN.finditer(text[:MAX_LIST].replace("mailto:", "")):
        if len(found) >= MAX_ADDRESSES:
            break
        if token[0] in ",;":
            found += _address(entry)
            entry = []
        elif token[0] == ":":
            entry = [] if entry and "@" not in "".join(entry) else entry  # the name of a group
        else:
            entry.append(token[0])
    return tuple((found + _address(entry))[:MAX_ADDRESSES])


def _address(entry: list[str]) -> list[Address]:
    """The one address of an entry; none when it has neither a name nor an address."""
    written = "".join(entry)[:_MAX_ENTRY]
    angled = [part for part in entry if part.startswith("<") and part.endswith(">")]
    email = _EMAIL.search(angled[-1]) if angled else None
    email = email or _EMAIL.search(written)
    comments = [part for part in entry if part.startswith("(") and part.endswith(")")]
    plain = "".join(part for part in entry if part not in angled and part not in comments)
    name = _name(plain) or _name("".join(part[1:-1] for part in comments))
    address = email[0].lower().strip(".'") if email else ""
    return [Address(name=name, email=address)] if name or address else []


def _name(text: str) -> str:
    """A display name without quotes, encoded words and the address some programs repeat in it."""
    text = text.replace("\\", "").strip().strip('"')
    text = one_line(decode_words(text) if "=?" in text else text)
    if "@" in text:
        text = _MAILTO.sub(" ", text)
    return text.strip(" \"'<>[]")[:200]
