"""What a mail leaves unsaid, as keys the pages have words for."""

from highroad.events.details import Details
from highroad.events.event import Kind
from highroad.events.prepared import Prepared

_MEETINGS = frozenset({Kind.INTERVIEW, Kind.ASSESSMENT})


def silences(mail: Prepared, kind: Kind, details: Details) -> tuple[str, ...]:
    """Keys of what is not said, in the order a page shows them; none for mail that leaves nothing open."""
    if kind is Kind.REJECTION:
        welcome = any("feedback_welcome" in one.names for one in mail.said)
        unsaid = {"why": details.reason is None, "mistake": True, "never_again": True, "feedback": not welcome}
    elif kind in _MEETINGS:
        unsaid = {"when": details.happens_at is None, "who": kind is Kind.INTERVIEW and not details.people}
    else:
        unsaid = {}
    return tuple(key for key, silent in unsaid.items() if silent)
