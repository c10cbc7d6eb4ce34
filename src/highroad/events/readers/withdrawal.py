"""The candidate's own stepping back, confirmed by the employer."""

from highroad.events.event import Kind
from highroad.events.finding import Finding, apply_rules, rule
from highroad.events.prepared import Prepared

RULES = (
    rule("stepped_back", 4.8, "you stepped back"),
    rule("+withdraw application", 3.5, "an application was taken back", unless="will may role"),
    rule("+withdraw you_decide", 4.5, "you stepped back", unless="will"),
    rule("you_decide -advance", 4.5, "you do not go on", unless="will"),
    rule("you_decide refuse", 4.5, "you declined", unless="will"),
    rule("you_decide -consider", 4.5, "you are not to be considered", unless="will"),
    rule("you_decide", 1.5, "your decision"),
)


def find(mail: Prepared) -> list[Finding]:
    """Every clause that speaks for the candidate stepping back."""
    return list(apply_rules(RULES, mail.said, kind=Kind.WITHDRAWAL))
