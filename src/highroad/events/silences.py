"""What a mail says, in spans of its own words, and what it leaves unsaid, as keys the pages have words for."""

from highroad.events.details import Details
from highroad.events.event import Kind
from highroad.events.prepared import Prepared
from highroad.events.verdict import Verdict

MOST_SPANS = 5
_HELD_OUT = ("feedback_welcome", "door")
_MEETINGS = frozenset({Kind.INTERVIEW, Kind.ASSESSMENT})


def spans(mail: Prepared, verdict: Verdict, details: Details) -> tuple[str, ...]:
    """The deciding clause first, then the reason, then what the mail holds out; unchanged, each once."""
    deciding = [verdict.deciding.span] if verdict.deciding else []
    reason = [details.reason_quote] if details.reason_quote else []
    held_out = [one.clause.text for name in _HELD_OUT for one in mail.said if name in one.names and one.place >= 0]
    told = [*deciding, *reason, *(held_out if verdict.kind is Kind.REJECTION else [])]
    return tuple(dict.fromkeys(told))[:MOST_SPANS]


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
