"""Which days and hours a person can mean: a year typed as 20226, or left at 1, is asked about again."""

from datetime import date, datetime, timedelta

EARLIEST = date(1950, 1, 1)  # of anything in a working life
AHEAD = timedelta(days=5 * 366)  # the longest wait before applying again that a mail is believed to name


def can_be_meant(day: date, *, today: date) -> bool:
    """Whether it lies in a working life, and not more than five years ahead."""
    return EARLIEST <= day <= today + AHEAD


def hour_can_be_meant(hour: datetime, *, now: datetime) -> bool:
    """Whether something can be told to leave then: in this year or the next."""
    return now.year <= hour.year <= now.year + 1
