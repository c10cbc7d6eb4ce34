"""The number a posting is filed under, told apart from post codes, pay, phones and whatever else is a number."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from highroad.events.details.tables import one_of, word_set

_FEWEST, _FEWEST_UNSAID = 2, 4  # digits behind "ref", and behind "position" alone: "position 2" is no such number
_BEFORE = 40  # letters in which the word stands that says whose a number is
_VALUE = r"(?=[\w./-]{0,20}\d)[^\W_](?:[\w/-]|\.(?=\d)){0,22}"
_BETWEEN = r"(?:\s?:?\s?\#\s?|\s?:\s?|\s|(?=\d))"
_TAIL = re.compile(r"(?:[/-][^\W\d_]{4,}|[/_-])+$")  # "4711/Berlin", "4711-"
_TWO_DIGITS = re.compile(r"\d\d")
_LETTERS = re.compile(r"[^\W\d_]+[/_-]?")
_YEARS = re.compile(r"20\d\d(?:[/-](?:20)?[23]\d)?")
_DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-](?:20)?\d\d|20\d\d(-?)(?:0[1-9]|1[0-2])\1(?:[0-2]\d|3[01])")
# Numbers whose own letters say what they are: R0012345, JR-20481, 33871BR, NRS-98925. Two letters may be a country's.
_LETTERED = re.compile(
    r"(?<![\w-])(?:(?:JR|REQ)[-_ ]?\d{3,}\w{0,3}|R[-_]?(?!20\d\d\b)\d{4,}\w{0,3}|\d{4,}BR"
    r"|(?P<house>[A-Z]{3,5})-(?!(?:19|20)\d\d\b)\d{4,})"
    r"(?:-\d+)?(?!\w)",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"(?<![\w.,/+-])(?:#\s?\d{2,}[\w-]*|20\d\d-\d{3,}|[A-Z]{1,4}-?(?!(?:19|20)\d\d\b)\d{4,}|\d{5,})"
    r"(?!\w|-?\d|[.,]\d|\s?[€$£%])",
    re.IGNORECASE,
)
_PHONE = re.compile(r"\d[ /)-]+$")  # what stands before the second part of one
_WORD_NEXT = re.compile(r" [^\W\d_]")  # "10115 Berlin", "35000 euros"
_FIRST_DIGIT = re.compile(r"\d")
_HOUSE = re.compile(r"([^\W\d_]+)[\s-]?$")  # "ISO-27001", "ISO 27001"
_TO_ROLE = re.compile(r"[\])]?\s?[-–—|:/]?\s?")
_FROM_ROLE = re.compile(
    r"[^.!?\n\d]{0,24}?(?:[(\[|:/–—]|\s-\s|(?=\b(?:id|nr|no)\b))\s?(?:\b(?:id|nr|no|n°|nº)[.:]{0,2})?\s?", re.IGNORECASE
)


def posting_number(subject: str, body: str, *, role: str | None) -> str | None:
    """The number as written; one that no word announces counts in the subject, and elsewhere beside the role alone."""
    subject, body = (text.replace("’", "'") if _TWO_DIGITS.search(text) else "" for text in (subject, body))
    told = chain(_announced(subject), _announced(body))
    bare = chain(_bare(subject, role, anywhere=True), _bare(body, role, anywhere=False))
    own = chain(_of_application(subject), _of_application(body))
    return next(chain(told, bare, own), None)


def _announced(text: str) -> Iterator[str]:
    """Numbers behind a word for a posting or its reference, and those with letters of their own."""
    for match in _announcing().finditer(text):
        number = _TAIL.sub("", match["value"])
        said = match["reference"] or match["number"]
        if _can_be(number, fewest=_FEWEST if said else _FEWEST_UNSAID) and not _anothers(text, match.start()):
            yield number
    for match in _LETTERED.finditer(text):
        if not _is_no_house(match["house"]) and not _anothers(text, match.start()):
            yield match[0]


def _of_application(text: str) -> Iterator[str]:
    """Numbers the user's own application is filed under: the next best, for the posting's may stand in other mail."""
    for match in _applying().finditer(text):
        number = _TAIL.sub("", match["value"])
        if _can_be(number, fewest=_FEWEST_UNSAID):
            yield number


def _can_be(number: str, *, fewest: int) -> bool:
    """Whether it is neither too short nor a day or a year."""
    if sum(map(str.isdigit, number)) < fewest or _DATE.fullmatch(number):
        return False
    return not _YEARS.fullmatch(_LETTERS.sub("", number) if fewest == _FEWEST_UNSAID else number)


def _bare(text: str, role: str | None, *, anywhere: bool) -> Iterator[str]:
    """Numbers that nothing announces."""
    named = _places(text, role) if role else []
    for match in _BARE.finditer(text):
        before_role = any(_TO_ROLE.fullmatch(text, match.end(), start) for start, _ in named)
        behind_role = any(_FROM_ROLE.fullmatch(text, end, match.start()) for _, end in named)
        goes_on = not before_role and _WORD_NEXT.match(text, match.end())
        if goes_on or not (anywhere or before_role or behind_role) or not _can_be(match[0], fewest=_FEWEST):
            continue
        if _PHONE.search(text, 0, match.start()) or _anothers(text, match.start()):
            continue
        if not _is_no_house(_letters_before(text, match)):
            yield match[0].strip("# ")


def _letters_before(text: str, match: re.Match[str]) -> str | None:
    """The letters its digits begin with, or the word right before them."""
    digit = _FIRST_DIGIT.search(text, match.start())
    house = _HOUSE.search(text[max(0, digit.start() - _BEFORE) : digit.start()]) if digit else None
    return house and house[1]


def _is_no_house(letters: str | None) -> bool:
    """Whether a number behind these letters is a norm, a sum or the like, and no employer's."""
    return (letters or "").upper() in word_set("numbers", "no_house")


def _places(text: str, role: str) -> list[tuple[int, int]]:
    """Where the role is named."""
    written = r"\s+".join(map(re.escape, role.split()))
    return [match.span() for match in re.finditer(written, text, re.IGNORECASE)]


def _anothers(text: str, start: int) -> bool:
    """Whether the word before says that the number is a person's, an order's, a phone's."""
    return bool(_foreign().search(text[max(0, start - _BEFORE) : start]))


@cache
def _announcing() -> re.Pattern[str]:
    references, postings, of_posting, numbers = (
        one_of("numbers", group) for group in ("references", "postings", "of_posting", "numbers")
    )
    return re.compile(
        rf"(?<!\w)(?:(?P<reference>{references})|{postings})\.?(?:\s{of_posting})?"
        rf"(?:[ -]?(?P<number>{numbers}(?!\w)|#)\.?)?{_BETWEEN}(?P<value>{_VALUE})",
        re.IGNORECASE,
    )


@cache
def _applying() -> re.Pattern[str]:
    applications, numbers = one_of("numbers", "applications"), one_of("numbers", "numbers")
    return re.compile(rf"(?<!\w){applications}(?:[ -]?{numbers}(?!\w)\.?)?{_BETWEEN}(?P<value>{_VALUE})", re.IGNORECASE)


@cache
def _foreign() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w){one_of('numbers', 'others')}(?!\w)[^\w.!?;(\[\n]*"
        rf"(?:{one_of('numbers', 'numbers')}(?!\w)\W{{0,3}})?\#?$",
        re.IGNORECASE,
    )
