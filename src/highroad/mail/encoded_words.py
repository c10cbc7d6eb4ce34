"""Header values as text: encoded words, raw eight-bit letters, and a bound on both."""

import binascii
import re

from highroad.mail.charsets import decode
from highroad.mail.tidy import usual_letters
from highroad.mail.transfer import decode_transfer

MAX_VALUE = 16 * 1024
MAX_WORDS = 300
_WORD = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]{0,4000})\?=")
_CONTROL = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]+")


def header_text(value: bytes) -> str:
    """A header's value on one line, decoded; at most 16 kB of it and 300 encoded words."""
    if not value:
        return ""
    text = decode(value[:MAX_VALUE])[0]
    return one_line(decode_words(text) if "=?" in text else text)


def one_line(text: str) -> str:
    """Without control letters, and with single blanks."""
    if not text.isprintable():
        text = usual_letters(_CONTROL.sub(" ", text))
    return " ".join(text.split())


def decode_words(text: str) -> str:
    """Each run of encoded words in its letters; a letter may be split over two words of a run."""
    out: list[str] = []
    run: list[tuple[str, bytes]] = []
    end = 0
    for count, found in enumerate(_WORD.finditer(text)):
        if count == MAX_WORDS:
            break
        between = text[end : found.start()]
        if between.strip() or not run:
            out += [_decode_run(run), between]
            run = []
        run.append((found[1].partition("*")[0], _octets(found[2], found[3])))
        end = found.end()
    return "".join([*out, _decode_run(run), text[end:]])


def _octets(encoding: str, body: str) -> bytes:
    raw = body.encode("utf-8", "replace")
    if encoding in "bB":
        return decode_transfer(raw, "base64")[0]
    return binascii.a2b_qp(raw, header=True)


def _decode_run(run: list[tuple[str, bytes]]) -> str:
    """Neighbours of one charset are joined before they are decoded."""
    out: list[str] = []
    held = b""
    for at, (charset, octets) in enumerate(run):
        held += octets
        if at + 1 == len(run) or run[at + 1][0].lower() != charset.lower():
            out.append(decode(held, charset)[0])
            held = b""
    return "".join(out)
