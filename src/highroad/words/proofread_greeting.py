"""The greeting of a letter: nobody named, the wrong one, or the right one spelled otherwise."""

import re
from collections.abc import Iterator
from functools import cache

from highroad.words.content import load_toml
from highroad.words.likeness import edits
from highroad.words.proofread_names import is_near, names_of
from highroad.words.slip import Known, Letter, Slip, SlipKind

LONGEST_LINE = 80  # characters; a longer first line is no greeting
NEEDS_A_NAME = ("dear", "sehr", "lieb")  # Hello and Hi can stand alone
NEAR = 2  # letters a name in a greeting may be off and still be meant
_NAME = re.compile(r"[^\W\d_][^\W\d_'’-]*(?:['’-][^\W\d_]+)*")


def greeting(letter: Letter, known: Known) -> Iterator[Slip]:
    """What is wrong in the first line, where it greets."""
    at = _greets().match(letter.body)
    if not at or len(at.group()) > LONGEST_LINE:
        return
    ending = _ill_fitting().match(at.group())
    if ending:
        yield Slip(SlipKind.GREETING, 0, ending.group())
    whom, start = at["whom"].rstrip(" ,!.:;-"), at.start("whom")
    if not whom and at.group().lower().startswith(NEEDS_A_NAME):
        yield Slip(SlipKind.GREETING, 0, at.group().rstrip())
    elif not whom:
        return
    elif _is_nobody(whom) is None:
        yield from _names(whom, start, letter, known)
    elif whom.lower() not in _phrases("nobody"):
        yield Slip(SlipKind.GREETING, start, whom, _is_nobody(whom) or "")


def _names(whom: str, start: int, letter: Letter, known: Known) -> Iterator[Slip]:
    """Names that are neither theirs nor short for theirs; told only when we know whom it goes to."""
    theirs = names_of(letter.to, known.people)
    titled = any(word.lower().strip(".") in _words("titles") for word in whom.split())
    if not theirs or any(sign in whom for sign in "[<{"):
        return
    for at in _NAME.finditer(whom):
        word = at.group()
        if not word[:1].isupper() or len(word) < 2 or word.lower() in _words("titles") | _words("joins"):
            continue
        if not any(_same(word, name, titled=titled) for name in theirs):
            meant = next((name for name in sorted(theirs) if is_near(word, name, most=NEAR)), letter.to)
            yield Slip(SlipKind.PERSON, start + at.start(), word, meant)


def _same(word: str, name: str, *, titled: bool) -> bool:
    word, name = word.casefold(), name.casefold()
    if word in (name, name + "s"):
        return True
    return not titled and any(word in row and name in row for row in _nicknames())


def _is_nobody(whom: str) -> str | None:
    """The usual words that greet nobody by name, when these are they or nearly; None for a name."""
    whom = whom.lower()
    return next((usual for usual in sorted(_phrases("nobody")) if _is_usual(whom, usual)), None)


def _is_usual(whom: str, usual: str) -> bool:
    return whom == usual or whom.endswith(" " + usual) or (len(usual) > NEAR * 3 and edits(whom, usual, most=1) <= 1)


@cache
def _greets() -> re.Pattern[str]:
    words = _content()["greetings"].replace("|", " ")
    pairs = (
        "good morning",
        "good afternoon",
        "good evening",
        "sehr geehrte",
        "sehr geehrter",
        "guten tag",
        "grüß gott",
    )
    single = [word for word in words.split() if word not in " ".join(pairs).split()]
    starts = "|".join(sorted((*pairs, "guten morgen", *single), key=len, reverse=True))
    return re.compile(rf"(?:{starts})\b[ \t]*(?P<whom>[^\n]*)", re.IGNORECASE)


@cache
def _ill_fitting() -> re.Pattern[str]:
    return re.compile("|".join(sorted(_phrases("ill_fitting"), key=len, reverse=True)) + r"\b", re.IGNORECASE)


@cache
def _phrases(name: str) -> frozenset[str]:
    return frozenset(" ".join(one.split()) for one in _content()[name].split("|"))


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(_content()[name].split())


@cache
def _nicknames() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(row.split()) for row in _content()["nicknames"].split("|"))


def _content() -> dict[str, str]:
    return load_toml("highroad.words", "content/proofread.toml")
