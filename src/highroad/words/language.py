"""Which of the seven languages we read a text is written in, told by its small words."""

import re
from collections import Counter
from functools import cache

from highroad.words.content import load_toml

ENOUGH = 1500  # characters; small words settle it long before
_WORD = re.compile(r"[^\W\d_]+")


@cache
def _languages_of() -> dict[str, tuple[str, ...]]:
    """Each small word and the languages that use it."""
    found: dict[str, tuple[str, ...]] = {}
    for language, words in load_toml("highroad.words", "content/languages.toml").items():
        for word in words.split():
            found[word] = (*found.get(word, ()), language)
    return found


def detect(text: str) -> str | None:
    """The ISO 639-1 code of en, de, fr, es, it, pt or nl; None when nothing speaks for one of them."""
    languages_of = _languages_of()
    scores: Counter[str] = Counter()
    for word in _WORD.findall(text[:ENOUGH].lower()):
        for language in languages_of.get(word, ()):
            scores[language] += 1
    ranked = scores.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]
