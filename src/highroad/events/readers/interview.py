"""An invitation to talk, or a talk that is set."""

from highroad.events.entry import entry
from highroad.events.event import Kind
from highroad.events.finding import Finding, apply_rules, came_true, rule
from highroad.events.prepared import Prepared

RULES = (
    rule("+interview +invite", 4.0, "an invitation", unless="-invite met others"),
    rule("+interview +schedule", 3.5, "a time for it", unless="-schedule -interview met"),
    rule("+interview +when", 3.0, "a day for it", unless="met -interview no"),
    rule("+invite +when", 2.8, "a day to meet", unless="met others"),
    rule(
        "+schedule +when you", 3.2, "which day suits", unless="-schedule others choose successful met", even_open=True
    ),
    rule("+shortlist", 3.0, "on the shortlist", unless="-shortlist others will"),
    rule("+interview +choose you", 3.5, "chosen for it", unless="-choose others"),
    rule("+advance +invite", 3.0, "the next round", unless="others -advance"),
    rule("+invite +choose you", 3.0, "chosen for the next round", unless="others"),
    rule("+invite +schedule", 3.0, "a time to meet", unless="met"),
    rule("+advance you", 2.5, "they move on with you", unless="others some -advance"),
    rule("+advance application", 2.5, "they move on", unless="others some -advance"),
    rule("+schedule", 1.8, "a time"),
    rule("+invite", 1.8, "they want to meet", unless="met"),
    rule("+interview", 0.8, "a talk is named", unless="met"),
)


def find(mail: Prepared) -> list[Finding]:
    """Every clause that speaks for a meeting ahead."""
    found = list(apply_rules(RULES, came_true(mail.said), kind=Kind.INTERVIEW))
    if mail.appointment and mail.appointment.invites:
        found.append(entry(mail, Kind.INTERVIEW, why="a calendar entry"))
    return found
