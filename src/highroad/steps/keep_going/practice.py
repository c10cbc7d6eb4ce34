"""Questions to practise aloud, written for any kind of work."""

from dataclasses import dataclass
from functools import cache

from highroad.words.content import load_toml


@dataclass(frozen=True, slots=True)
class Question:
    """One question as it may be asked, and what to listen for in one's own answer."""

    id: str
    group: str
    ask: str
    listen: str


@cache
def questions() -> tuple[Question, ...]:
    """All of them, one of each group in turn, so that two in a row differ."""
    content = load_toml("highroad.steps.keep_going", "content/questions.toml")
    groups = [[Question(group=group, **question) for question in asked] for group, asked in content.items()]
    longest = max(map(len, groups))
    return tuple(group[turn] for turn in range(longest) for group in groups if turn < len(group))
