"""The yes."""

from highroad.events.event import Kind
from highroad.events.finding import Finding, apply_rules, came_true, rule
from highroad.events.prepared import Prepared

_GONE = "+taken_back -come_true"

RULES = (
    rule("+offer_letter", 4.0, "an offer", unless=f"others -offer {_GONE}"),
    rule("+offer you role", 4.0, "a role is offered", unless=f"others -offer interview {_GONE}"),
    rule("+welcome", 2.6, "a welcome"),
    rule("+congrats +choose role", 3.0, "chosen for the role", unless="invite interview shortlist"),
    rule("+choose you role", 2.0, "chosen for the role", unless="others -choose interview invite some shortlist"),
    rule("+successful application", 3.0, "with success", unless="others received"),
    rule("+congrats", 0.8, "good news"),
)


def find(mail: Prepared) -> list[Finding]:
    """Every clause that speaks for an offer."""
    return list(apply_rules(RULES, came_true(mail.said), kind=Kind.OFFER))
