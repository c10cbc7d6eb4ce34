"""What keeps the made-up mail from being too clean: flaws, lost words, and words out of order that say nothing."""

import random
from functools import cache

from training.clauses import clauses, say, slots, whole


def flawed(text: str, rng: random.Random) -> str:
    """Now and then what happens to real mail: lost letters, lost breaks, left-over HTML, no capitals."""
    dice = rng.random()
    if dice < 0.05:
        return text.lower()
    if dice < 0.10:
        return " ".join(text.split())
    if dice < 0.13:
        return text.replace("\n\n", "<br><br>").replace("'", "&#39;")
    if dice < 0.19:
        return _misspelt(text, rng)
    return text.replace("'", "’") if dice < 0.4 else text


def with_gaps(text: str, rng: random.Random) -> str:
    """Some words gone, so that no single word carries a clause."""
    return " ".join(word for word in text.split() if rng.random() > 0.1)


def babble(language: str, rng: random.Random) -> str:
    """The words of the language out of order. Mail about anything at all is "other", whichever words it shares."""
    words = _words(language)
    length = rng.randint(3, 18)
    starts = [rng.randrange(len(words) - 1) for _ in range(length)]
    return " ".join(word for at in starts for word in words[at : at + rng.choice((1, 1, 2))]) + "."


@cache
def _words(language: str) -> list[str]:
    rng = random.Random(f"babble {language}")
    said = [say(one.text, said={}, slots=slots(language), rng=rng) for one in clauses(language) for _ in range(3)]
    return " ".join([*said, *(mail["body"] or "" for mail in whole(language))]).split()


def _misspelt(text: str, rng: random.Random) -> str:
    words = text.split(" ")
    for _ in range(1 + len(words) // 40):
        place = rng.randrange(len(words))
        word = words[place]
        if len(word) > 4:
            cut = rng.randrange(1, len(word) - 2)
            words[place] = word[:cut] + word[cut + 1] + word[cut] + word[cut + 2 :]
    return " ".join(words)
