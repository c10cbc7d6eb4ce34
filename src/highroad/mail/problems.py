"""What can be wrong with a mail, and the sentence that says so."""

from enum import StrEnum

from highroad.words.content import load_toml


class Problem(StrEnum):
    """Something a mail's bytes did not tell, or told wrongly; its sentence is in content/problems.toml."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    NO_HEAD = "no_head"
    ODD_HEAD = "odd_head"
    LONG_HEAD = "long_head"
    NO_SENDER = "no_sender"
    MANY_ADDRESSES = "many_addresses"
    NO_DATE = "no_date"
    ODD_DATE = "odd_date"
    NO_ZONE = "no_zone"
    ODD_CHARSET = "odd_charset"
    WRONG_CHARSET = "wrong_charset"
    DAMAGED_TEXT = "damaged_text"
    ODD_PARTS = "odd_parts"
    MANY_PARTS = "many_parts"
    DEEP_PARTS = "deep_parts"
    LONG_TEXT = "long_text"
    ODD_HTML = "odd_html"
    ENCRYPTED = "encrypted"
    NO_TEXT = "no_text"


def sentences(problems: list[Problem]) -> tuple[str, ...]:
    """Each problem once, in the order it was met, in words a person can read."""
    words = load_toml("highroad.mail", "content/problems.toml")
    return tuple(words[problem] for problem in dict.fromkeys(problems))
