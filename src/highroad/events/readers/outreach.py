"""A recruiter who writes first."""

from highroad.events.event import Kind
from highroad.events.finding import Finding, apply_rules, rule
from highroad.events.prepared import Prepared

RULES = (
    rule("+pitch role", 3.0, "a role is put forward", even_open=True),
    rule("+pitch", 2.2, "they write first", even_open=True),
)


def find(mail: Prepared) -> list[Finding]:
    """Every clause that speaks for a first approach."""
    return list(apply_rules(RULES, mail.said, kind=Kind.OUTREACH))
