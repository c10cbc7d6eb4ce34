"""What may be here after a no, and one calm line for each."""

from collections.abc import Iterable
from dataclasses import dataclass

from highroad.words.content import load_toml

OWN = "own"


@dataclass(frozen=True, slots=True)
class Feeling:
    """One answer to "what is here?"; the first five are the ones people most often name."""

    key: str
    name: str
    answer: str


def feelings() -> tuple[Feeling, ...]:
    """All that are offered, in order; the last is for a word of one's own."""
    content = load_toml("highroad.steps.take_a_moment", "content/words.toml")["feelings"]
    return tuple(Feeling(key, **words) for key, words in content.items())


def answers(chosen: Iterable[str]) -> tuple[str, ...]:
    """A line for each chosen feeling, in the order offered; a word of the user's own has its line too."""
    keys = {feeling.key for feeling in feelings()}
    picked = {key if key in keys else OWN for key in chosen}
    return tuple(feeling.answer for feeling in feelings() if feeling.key in picked)
