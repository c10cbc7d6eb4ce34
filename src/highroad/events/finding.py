"""One sign of what kind a mail is, and the rules that find such signs in what it says."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from highroad.events.event import Kind
from highroad.events.said import Said


@dataclass(frozen=True, slots=True)
class Finding:
    """A clause that speaks for a kind. `weight`: 4 settles it, 3 is strong, 2 good, 1 weak; below 0 speaks against."""

    kind: Kind
    sentence: str
    span: str  # the clause, an unchanged piece of the mail
    weight: float
    why: str  # the rule's caption, for the person who asks
    place: int = 0  # number of the sentence; -1 is the subject line


@dataclass(frozen=True, slots=True)
class Rule:
    """What a clause must name (`x`), affirm (`+x`) or deny (`-x`), all of `when` and none of `unless`."""

    when: frozenset[str]
    weight: float
    why: str
    unless: frozenset[str] = frozenset()
    even_open: bool = False  # holds under a condition too

    @property
    def denies(self) -> bool:
        """Whether it rests on a denial."""
        return any(name.startswith("-") for name in self.when)


def rule(when: str, weight: float, why: str, *, unless: str = "", even_open: bool = False) -> Rule:
    """A rule as it is written in the tables: names with spaces between."""
    return Rule(frozenset(when.split()), weight, why, frozenset(unless.split()), even_open)


def came_true(said: Iterable[Said]) -> Iterator[Said]:
    """Without what was only wished or planned: "we would have liked to offer you the post"."""
    return (one for one in said if not one.clause.unreal)


def apply_rules(rules: Iterable[Rule], said: Iterable[Said], *, kind: Kind) -> Iterator[Finding]:
    """The heaviest rule that holds for each clause."""
    rules = tuple(rules)
    for one in said:
        if not one.names:
            continue
        named = (found for found in rules if found.when <= one.names)
        best = max((found for found in named if _holds(found, one)), key=_weight, default=None)
        if best is not None:
            yield Finding(kind, one.sentence, one.clause.text, best.weight, best.why, one.place)


def _holds(found: Rule, said: Said) -> bool:
    """Whether nothing speaks against a rule whose names all stand there."""
    if found.unless & said.names:
        return False
    if said.quoted or ((said.open or said.general or said.clause.possible) and not found.even_open):
        return False
    return not (said.clause.pending and found.denies)  # "not yet" denies nothing


def _weight(found: Rule) -> float:
    return found.weight
