"""`make fuzz`: bytes that a fuzzer makes up, guided by which lines of the reader they reach, until it is stopped.

A minute: `make fuzz SECONDS=60`. Bytes that break the reader are left in a file beside this folder's caller.
"""

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["highroad.mail"]):
    from highroad.mail.body import forwarded, own_words
    from highroad.mail.parse import parse

from tests.mail.hurt import MAILS, PIECES, holds_only_whole_letters


def one(raw: bytes) -> None:
    """Read one mail as an import does; anything raised, or slower than the time-out, is a find."""
    message = parse(raw)
    assert holds_only_whole_letters(message)
    own_words(message.text)
    forwarded(message)


def main() -> None:
    """Start from the torture corpus and the pieces mails are made of."""
    with tempfile.TemporaryDirectory(prefix="highroad-fuzz-") as folder:
        place = Path(folder)
        for number, mail in enumerate(MAILS):
            (place / f"{number}.eml").write_bytes(mail)
        words = place.with_suffix(".words")
        escaped = ("".join(f"\\x{byte:02x}" for byte in piece) for piece in PIECES)
        words.write_text("\n".join(f'"{word}"' for word in escaped))
        atheris.Setup([*sys.argv, str(place), f"-dict={words}", "-timeout=5", "-max_len=8192"], one)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
