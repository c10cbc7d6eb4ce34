"""How hard a no landed, in the user's own word."""

from enum import StrEnum


class Sting(StrEnum):
    """From the lightest to the heaviest. A barely is filed in one tap; a punch gets the full pace."""

    BARELY = "barely"
    BIT = "bit"
    HARD = "hard"
    PUNCH = "punch"
