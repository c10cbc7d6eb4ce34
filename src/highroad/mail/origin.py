"""What the user's own mail server found out about where a mail came from (RFC 8601)."""

import re

from highroad.mail.encoded_words import header_text
from highroad.mail.headers import Head
from highroad.mail.message import Authentication

_MOST_HEADERS = 10
_MOST_HOPS = 3  # the user's own servers hand a mail on among themselves
_MOST_INSIDE = 10  # further hops between servers that have no name outside their house
_MOST_BYTES = 4096
_COMMENT = re.compile(r"\([^()]{0,1000}\)")
_SERVER = re.compile(r'\s*"?([\w.-]{1,253})"?(?:\s+\d{1,3})?\s*\Z')
_RESULT = re.compile(r"\s*(spf|dkim|dmarc)(?:\s*/\s*\d+)?\s*=\s*([a-z]{1,20})", re.I)
_BY = re.compile(r"\bby\s+([\w.-]{1,253})", re.I)
_INSIDE = re.compile(r"(?:[^.]*|.*\.(?:internal|local|localdomain|lan|localhost))\.?", re.I)
_FAILED = ("fail", "softfail", "hardfail", "permerror")


def authentication(head: Head) -> Authentication:
    """What the topmost Authentication-Results say, when the server that wrote them is one that received the mail.

    Those further down, or by another server, may be written by anyone: a forged "pass" gains nothing, as only a
    failure counts against a mail. So where no Received tells who received it, the topmost is believed. Of a mail with
    two senders nobody can tell which was confirmed (RFC 7489, 6.6.1).
    """
    if _has_two_senders(head):
        return Authentication.FAILED
    results: dict[str, str] = {}
    own = _receivers(head)
    for value in head.fields.get(b"authentication-results", [])[:_MOST_HEADERS]:
        server, said = _read(value)
        own = own or {server}
        if server not in own:
            break
        results = said | results  # what stands further up was written later, by a server nearer to the user
    return _verdict(results)


def _receivers(head: Head) -> set[str]:
    """The domains of the servers that brought the mail over its last hops; nothing stands for one that is not named."""
    values = head.fields.get(b"received", [])[: _MOST_HOPS + _MOST_INSIDE]
    hops = [found[1] for found in (_BY.search(header_text(value[:_MOST_BYTES])) for value in values) if found]
    outside = [_organisation(host) for host in hops if not _INSIDE.fullmatch(host)][:_MOST_HOPS]
    return {*outside, ""} if outside else set()


def _has_two_senders(head: Head) -> bool:
    """Whether two From lines name different people; the same line twice is a slip of an export."""
    return len({header_text(value[:_MOST_BYTES]).strip().lower() for value in head.fields.get(b"from", [])}) > 1


def _read(value: bytes) -> tuple[str, dict[str, str]]:
    """Who speaks, by domain, and the result of each check; of two signatures one that holds is enough."""
    text = header_text(value[:_MOST_BYTES])
    for _ in range(2):
        text = _COMMENT.sub(" ", text)
    first, *rest = text.split(";")
    named = _SERVER.match(first)
    said: dict[str, str] = {}
    for found in map(_RESULT.match, rest if named else [first, *rest]):
        if found and said.get(found[1].lower()) != "pass":
            said[found[1].lower()] = found[2].lower()
    return _organisation(named[1]) if named else "", said


def _organisation(host: str) -> str:
    """The last two labels: near enough to tell the user's own provider from anybody else."""
    return ".".join(host.lower().rstrip(".").split(".")[-2:])


def _verdict(results: dict[str, str]) -> Authentication:
    """DMARC decides where it was looked at; else one check has to fail and the other not to hold."""
    dmarc, spf, dkim = (results.get(check, "") for check in ("dmarc", "spf", "dkim"))
    if "pass" in ((dmarc,) if dmarc in (*_FAILED, "pass") else (spf, dkim)):
        return Authentication.PASSED
    if dmarc in _FAILED or spf in _FAILED or dkim in _FAILED:
        return Authentication.FAILED
    return Authentication.UNKNOWN
