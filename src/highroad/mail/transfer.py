"""Undo base64, quoted-printable and uuencode, keeping whatever can be kept of damaged input."""

import binascii
import re

from highroad.mail.problems import Problem

_BASE64 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_NOT_BASE64 = bytes(set(range(256)) - set(_BASE64) - set(b"="))
_BLANKS = b" \t\r\n\x00"
_MAX_PIECES = 1_000
_NAME = re.compile(r"[\"'\s]{0,9}([\w-]{1,40}(?: printable)?)", re.I)
_FOR_WEB_ADDRESSES = bytes.maketrans(b"-_", b"+/")


def decode_transfer(octets: bytes, encoding: str) -> tuple[bytes, Problem | None]:
    """The bytes meant, and what was wrong; an encoding we do not know is taken as none."""
    named = _NAME.match(encoding)
    undo = _ENCODINGS.get(named[1].lower().replace("-", "").replace(" ", "")) if named else None
    return undo(octets) if undo else (octets, None)


def _base64(octets: bytes) -> tuple[bytes, Problem | None]:
    if _are_words(octets.lstrip()[:200].split(b"\n")[0]):
        return octets, Problem.DAMAGED_TEXT  # plain text, whatever the head says
    piece, _, rest = octets.partition(b"=")
    rest = rest.lstrip(b"= \t\r\n")
    if not rest:
        return _base64_piece(piece)
    if any(map(_are_words, rest[:2000].split(b"\n"))):  # a list's footer, put below the text in plain letters
        return _base64_piece(piece)[0] + b"\n" + rest, Problem.DAMAGED_TEXT
    pieces = [_base64_piece(piece)[0] for piece in octets.split(b"=", _MAX_PIECES) if piece]
    return b"".join(pieces), Problem.DAMAGED_TEXT


def _are_words(line: bytes) -> bool:
    """Words with blanks between them are no base64, unless all are of one length."""
    words = line.split()
    return len(words) > 1 and len(line) < 20 * len(words) and len({*map(len, words[:-1])}) > (len(words) > 4)


def _base64_piece(octets: bytes) -> tuple[bytes, Problem | None]:
    if b"+" not in octets and b"/" not in octets:
        octets = octets.translate(_FOR_WEB_ADDRESSES)
    letters = octets.translate(None, _NOT_BASE64 + b"=")
    strange = len(letters) != len(octets.translate(None, _BLANKS + b"="))
    over = len(letters) % 4
    if over == 1:  # six bits alone are no letter
        letters = letters[:-1]
    padded = letters + b"=" * (-len(letters) % 4)
    return binascii.a2b_base64(padded), Problem.DAMAGED_TEXT if strange or over == 1 else None


def _quoted_printable(octets: bytes) -> tuple[bytes, Problem | None]:
    if b"=" not in octets:
        return octets, None
    octets = octets.replace(b"\r\n", b"\n")
    if b"= \n" in octets or b"=\t\n" in octets:
        octets = re.sub(rb"=[ \t]{1,100}\n", b"=\n", octets)
    return binascii.a2b_qp(octets), None


def _uuencoded(octets: bytes) -> tuple[bytes, Problem | None]:
    head, begin, rest = octets.partition(b"begin ")
    if not begin:
        return octets, Problem.DAMAGED_TEXT
    decoded = bytearray(head)
    for line in rest.partition(b"\n")[2].split(b"\n"):
        decoded += _uu_line(line.strip(b"\r"))
    return bytes(decoded), None


def _uu_line(line: bytes) -> bytes:
    if not line or line in (b"end", b"`"):
        return b""
    try:
        return binascii.a2b_uu(line)
    except binascii.Error:
        return b""


_ENCODINGS = {
    "base64": _base64,
    "quotedprintable": _quoted_printable,
    "xuuencode": _uuencoded,
    "uuencode": _uuencoded,
    "xuue": _uuencoded,
}
