"""How long ago a no came."""

from datetime import datetime, timedelta

from highroad.rejections.rejection import Rejection


def since(rejection: Rejection, now: datetime) -> timedelta:
    """The time since the no; none at all when nobody knows when it came."""
    return max(now - rejection.at, timedelta()) if rejection.at else timedelta()
