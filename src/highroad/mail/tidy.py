"""Text as a reader wants it: plain line ends, plain blanks, no letters that nobody sees."""

import re

_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f\xad\u034f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]+"
)
_JOINABLE = "\u0590-\u1cff\u2600-\u27bf\ufe0f\U0001f000-\U0001faff"  # scripts and emoji that joiners are made for
_JOINERS = re.compile(f"(?<![{_JOINABLE}])[\u200c\u200d]+|[\u200c\u200d]+(?![{_JOINABLE}])")
_LINE_ENDS = re.compile("[\x0b\x0c\x85\u2028\u2029]")
_BLANKS = re.compile("[\xa0\u2007\u202f]")
_BLANK_LINES = re.compile(r"\n{3,}")


def tidy(text: str) -> str:
    """The text without empty lines around it, and never with two of them in a row."""
    if "\r" in text:
        text = text.replace("\r\r\n", "\n").replace("\r\n", "\n").replace("\r", "\n")
    text = usual_letters(text)
    text = "\n".join(map(str.rstrip, text.split("\n"))).strip("\n")
    return _BLANK_LINES.sub("\n\n", text) if "\n\n\n" in text else text


def usual_letters(text: str) -> str:
    """Unusual blanks and line ends become usual ones; letters nobody sees go."""
    if text.replace("\n", "").replace("\t", "").isprintable():
        return text
    return _BLANKS.sub(" ", _LINE_ENDS.sub("\n", _JOINERS.sub("", _UNSEEN.sub("", text))))


def whole_letters(text: str) -> str:
    """Without halves of letters, which JSON can hold and no database takes."""
    return text.encode("utf-8", "replace").decode()
