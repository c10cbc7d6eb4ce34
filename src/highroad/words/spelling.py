"""Words mistyped, masked or abbreviated, read as what they stand for."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial

SHORTEST = 4  # letters of a key that may be mistyped; shorter ones have too many neighbours
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LEET = str.maketrans("013457@$!", "oieastasi")
_MASKED = re.compile(  # no further than 60 marks, so that long rows of them stay cheap
    r"(?<!\w)(?=[\w@$])(?=\S{0,60}[*#@$!0134])(?=\S{0,60}[^\W\d_])[\w@$][\w*#@$!-]*[\w@$]"
)
_SPACED = re.compile(r"(?<!\w)[^\W\d_](?:[ .*_-][^\W\d_]){3,}(?!\w)")
_STARS = re.compile(r"[*#_-]+")
_DRAWN_OUT = re.compile(r"(\w)\1{2,}")


@dataclass(frozen=True, slots=True)
class Spelling:
    """What one language writes otherwise: `read_as` by the whole word, `keys` that hide behind masks."""

    read_as: Mapping[str, tuple[str, ...]]
    keys: frozenset[str]


def learn(keys: Iterable[str], *, read_as: Mapping[str, str], real: Iterable[str]) -> Spelling:
    """`real` are words of the language that stand one letter from a key and mean themselves."""
    keys = frozenset(keys)
    strays = {stray: (key,) for key in keys if len(key) >= SHORTEST for stray in _neighbours(key)}
    for word in (*real, *keys):
        strays.pop(word, None)
    return Spelling(strays | {word: tuple(meant.split()) for word, meant in read_as.items()}, keys)


def _neighbours(word: str) -> Iterable[str]:
    """Every spelling with one letter left out, added, changed, or swapped with the next."""
    for at in range(len(word) + 1):
        before, after = word[:at], word[at:]
        yield from (before + letter + after for letter in _LETTERS)
        if after:
            yield before + after[1:]
            yield from (before + letter + after[1:] for letter in _LETTERS)
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]


def mended(word: str, spelling: Spelling) -> tuple[str, ...]:
    """The word or words it stands for; itself when it stands for nothing else."""
    drawn = _DRAWN_OUT.sub(r"\1", word)
    return spelling.read_as.get(drawn) or (drawn,)


def unmasked(text: str, spelling: Spelling) -> str:
    """The text with stars, digits for letters and spaces between letters taken out of the keys."""
    text = _SPACED.sub(lambda match: _closed(match.group(), spelling), text)
    return _MASKED.sub(partial(_shown, spelling=spelling), text)


def _closed(written: str, spelling: Spelling) -> str:
    closed = "".join(filter(str.isalpha, written)).lower()
    return closed if closed in spelling.keys else written


def _shown(match: re.Match[str], *, spelling: Spelling) -> str:
    written = match.group().lower()
    plain = written.translate(_LEET)
    if plain in spelling.keys or plain in spelling.read_as:
        return plain
    pieces = _STARS.split(plain)
    if len(pieces) == 1 or not pieces[0]:
        return match.group()
    hidden = re.compile(r"\w+".join(map(re.escape, pieces)))
    return next((key for key in sorted(spelling.keys) if hidden.fullmatch(key)), match.group())
