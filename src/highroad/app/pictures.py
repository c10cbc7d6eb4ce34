"""Pictures of chances as plain values: where each dot stands. Templates of parts/pictures/ draw them, with a table."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, repeat

GAP = 24  # between the middles of two dots, in the picture's own units
IN_A_ROW = 10
RADIUS = {"yes": 8.0, "maybe": 7.0, "rest": 7.5}  # a ring's line is drawn half outside
BINS = 10  # columns of a dot plot; what comes later than the last stands in one more
BIN = 52
TALLEST = 7  # dots on one another before a column takes two beside each other


@dataclass(frozen=True, slots=True)
class Dot:
    """One dot: where its middle is, how large it is, and whether it is filled (yes), ringed (maybe) or empty (rest)."""

    x: int
    y: int
    kind: str

    @property
    def radius(self) -> float:
        """Half its width."""
        return RADIUS[self.kind]


@dataclass(frozen=True, slots=True)
class Part:
    """So many of the hundred, and what they stand for."""

    count: int
    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Hundred:
    """One hundred dots, ten in a row: always of 100, so that two such pictures can be laid side by side."""

    name: str  # makes ids of title and description unique on a page
    title: str
    parts: tuple[Part, ...]

    @property
    def dots(self) -> tuple[Dot, ...]:
        """Row by row, the parts in their order."""
        kinds = chain.from_iterable(repeat(part.kind, part.count) for part in self.parts)
        return tuple(Dot(*_in_rows(place), kind) for place, kind in enumerate(kinds))


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a dot plot: from the first number to the last, or later than any (last is None)."""

    first: int
    last: int | None
    x: int
    dots: tuple[Dot, ...]

    @property
    def count(self) -> int:
        """How many of the twenty stand in it."""
        return len(self.dots)


@dataclass(frozen=True, slots=True)
class Plot:
    """Twenty people as dots over the number it took them: a quantile dot plot."""

    name: str
    title: str
    columns: tuple[Column, ...]
    height: int

    @property
    def width(self) -> int:
        """In the picture's own units, the column of the later ones included."""
        return BIN * (len(self.columns) + 1)

    @property
    def floor(self) -> int:
        """Where the line is drawn that the dots stand on."""
        return self.height - GAP - GAP // 2

    @property
    def later(self) -> Column:
        """The last column: those it took longer than anyone here looks ahead."""
        return self.columns[-1]


def hundred(name: str, title: str, *parts: tuple[int, str, str]) -> Hundred:
    """A picture of (count, kind, words) parts that add up to a hundred; a part of none is left out."""
    if sum(count for count, _, _ in parts) != IN_A_ROW * IN_A_ROW:
        raise ValueError("the parts of a hundred add up to a hundred")
    return Hundred(name, title, tuple(Part(*part) for part in parts if part[0]))


def with_range(name: str, title: str, *, low: int, high: int, words: tuple[str, str, str]) -> Hundred:
    """A hundred of which `low` are filled for sure and those up to `high` ringed, as the range."""
    return hundred(name, title, (low, "yes", words[0]), (high - low, "maybe", words[1]), (100 - high, "rest", words[2]))


def plot(name: str, title: str, numbers: Sequence[int | None], *, at_most: int) -> Plot:
    """The dots over ten equal columns up to `at_most`; None, later than that, stands in a column of its own."""
    wide = at_most // BINS
    counts = Counter(BINS if number is None else min((number - 1) // wide, BINS - 1) for number in numbers)
    tallest = min(max(counts.values(), default=1), TALLEST)
    height = GAP * (tallest + 2)
    columns = tuple(
        Column(
            first=place * wide + 1,
            last=(place + 1) * wide if place < BINS else None,
            x=_middle(place),
            dots=_stacked(counts[place], _middle(place), floor=height - GAP - GAP // 2),
        )
        for place in range(BINS + 1)
    )
    return Plot(name, title, columns, height)


def _in_rows(place: int) -> tuple[int, int]:
    return GAP // 2 + place % IN_A_ROW * GAP, GAP // 2 + place // IN_A_ROW * GAP


def _middle(place: int) -> int:
    """A column's middle; the one of the later ones stands half a column apart."""
    return place * BIN + BIN // 2 + (BIN // 2 if place == BINS else 0)


def _stacked(count: int, x: int, *, floor: int) -> tuple[Dot, ...]:
    """Dots on one another; from the eighth on a second stack, from the fifteenth a third."""
    stacks = -(-count // TALLEST)
    left = x - (stacks - 1) * 9
    kind = "yes"
    return tuple(
        Dot(left + place // TALLEST * 18, floor - GAP // 2 - place % TALLEST * GAP, kind) for place in range(count)
    )
