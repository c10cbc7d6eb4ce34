"""Anything else about an application: still reading, papers missing, someone new in charge."""

from highroad.events.entry import entry
from highroad.events.event import Kind
from highroad.events.finding import Finding, apply_rules, rule
from highroad.events.prepared import Prepared

RULES = (
    rule("+update_cue", 2.5, "news about it"),
    rule("onboarding", 3.6, "what a new colleague fills in", unless="offer_letter"),
    rule("mistaken", 4.0, "a mail sent by mistake"),
    rule("met interview", 2.4, "after a meeting", unless="schedule"),
    rule("met contact", 3.0, "after a meeting, they will write"),
    rule("met feedback", 2.5, "after a meeting, feedback"),
    rule("+wait", 2.0, "it takes longer"),
    rule("-decide", 1.5, "not decided"),
    rule("pending decide", 3.0, "not decided yet"),
    rule("pending application", 2.0, "not settled yet"),
)


def find(mail: Prepared) -> list[Finding]:
    """Every clause that speaks for news without a verdict."""
    found = list(apply_rules(RULES, mail.said, kind=Kind.UPDATE))
    if mail.appointment and not mail.appointment.invites:
        found.append(entry(mail, Kind.UPDATE, why="a calendar entry called off or answered"))
    return found
