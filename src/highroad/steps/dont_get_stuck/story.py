"""A growth story: an answer to "tell me about a time", made of what was done and learned, to be said aloud."""

from dataclasses import dataclass
from enum import StrEnum

from highroad.words.content import load_toml

WORDS_A_MINUTE = 130  # of calm speech; a spoken answer of about two minutes is heard to its end


class Part(StrEnum):
    """The parts in the order they are written and said, and the plan for the next no."""

    SITUATION = "situation"
    TASK = "task"
    ACTION = "action"
    RESULT = "result"
    LEARNED = "learned"
    PLAN = "plan"


# The part -> the field of a row that holds it.
PARTS = {
    Part.SITUATION: "situation",
    Part.TASK: "task",
    Part.ACTION: "done",
    Part.RESULT: "result",
    Part.LEARNED: "learned",
    Part.PLAN: "then_i_will",
}


@dataclass(frozen=True, slots=True)
class Question:
    """A question of interviews that a story can answer."""

    key: str
    ask: str


@dataclass(frozen=True, slots=True)
class Story:
    """One story; any part may still be missing."""

    situation: str = ""
    task: str = ""
    action: str = ""
    result: str = ""
    learned: str = ""
    plan: str = ""

    def part(self, part: Part) -> str:
        """What is written of one part."""
        text: str = getattr(self, part)
        return text

    def first_missing(self) -> Part | None:
        """The first part with nothing in it; None when all are written."""
        return next((part for part in Part if not self.part(part).strip()), None)


def questions() -> tuple[Question, ...]:
    """All that are offered, the usual one first."""
    content: dict[str, str] = load_toml("highroad.steps.dont_get_stuck", "content/words.toml")["story"]["questions"]
    return tuple(Question(key, ask) for key, ask in content.items())


def question(key: str) -> Question:
    """The one of this name, else the usual one."""
    return next((one for one in questions() if one.key == key), questions()[0])


def following(part: Part) -> Part | None:
    """The part that comes next; None after the last."""
    order = list(Part)
    return order[order.index(part) + 1] if part is not order[-1] else None


def planned(when: str, then: str) -> str:
    """The plan for the next no as one sentence; it may be typed with its own "when" and "I will", or without."""
    words = load_toml("highroad.steps.dont_get_stuck", "content/words.toml")
    when, then = _without(when, words["says_when"]), _without(then, words["says_then"])
    speaks = then.partition(" ")[0].casefold() in words["says_who"]
    return str(
        words["planned"].format(
            when=when or words["planned_when"], then=then if speaks else words["planned_then"].format(then=then)
        )
    )


def spoken(story: Story) -> int:
    """How many seconds the story takes to say, to the nearest ten; the plan is not said aloud."""
    words = sum(len(story.part(part).split()) for part in Part if part is not Part.PLAN)
    return round(words / WORDS_A_MINUTE * 6) * 10


def _without(text: str, first: list[str]) -> str:
    """The text without its full stop, and without its first word where that is one of these."""
    text = text.strip().rstrip(".")
    word, _, rest = text.partition(" ")
    return rest.strip() if rest and word.casefold() in first else text
