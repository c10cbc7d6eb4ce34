"""Keeping in touch with someone met: how often, and when it is time; and when to try an employer again."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from highroad.applications.people import has_full_name
from highroad.events.details.hosts import is_host
from highroad.events.details.names import plain
from highroad.events.event import Person


class Keep(StrEnum):
    """How often the user wants to hear from someone."""

    NEVER = "never"
    TWICE_A_YEAR = "twice_a_year"
    QUARTERLY = "quarterly"
    NEWS = "news"  # when there is some; no date is kept


MONTHS = {Keep.TWICE_A_YEAR: 6, Keep.QUARTERLY: 3}
# The usual advice for the same role lies between 3 and 12 months, 6 the commonest; no study stands behind it.
AGAIN_AFTER = 6
REMIND_AFTER = 3  # months; judgement: long enough for a new opening, short enough to be remembered


def due_on(keep: Keep, *, contacts: Iterable[date | None], chosen_on: date, snoozed_until: date | None) -> date | None:
    """When to write next, counted from the last real contact, else from the day it was chosen; None when never."""
    if keep not in MONTHS:
        return None
    last = max(filter(None, contacts), default=chosen_on)
    due = in_months(last, MONTHS[keep])
    return max(due, snoozed_until) if snoozed_until else due


def in_months(day: date, months: int) -> date:
    """The same day so many months on; the last of the month where it has no such day (BGB §§ 187, 188)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def may_be_the_same(one: Person, other: Person) -> bool:
    """Whether a full name met twice may be one person who moved, or was named before they wrote. Only the user knows.

    Two addresses of one house are two people, and what carries mail for others tells of no house.
    """
    domains = {person.email.casefold().rpartition("@")[2] for person in (one, other)}
    apart = len(domains) > 1 and not any(map(is_host, domains))
    return apart and has_full_name(one) and plain(one.name) == plain(other.name)
