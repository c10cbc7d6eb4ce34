"""Five sentences to hold on to, and who is shown which."""

from dataclasses import dataclass
from enum import StrEnum

from highroad.words.content import load_toml


@dataclass(frozen=True, slots=True)
class Mantra:
    """One sentence. `opt_in` ones are only shown to those who ask; a `blank` is for what the user works on."""

    key: str
    text: str
    opt_in: bool
    blank: str = ""

    def filled(self, work_on: str) -> str:
        """The sentence with the user's own words in its blank, if it has one and they gave some."""
        return self.text.replace(self.blank, work_on.strip()) if self.blank and work_on.strip() else self.text

    def unfilled(self, work_on: str) -> bool:
        """Whether its blank still stands open, so that it says nothing yet."""
        return bool(self.blank) and not work_on.strip()


class Offer(StrEnum):
    """How a mantra is shown to someone who believes it so much."""

    SHOWN = "shown"  # wherever the user wants it
    TRUE_AND_NOT = "true_and_not"  # as "true, and not true"
    NOT_OFFERED = "not_offered"


def mantras() -> tuple[Mantra, ...]:
    """All five, those offered first in front: what one works on, practice, skills. The other two are opt-in."""
    content = load_toml("highroad.steps.dont_get_stuck", "content/words.toml")["mantras"]
    return tuple(Mantra(key, **words) for key, words in content.items())


def belief_rule(belief: int) -> Offer:
    """How to show a mantra believed 0 to 10.

    Repeating one they did not believe made people with low self-esteem feel worse; being allowed to see how it is
    true and not true took the harm away (Wood, Perunovic and Lee 2009, Psychol Sci 20:860-866). The cuts at 7 and 4
    are ours.
    """
    if belief >= 7:
        return Offer.SHOWN
    return Offer.TRUE_AND_NOT if belief >= 4 else Offer.NOT_OFFERED
