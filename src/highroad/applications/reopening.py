"""When doors open again in a line of work after a no, as its profile tells."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

LONGEST_WAIT = 3650  # days; whatever is further off is no plan
MONTHS = range(1, 13)


@dataclass(frozen=True, slots=True)
class Reopening:
    """One door: so many days after a no, or in certain months of any year; with neither it has no day."""

    what: str
    after_days: int = 0
    months: tuple[int, ...] = ()
    region: str = ""
    source: str = ""
    as_of: str = ""

    def opens_on(self, *, no_on: date | None, today: date) -> date | None:
        """The first day it is open; inside its months that is today. None when nothing tells the day."""
        if self.after_days and no_on is None:
            return None
        first = no_on + timedelta(days=self.after_days) if no_on and self.after_days else today
        if self.months:
            return _within(self.months, max(first, today))
        return first if self.after_days else None


def reopenings(told: Mapping[str, Any]) -> tuple[Reopening, ...]:
    """The doors of a profile that has no problems, in its own order."""
    return tuple(_reopening(one) for one in told.get("reopen", {}).get("add", ()))


def problems(told: Mapping[str, Any]) -> Iterator[str]:
    """What keeps the doors from being shown, each in one sentence."""
    reopen = told.get("reopen", {})
    doors = reopen.get("add", []) if isinstance(reopen, Mapping) else None
    if not isinstance(doors, list) or not all(isinstance(one, Mapping) and _text(one.get("what")) for one in doors):
        yield "[reopen] add is a list of tables, each with what."
        return
    for place, one in enumerate(doors, start=1):
        if not _whole(one.get("after_days", 0), range(LONGEST_WAIT + 1)):
            yield f"Door {place} in [reopen] needs after_days to be a whole number, from 0 to {LONGEST_WAIT}."
        months = one.get("months", [])
        if not isinstance(months, list) or not all(_whole(month, MONTHS) for month in months):
            yield f"Door {place} in [reopen] needs months to be a list of whole numbers, from 1 to 12."


def _reopening(told: Mapping[str, Any]) -> Reopening:
    texts = {name: str(told.get(name, "")) for name in ("what", "region", "source", "as_of")}
    return Reopening(after_days=told.get("after_days", 0), months=tuple(told.get("months", ())), **texts)


def _within(months: tuple[int, ...], first: date) -> date:
    """That day if its month is one of them, else the first day of the next that is."""
    if first.month in months:
        return first
    later = [month for month in months if month > first.month]
    return date(first.year, min(later), 1) if later else date(first.year + 1, min(months), 1)


def _whole(found: object, allowed: range) -> bool:
    return isinstance(found, int) and not isinstance(found, bool) and found in allowed


def _text(found: object) -> bool:
    return isinstance(found, str) and bool(found.strip())
