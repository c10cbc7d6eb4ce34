"""What may be here after a no, and one calm line for each."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from highroad.words.content import load_toml

OWN = "own"


@dataclass(frozen=True, slots=True)
class Feeling:
    """One answer to "what is here?", with a line of what it is; the first five are those most often named."""

    key: str
    name: str
    what: str
    answer: str


def feelings() -> tuple[Feeling, ...]:
    """All that are offered, in order; the last is for a word of one's own."""
    content = load_toml("highroad.steps.take_a_moment", "content/words.toml")["feelings"]
    return tuple(Feeling(key, **words) for key, words in content.items())


def named(chosen: Iterable[str]) -> tuple[Feeling, ...]:
    """The chosen ones in the order offered; a word of the user's own comes last, under its own name."""
    chosen, known = list(chosen), {feeling.key: feeling for feeling in feelings()}
    own = [replace(known[OWN], name=word) for word in chosen if word not in known]
    return (*(feeling for key, feeling in known.items() if key in chosen and key != OWN), *own)
