"""A test to take at home, or on a screen."""

from highroad.events.event import Kind
from highroad.events.finding import Finding, apply_rules, came_true, rule
from highroad.events.prepared import Prepared

RULES = (
    rule("+assessment +complete", 4.2, "a test to take", unless="done"),
    rule("+assessment +invite", 4.2, "invited to a test", unless="done"),
    rule("+assessment received", 3.0, "a test that was taken"),
    rule("+assessment done", 2.8, "a test that was taken"),
    rule("+assessment", 1.8, "a test is named"),
)


def find(mail: Prepared) -> list[Finding]:
    """Every clause that speaks for a test."""
    return list(apply_rules(RULES, came_true(mail.said), kind=Kind.ASSESSMENT))
