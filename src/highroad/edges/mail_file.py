"""One mail in one file: .eml, .txt, and Apple's .emlx with its length above and its property list below."""

import re
from typing import IO

from highroad.edges.found import MOST

_APPLE = re.compile(rb"\s{0,9}(\d{1,12})\s{0,9}\n")


def read_mail(stream: IO[bytes]) -> bytes:
    """The mail's bytes, at most 50 MB and one."""
    raw = stream.read(MOST)
    length = _APPLE.match(raw[:64])
    if length and b":" in raw[length.end() : length.end() + 200]:
        return raw[length.end() : length.end() + int(length[1])]
    return raw
