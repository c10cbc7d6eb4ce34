"""One posting as an employer publishes it."""

from dataclasses import dataclass
from datetime import date, timedelta

OLD_AFTER = timedelta(days=60)  # our own line: two months are longer than most openings take to fill


@dataclass(frozen=True, slots=True)
class Posting:
    """What a board, a page or a paste tells of one posting; `number` is its id there."""

    role: str
    number: str = ""
    employer: str = ""
    place: str = ""
    url: str = ""
    text: str = ""
    posted_on: date | None = None
    closes_on: date | None = None


def days_up(posted_on: date | None, *, today: date) -> int | None:
    """For how many days it has stood, once that is long enough to be worth a word; None before."""
    if posted_on is None or today - posted_on < OLD_AFTER:
        return None
    return (today - posted_on).days
