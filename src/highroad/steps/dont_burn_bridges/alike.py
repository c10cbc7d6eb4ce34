"""Whether two thank-you notes say the same: people who compare them would see it."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from highroad.words.content import load_toml

# How many of their words two notes share to be the same, by how many of them say something of their own. Judgement:
# "so much" makes no other note of the shortest thanks, nor one adjective of a longer one; a sentence more does.
ALIKE = {0: 0.6, 1: 0.9}
SHORTEST = 3  # letters; a shorter word or a number says nothing of one's own
_LONGEST_GREETING = 6  # words
_LONGEST_SIGNATURE = 3
_GREETING = re.compile(r"([^,.:!\n]{1,80})(?:[,:!]|\n|$)")
_WORD = re.compile(r"\w+")


def same_note(one: str, other: str, *, names: Iterable[str] = ()) -> bool:
    """Whether two notes have the same words but for greeting, signature, these names, and words of plain thanks.

    A word or two more, in one of them alone, make no other note.
    """
    passed_by = frozenset(word for name in names for word in _words(name))
    mine, theirs = (_said(body, passed_by) for body in (one, other))
    likeness = 2 * (mine & theirs).total() / ((mine + theirs).total() or 1)
    with_own_words = sum(map(_has_details, (mine - theirs, theirs - mine)))
    return mine == theirs or (with_own_words in ALIKE and likeness >= ALIKE[with_own_words])


def _said(body: str, passed_by: frozenset[str]) -> Counter[str]:
    rest = _without_signature(_without_greeting(body.strip(), passed_by))
    return Counter(word for word in _words(rest) if word not in passed_by)


def _without_greeting(body: str, passed_by: frozenset[str]) -> str:
    begins = _GREETING.match(body)
    words = _words(begins[1]) if begins else []
    greets = words and (words[0] in _content("greetings") or passed_by.issuperset(words))
    return body[begins.end() :] if begins and greets and len(words) <= _LONGEST_GREETING else body


def _without_signature(body: str) -> str:
    """A last line of a name or two; a note of one line has none."""
    above, line_end, last = body.rstrip().rpartition("\n")
    signs = line_end and above.strip() and len(_words(last)) <= _LONGEST_SIGNATURE and last[-1] not in ".!?"
    return above if signs else body


def _has_details(words: Counter[str]) -> bool:
    return any(len(word) >= SHORTEST and word.isalpha() and word not in _content("plain") for word in words)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


@cache
def _content(name: str) -> frozenset[str]:
    words: str = load_toml("highroad.steps.dont_burn_bridges", "content/alike.toml")[name]
    return frozenset(words.split())
