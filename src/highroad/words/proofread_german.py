"""German slips by our own lists: mistyped words of such mail, and forms that are often confused."""

import re
from collections.abc import Iterator
from functools import cache

from highroad.words.content import load_toml
from highroad.words.likeness import edits
from highroad.words.proofread_rules import found_by
from highroad.words.slip import Slip, SlipKind

CONTENT = "content/proofread_de.toml"
SHORTEST = 6  # letters of a word that is compared with those such mail is full of
ENDINGS = ("", "e", "en", "er", "es", "em", "n", "s", "r", "m")
_WORD = re.compile(r"[^\W\d_]+")


def german(body: str) -> Iterator[Slip]:
    """What may be mistyped or confused in a German text."""
    for at in _WORD.finditer(body):
        instead = _mistyped().get(at.group().lower()) or _meant(at.group())
        if instead:
            yield Slip(SlipKind.SPELLING, at.start(), at.group(), _as_written(instead, like=at.group()))
    yield from found_by(CONTENT, body)


def _meant(word: str) -> str:
    """The one usual word that is a letter away; nothing when the word is another form of it, or a real one itself."""
    lower = word.lower()
    often, real = _often()
    if len(lower) < SHORTEST or lower in real or _stem(lower) in real:
        return ""
    near = (usual for usual in sorted(often) if abs(len(usual) - len(lower)) <= 1 and edits(lower, usual, most=1) == 1)
    return next((usual for usual in near if not _is_form(lower, usual)), "")


def _is_form(word: str, usual: str) -> bool:
    """Whether the two differ in their endings only: Termin and Termine."""
    return _stem(word) == _stem(usual)


def _stem(word: str) -> str:
    ending = max((end for end in ENDINGS if word.endswith(end)), key=len)
    return word[: len(word) - len(ending)]


def _as_written(word: str, *, like: str) -> str:
    return word[:1].upper() + word[1:] if like[:1].isupper() else word


@cache
def _mistyped() -> dict[str, str]:
    return dict(load_toml("highroad.words", CONTENT)["mistyped"])


@cache
def _often() -> tuple[frozenset[str], frozenset[str]]:
    """The words such mail is full of, and every word that is right as it stands, bare of its ending too."""
    words = load_toml("highroad.words", CONTENT)["words"]
    often = frozenset(words["often"].split())
    right = often | frozenset(words["real"].split())
    return often, right | {_stem(word) for word in right}
