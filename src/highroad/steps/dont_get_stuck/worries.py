"""Eight questions people ask after a no, each as a thought to begin with; some the record can answer first."""

from dataclasses import dataclass

from highroad.words.content import load_toml
from highroad.words.worries import worry_in


@dataclass(frozen=True, slots=True)
class Worry:
    """One of the eight: its question, the thought behind it, and whether the record can look into it."""

    key: str
    question: str
    thought: str
    on_record: bool


def worries() -> tuple[Worry, ...]:
    """All eight, in the order of the fourth step."""
    content = load_toml("highroad.steps.dont_get_stuck", "content/worries.toml")
    return tuple(Worry(key, **words) for key, words in content.items())


def worry(key: str) -> Worry | None:
    """The one of this name."""
    return next((one for one in worries() if one.key == key), None)


def asked_in(thought: str) -> Worry | None:
    """The worry a thought is about, when it is one the record can look into."""
    found = worry(worry_in(thought) or "")
    return found if found and found.on_record else None
