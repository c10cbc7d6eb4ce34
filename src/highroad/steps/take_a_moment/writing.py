"""What to write about, when, and when plain words are better than deep ones."""

import re
from dataclasses import dataclass
from datetime import timedelta

from highroad.words.content import load_toml

# From which day each is offered: values a day later (Pfrombeck et al. 2023, PNAS), the kind letter on day two
# (Kreemers et al. 2020). Free writing is there from the start for those who want it, never urged.
FROM_DAY = {"free": 0, "letter": 0, "values": 1, "kind": 2}
WHY = re.compile(
    r"\b(?:why|what does (?:it|this|that) mean|what is wrong with me|warum|wieso|weshalb)\b", re.IGNORECASE
)
SENTENCE_END = re.compile(r"[.?!\n]+")


@dataclass(frozen=True, slots=True)
class Prompt:
    """One thing to write about; `choices` are words to pick from, `starts` ways to begin."""

    key: str
    title: str
    minutes: int
    ask: str
    starts: tuple[str, ...]
    choices: tuple[str, ...] = ()


def prompts(after: timedelta, *, values_done: bool = False) -> tuple[Prompt, ...]:
    """What is offered so long after the no; values are written about once in a search."""
    return tuple(
        prompt(key)
        for key, day in FROM_DAY.items()
        if after >= timedelta(days=day) and not (key == "values" and values_done)
    )


def prompt(key: str) -> Prompt:
    """One prompt by its name in the content."""
    words = load_toml("highroad.steps.take_a_moment", "content/words.toml")["writing"][key]
    return Prompt(
        key, words["title"], words["minutes"], words["ask"], tuple(words["starts"]), tuple(words.get("choices", ()))
    )


def goes_in_circles(text: str) -> bool:
    """Whether a third or more of the sentences, and at least three, ask why.

    People who search for meaning did worse with deep writing than with plain writing, up to nine months on
    (Sbarra et al. 2013, n = 90), so that a plainer prompt is offered then.
    """
    sentences = [sentence for sentence in SENTENCE_END.split(text) if sentence.strip()]
    asking = sum(bool(WHY.search(sentence)) for sentence in sentences)
    return asking >= 3 and asking * 3 >= len(sentences)
