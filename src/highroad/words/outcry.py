"""What is loud on the page itself: words in capitals, rows of marks, and swear words behind stars."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from highroad.words.content import load_toml

Span = tuple[int, int]  # of letters

LOUD_RUN = 3  # words in capitals, one after the other, of which one is no name and no abbreviation
_CAPITALS = re.compile(r"(?<![\w@./-])[A-ZÄÖÜ][A-ZÄÖÜ'’]*(?:[ ,]+[A-ZÄÖÜ][A-ZÄÖÜ'’]*)*(?![\w@/-])(?:[ ]?[!?]+)?")
_MARKS = re.compile(r"[!?]{3,}|\?!+|!\?+|!(?: !){2,}")
_BEFORE = re.compile(r"[^\n.!?]{0,200}$")  # what the marks stand behind; its length bounds the cost of hostile text
_REACH = 200
_MASKED = re.compile(
    r"(?<![\w@.-])((?=[\w-]*[*#@$€!0134])[a-zäöüß@$][\w*#@$€!-]{2,40}|[a-zäöüß](?:[ .*_-][a-zäöüß]){3,20}(?!\w))", re.I
)
_LEET = str.maketrans("013457@$€!", "oieastasei")
_STARS = re.compile(r"[*#_-]+")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load_toml("highroad.words", "content/outcry.toml")[name].split())


def shouted(text: str, language: str) -> Iterator[Span]:  # noqa: ARG001
    """Runs of words in capitals that are neither names nor abbreviations, and rows of marks no joy explains."""
    for match in _CAPITALS.finditer(text):
        if _is_loud(match.group()):
            yield match.span()
    for match in _MARKS.finditer(text):
        said = _BEFORE.search(text[max(0, match.start() - _REACH) : match.start()])
        words = said.group() if said else ""
        if not _words("glad") & set(re.findall(r"\w+", words.lower())):
            yield match.start() - len(words.lstrip()), match.end()


def _is_loud(run: str) -> bool:
    """One word only when it is stressed and a mark follows: "NEVER!" shouts, "PDF!" does not."""
    words = re.findall(r"[^\W\d_]+", run.lower())
    plain = [word for word in words if word in _words("plain")]
    if _words("glad") & set(words):
        return False
    if len(words) >= LOUD_RUN:
        return bool(plain)
    return len(plain) == len(words) and run.rstrip() != run.rstrip("!?") and len("".join(words)) > 1


def masked(text: str, profane: Sequence[str]) -> Iterator[Span]:
    """Swear words written with stars, digits for letters, or spaces between the letters."""
    for match in _MASKED.finditer(text):
        if _hides(match.group(1).lower().rstrip("!-_"), profane):
            yield match.span(1)


def _hides(written: str, profane: Sequence[str]) -> bool:
    closed = re.sub(r"(?<=\w)[ .*_-](?=\w(?:[ .*_-]|$))", "", written)
    if closed in profane or written.translate(_LEET) in profane:
        return True
    pieces = _STARS.split(written)
    if len(pieces) == 1 or not pieces[0]:
        return False
    pattern = re.compile(r"\w+".join(re.escape(piece.translate(_LEET)) for piece in pieces))
    return any(pattern.fullmatch(word) for word in profane)
