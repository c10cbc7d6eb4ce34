"""The head and the first 16 kB of a mail in plain words, without taking it apart."""

import binascii
import re
from dataclasses import dataclass

from highroad.mail.encoded_words import header_text
from highroad.mail.headers import BLANK_LINE, MAX_HEAD
from highroad.mail.transfer import decode_transfer

LOOKED_AT = 16 * 1024  # bytes of the body
LITTLE = 400  # letters; a longer mail that shows so few begins with styles or pictures, and must be read whole
_CALENDAR_STANDS = 64 * 1024  # bytes within which a calendar part begins
_MANY_ENTITIES = 40
_FIELD = re.compile(rb"\n((?i:from|subject)):([^\n]*(?:\n[ \t][^\n]*)*)")
_BULK = (b"\nlist-unsubscribe:", b"\nlist-id:", b"\nprecedence:")
_TAG_BEGINS = frozenset(b"abcdefghijklmnopqrstuvwxyz/!?")
_UNSEEN = ((b"<style", b"</style>"), (b"<!--", b"-->"))
_NO_WORDS = (b"image/", b"audio/", b"video/", b"font/", b"application/")
_WORDS = bytes(
    sign + 32 if 65 <= sign <= 90 else sign if 97 <= sign <= 122 or sign > 127 else 32 for sign in range(256)
)


@dataclass(frozen=True, slots=True)
class Glance:
    """What was seen. `words` are in lower case with a blank before each; signs and digits are blanks too."""

    sender: bytes
    words: bytes
    letters: int  # of the body
    bulk: bool  # sent to many, by what it says of itself
    calendar: bool


def glance(raw: bytes) -> Glance | None:
    """A look at the first lines of `raw`; None where only reading it whole can tell what it says."""
    blank = BLANK_LINE.search(raw, 0, MAX_HEAD)
    fields = _fields(raw[: blank.start()]) if blank else {}
    if not blank or not fields:
        return None
    head = raw[: blank.start()].lower()
    shown = _shown(raw[blank.start() : blank.start() + LOOKED_AT], head)
    letters = len(shown) - shown.count(b" ")
    if letters < LITTLE < LOOKED_AT < len(raw) - blank.start():
        return None
    return Glance(
        sender=fields.get(b"from", b""),
        words=b" " + fields.get(b"subject", b"") + b" " + shown,
        letters=letters,
        bulk=any(sign in head for sign in _BULK),
        calendar=raw.find(b"text/calendar", 0, _CALENDAR_STANDS) >= 0,
    )


def words_of(text: bytes) -> bytes:
    """Lower-case words with blanks for all else; letters beyond ASCII stay as they are."""
    return text.translate(_WORDS)


def _fields(head: bytes) -> dict[bytes, bytes]:
    """Sender and subject in words."""
    return {name.lower(): words_of(_plain(value)) for name, value in _FIELD.findall(b"\n" + head)}


def _plain(value: bytes) -> bytes:
    return header_text(value).encode() if b"=?" in value else value


def _shown(body: bytes, head: bytes) -> bytes:
    """The words a reader would see, nearly: transfer encodings undone, styles and tags taken out."""
    said = head + body.lower()
    if b"base64" in head and b"multipart/" not in head:
        body = decode_transfer(body, "base64")[0]
    elif b"base64" in said:
        body = b"\n--".join(map(_decoded, body.split(b"\n--")))
    if b"quoted-printable" in said:
        body = binascii.a2b_qp(body)
    if b"\x00" in body:  # two bytes a letter
        body = body.replace(b"\x00", b"")
    body = body.lower()
    return words_of(_without_tags(body) if b"<" in body else body)


def _decoded(part: bytes) -> bytes:
    """A part whose head names base64 as the words in it; pictures and files have none."""
    low = part.lower()
    at = low.find(b"base64")
    blank = BLANK_LINE.search(part, at) if at >= 0 and b"encoding:" in low[max(0, at - 20) : at] else None
    if not blank:
        return part
    if any(kind in low[: blank.start()] for kind in _NO_WORDS):
        return b""
    return b"\n\n" + decode_transfer(part[blank.end() :], "base64")[0]


def _without_tags(html: bytes) -> bytes:
    for begin, end in _UNSEEN:
        if begin in html and (end in html or begin == b"<style"):  # a style that is cut goes on; a comment is broken
            seen, *rest = html.split(begin)
            html = b" ".join([seen, *(piece.partition(end)[2] for piece in rest)])
    seen, *tags = html.split(b"<")
    return b" ".join([seen, *(tag[tag.find(b">") + 1 :] if tag and tag[0] in _TAG_BEGINS else tag for tag in tags)])
