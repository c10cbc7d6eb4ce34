"""What stands in the text itself and is no text: files in uuencode or yEnc, and what PGP writes around it."""

import re

_UUENCODED = re.compile(
    r"\nbegin [0-7]{3,4} ([^\n]{1,200})\n"
    r"(?:[!-M][ -`]{1,84}\r?(?:\n|\Z))+"  # no small letter stands in these lines
    r"(?:[ `]?\r?\n)?(?:end\r?(?=\n|\Z))?"
)
_YENC = re.compile(r"\n=ybegin [^\n]{0,300}?name=([^\n]{1,200})\n(?s:.*?)(?:\n=yend[^\n]*|\Z)")
_ARMOUR = re.compile(
    r"\n-----BEGIN PGP (MESSAGE|SIGNATURE|PUBLIC KEY BLOCK)-----(?s:.*?)(?:\n-----END PGP [A-Z ]*-----|\Z)"
)
_SIGNED = re.compile(r"\n-----BEGIN PGP SIGNED MESSAGE-----(?:\r?\n[A-Z][a-z]{1,20}: [^\n]*)*")
_DASHED = "\n- -"
_MARKS = ("begin ", "=ybegin ", "-----BEGIN PGP ")


def only_text(text: str) -> tuple[str, tuple[str, ...], bool]:
    """The text without such files, their names, and whether some of it was encrypted."""
    if not any(mark in text for mark in _MARKS):
        return text, (), False
    text = f"\n{text}"
    names = [found[1].strip() for pattern in (_UUENCODED, _YENC) for found in pattern.finditer(text)]
    encrypted = any(found[1] == "MESSAGE" for found in _ARMOUR.finditer(text))
    if _SIGNED.search(text):
        text = _SIGNED.sub("\n", text).replace(_DASHED, "\n-")
    for pattern in (_UUENCODED, _YENC, _ARMOUR):
        text = pattern.sub("\n", text)
    return text, tuple(names), encrypted
