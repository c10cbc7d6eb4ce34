"""All that may be the role's name, with the clues that tell which one is."""

from functools import lru_cache

from highroad.events.details.clues import Candidate, gathered
from highroad.events.details.laid import Laid
from highroad.events.details.persons import is_given_name
from highroad.events.details.spans import behind_past, role_spans
from highroad.events.details.tables import word_set
from highroad.events.details.titles import is_head, is_plain_head

_REMEMBERED = 16384  # mail repeats itself; hostile mail must not fill the memory
_ASKED = ("post before", "post behind", "cue before")
_HEAD_FIRST = frozenset(("fr", "es", "it", "pt"))  # "auditeur interne", where others say "internal auditor"


def roles(laid: Laid, *, employer: str, strangers: frozenset[str], language: str) -> dict[str, Candidate]:
    """Titles in small letters; `employer` is the name that was chosen, `strangers` are people's names."""
    found = gathered(laid, role_spans(laid))
    firm = employer.split(" ")
    for name, candidate in found.items():
        words = name.split(" ")
        clues = candidate.clues
        clues.update(
            _of_first(words[0]), _of_last(words[-1]), _of_heads(words, language if language in _HEAD_FIRST else "")
        )
        clues.update([f"has {word}" for word in words], (f"words {len(words)}",))
        for first, last in candidate.spans:
            clues.update(_inside(laid, first, last))
            if behind_past(laid, first):
                clues.add("past before")
        if any(map(is_given_name, words[1:])):
            clues.add("given name in it")
        if "zones j" in clues and f"no head {len(words)}" in clues and clues.isdisjoint(_ASKED):
            clues.add("only in subject")
        if not strangers.isdisjoint(words):
            clues.add("stranger")
        if employer and firm[0] in words:
            clues.add("is employer" if name == employer else "has employer" if employer in name else "shares employer")
    found[""] = Candidate(clues={"none"})
    return found


def _inside(laid: Laid, first: int, last: int) -> list[str]:
    """The marks and the capitals of a title."""
    words = laid.words[first : last + 1]
    clues = [_behind_mark(laid, at) for at in range(first + 1, last + 1) if laid.gaps[at]]
    capitals = [word[0].isupper() for word in words if len(word) > 3 or word[0].isupper()]
    if all(capitals):
        clues.append("all capital")
    else:
        clues.append(f"capital first {capitals[0]:d} last {capitals[-1]:d}" if any(capitals) else "small")
    return clues


def _behind_mark(laid: Laid, at: int) -> str:
    """How a title goes on behind a mark: with a field of work, a place, another title, or something else."""
    mark, word = laid.gaps[at], laid.low[at]
    for group in ("fields", "asides"):
        if word in word_set("roles", group):
            return f"mark {mark} {group}"
    if is_head(word):
        return f"mark {mark} head"
    return f"mark {mark} capital" if laid.words[at][0].isupper() else f"mark {mark} small"


@lru_cache(maxsize=_REMEMBERED)
def _of_first(word: str) -> tuple[str, ...]:
    told = {
        "given name": is_given_name(word),
        "small word": word in word_set("names", "breaks"),
        "number": word[0].isdigit(),
    }
    return (f"first {word}", f"first -{word[-4:]}", *(f"first is {what}" for what, holds in told.items() if holds))


@lru_cache(maxsize=_REMEMBERED)
def _of_last(word: str) -> tuple[str, ...]:
    told = {"post": word in word_set("names", "posts"), "number": word[-1].isdigit()}
    return (f"last {word}", f"last -{word[-4:]}", *(f"last is {what}" for what, holds in told.items() if holds))


def _of_heads(words: list[str], language: str) -> list[str]:
    """Where the words stand that name what someone does."""
    heads = [at for at, word in enumerate(words) if is_head(word)]
    if not heads:
        return [f"no head {len(words)}"]
    clues = [
        f"{language} before head {heads[0]}",
        f"{language} behind head {len(words) - 1 - heads[-1]}",
        f"heads {len(heads)}",
    ]
    if len(words) == 1 and is_plain_head(words[0]):
        clues.append("plain head")
    return clues
