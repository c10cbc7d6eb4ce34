"""How much of this step is shown for a no, by how hard it landed."""

from dataclasses import dataclass

from highroad.recovery.sting import Sting


@dataclass(frozen=True, slots=True)
class Pace:
    """The parts of the page in order, those that wait behind a fold, and whether the next steps rest."""

    parts: tuple[str, ...]
    folded: tuple[str, ...]
    rests: bool


PARTS = ("feelings", "breathing", "comfort", "guess", "writing")
PACES = {
    Sting.BARELY: Pace(parts=(), folded=PARTS, rests=False),
    Sting.BIT: Pace(parts=("feelings", "breathing"), folded=("comfort", "guess", "writing"), rests=False),
    Sting.HARD: Pace(parts=("feelings", "breathing", "comfort", "writing"), folded=("guess",), rests=True),
    Sting.PUNCH: Pace(parts=PARTS, folded=(), rests=True),
}


def pace(sting: Sting | None) -> Pace:
    """The pace for one no; before the user has said how hard it landed, the gentle middle."""
    return PACES[sting or Sting.HARD]
