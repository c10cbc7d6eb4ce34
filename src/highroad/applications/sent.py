"""What shows the day of an application: the user's own mail or entry, or no more than a confirmation."""

from collections.abc import Iterable
from datetime import date

from highroad.events.event import Kind


def only_confirmed(begun: Iterable[tuple[Kind, date]]) -> bool:
    """Whether a confirmation is all there is, so that its day is the last on which it can have been sent.

    Of each beginning its kind and day. What the user sent after the confirmation was not the application.
    """
    days = list(begun)
    confirmed = min((day for kind, day in days if kind is Kind.CONFIRMATION), default=None)
    return confirmed is not None and not any(kind is Kind.APPLIED and day <= confirmed for kind, day in days)
