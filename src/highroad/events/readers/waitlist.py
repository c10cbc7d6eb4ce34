"""Neither yes nor no: kept in reserve."""

from highroad.events.event import Kind
from highroad.events.finding import Finding, apply_rules, rule
from highroad.events.prepared import Prepared

RULES = (rule("waitlist", 4.5, "kept in reserve", unless="you_decide -waitlist", even_open=True),)


def find(mail: Prepared) -> list[Finding]:
    """Every clause that speaks for a place in reserve."""
    return list(apply_rules(RULES, mail.said, kind=Kind.WAITLIST))
