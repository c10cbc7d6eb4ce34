"""The application arrived, and will be read."""

from highroad.events.event import Kind
from highroad.events.finding import Finding, apply_rules, rule
from highroad.events.prepared import Prepared

RULES = (
    rule("+received application", 3.0, "it arrived"),
    rule("+applied", 1.5, "thanks for applying"),
    rule("+review application", 1.5, "it will be read", unless="decide no"),
    rule("+review", 1.0, "it will be read", unless="decide no"),
    rule("contact application", 0.6, "they will write", even_open=True),
    rule("only_some", 1.2, "how candidates are told in general", even_open=True),
    rule("contact choose", 1.2, "what follows if chosen", even_open=True),
    rule("contact fit", 1.2, "what follows on a match", even_open=True),
)


def find(mail: Prepared) -> list[Finding]:
    """Every clause that speaks for an application received."""
    return list(apply_rules(RULES, mail.said, kind=Kind.CONFIRMATION))
