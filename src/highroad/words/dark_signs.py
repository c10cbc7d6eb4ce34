"""What a sentence is weighed by when its words may be dark: what single words mean, in order and side by side."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import combinations
from math import exp, sqrt

from highroad.words.content import load_toml
from highroad.words.opinion import Opinion, features

LONGEST = 60  # words of a piece that are weighed
REACH = 4  # words between which an order counts
SHORTEST = 2  # letters of a beginning that stands for a word
REMEMBERED = 20_000  # words
WEIGHTS = (1.0, 1.0, 0.5)  # of the words, of what they mean, of the phrases; chosen by folds

Groups = tuple[frozenset[str], frozenset[str], frozenset[str]]


def groups(words: Sequence[str], phrases: Iterable[str]) -> Groups:
    """All that is weighed: the words and their pieces, what they mean, and the names of phrases that were found."""
    return frozenset(one.name for one in features(words)), frozenset(signs(words)), frozenset(phrases)


def chances(opinion: Opinion, seen: Groups) -> dict[str, float]:
    """How likely each label is, 0 to 1 each. Every group has a say of its own size, whatever it holds."""
    sums = list(opinion.bias)
    for names, weight in zip(seen, WEIGHTS, strict=True):
        rows = [opinion.rows[name] for name in sorted(names) if name in opinion.rows]
        for row in rows:
            sums = [total + weight * one / sqrt(len(rows)) for total, one in zip(sums, row, strict=True)]
    return {label: 1 / (1 + exp(-one)) for label, one in zip(opinion.labels, sums, strict=True)}


def signs(words: Sequence[str]) -> set[str]:
    """The senses of lower-case words, each two of them, and which comes soon before which."""
    meant = [senses(word) for word in words[:LONGEST]]
    said = sorted({sense for one in meant for sense in one})
    return {*(f"%{one}" for one in said), *(f"%{one}+{other}" for one, other in combinations(said, 2)), *_orders(meant)}


@lru_cache(maxsize=REMEMBERED)
def senses(word: str) -> tuple[str, ...]:
    """What one word may mean, by the alphabet; content/crisis_senses.toml."""
    whole, begun = _table()
    found = set(whole.get(word, ()))
    for end in range(SHORTEST, len(word) + 1):
        found |= begun.get(word[:end], frozenset())
    return tuple(sorted(found))


def _orders(meant: Sequence[Sequence[str]]) -> Iterator[str]:
    """Pairs within reach, and threes of words that mean something, whatever stands between."""
    for at, firsts in enumerate(meant):
        for seconds in meant[at + 1 : at + 1 + REACH]:
            yield from (f"%{first}>{second}" for first in firsts for second in seconds)
    telling = [one[:2] for one in meant if one]
    for firsts, seconds, thirds in zip(telling, telling[1:], telling[2:], strict=False):
        yield from (f"%{a}>{b}>{c}" for a in firsts for b in seconds for c in thirds)


@cache
def _table() -> tuple[Mapping[str, frozenset[str]], Mapping[str, frozenset[str]]]:
    """The senses by whole word, and by the beginning of a word."""
    whole: dict[str, set[str]] = defaultdict(set)
    begun: dict[str, set[str]] = defaultdict(set)
    for sense, forms in load_toml("highroad.words", "content/crisis_senses.toml")["senses"].items():
        for form in forms.replace("|", " ").split():
            (begun if form.endswith("*") else whole)[form.rstrip("*")].add(sense)
    return _frozen(whole), _frozen(begun)


def _frozen(found: Mapping[str, set[str]]) -> Mapping[str, frozenset[str]]:
    return {form: frozenset(named) for form, named in found.items()}
