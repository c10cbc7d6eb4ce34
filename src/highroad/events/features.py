"""What the second opinion looks at in a mail: its words, what they mean, and what its clauses say."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise

from highroad.events.said import Said
from highroad.words.senses import senses

LAST_SENTENCE = 60  # what decides stands before
LONG = 5  # letters; longer words count by their beginning too
NEAR = 4  # words; what stands closer together may belong together
LONGEST_CLAUSE = 60  # words
_TELLING = frozenset({"will", "may", "pending", "turn", "denial", "brief"})
SUBJECT = "^"  # what stands before all that is said in the subject


@dataclass(slots=True)
class Features:
    """The features of a mail by group, each once; a group weighs the same however long the mail is."""

    words: set[str] = field(default_factory=set)
    subject: set[str] = field(default_factory=set)
    meanings: set[str] = field(default_factory=set)
    concepts: set[str] = field(default_factory=set)
    pairs: set[str] = field(default_factory=set)

    @property
    def groups(self) -> tuple[set[str], ...]:
        """Each group."""
        return self.words, self.subject, self.meanings, self.concepts, self.pairs


def features(said: Iterable[Said], *, language: str | None) -> Features:
    """What is looked up for a mail, from the clauses of its subject and text."""
    found = Features()
    for one in said:
        if one.place > LAST_SENTENCE:
            break
        where = SUBJECT if one.place < 0 else ""
        spoken = [word for word in one.clause.words[:LONGEST_CLAUSE] if word[0].isalnum()]
        (found.subject if where else found.words).update(_worded(spoken))
        found.meanings.update(where + name for name in _meant(spoken, language or "en"))
        stands = _stands(one) + where
        found.concepts.update(f"{stands}{name}:" for name in one.names)
        telling = sorted(name for name in one.names if name[0] in "+-" or name in _TELLING)
        found.pairs.update(f"{stands}{first}{second}:" for first, second in combinations(telling, 2))
    return found


def _stands(one: Said) -> str:
    """A mark for what is not said to be so: told of others, only wished, under a condition, of anyone."""
    if one.quoted:
        return '"'
    return ("~" if one.clause.unreal else "?" if one.open else "") + ("*" if one.general else "")


def _worded(words: Sequence[str]) -> Iterator[str]:
    """Each word, each pair of neighbours, the beginnings of long ones; every number is 0."""
    plain = ["0" if word[0].isdigit() else word for word in words]
    yield from plain
    yield from (word[:LONG] + "~" for word in plain if len(word) > LONG)
    yield from (f"{first} {second}" for first, second in pairwise(plain))


def _meant(words: Sequence[str], language: str) -> Iterator[str]:
    """Each sense, and any two that stand near one another in whichever order."""
    placed = [(place, sense) for place, word in enumerate(words) for sense in senses(word, language)]
    for at, (place, sense) in enumerate(placed):
        yield f"={sense}"
        for other_place, other in placed[at + 1 :]:
            if other_place - place > NEAR:
                break
            if other_place > place and other != sense:
                yield f"={sense}&{other}" if sense < other else f"={other}&{sense}"
