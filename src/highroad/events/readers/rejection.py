"""The no: they do not go on with this person, or they took someone else, or there is nothing left to fill."""

from highroad.events.event import Kind
from highroad.events.finding import Finding, apply_rules, rule
from highroad.events.prepared import Prepared

_THEIR_OWN = "you_decide feedback aside"  # the user's decision, or a refusal of feedback or of a visa: not this no

RULES = (
    rule("no", 4.0, "a set way of saying no", unless="you_decide call_off"),
    rule("-advance", 4.0, "they do not move on", unless=_THEIR_OWN),
    rule("others +advance", 4.0, "they move on with others", unless="you_decide"),
    rule("others +choose", 4.0, "they chose others", unless="you_decide"),
    rule("others +offer", 4.0, "others got the offer", unless="you_decide"),
    rule("others +consider", 3.0, "others are considered", unless="you_decide"),
    rule("others +fill", 4.0, "another has the role", unless="you_decide"),
    rule("others better", 3.0, "others were closer", unless="you_decide"),
    rule("others fit", 3.0, "others fit better", unless="you_decide"),
    rule("others decide", 3.0, "the decision fell for others", unless="you_decide"),
    rule("others +invite", 4.0, "others are invited", unless="you_decide"),
    rule("some +advance decide", 3.0, "they move on with some"),
    rule("some +choose decide", 3.0, "they chose some"),
    rule("some better", 3.0, "some were closer"),
    rule("-choose", 3.0, "someone is not chosen", unless=_THEIR_OWN),
    rule("-choose you", 4.0, "you are not chosen", unless=_THEIR_OWN),
    rule("-choose application", 4.0, "the application is not chosen", unless=_THEIR_OWN),
    rule("-consider", 3.0, "no longer considered", unless=_THEIR_OWN),
    rule("-consider you", 4.0, "you are no longer considered", unless=_THEIR_OWN),
    rule("-consider application", 4.0, "the application is no longer considered", unless=_THEIR_OWN),
    rule("-successful", 4.0, "without success", unless="you_decide"),
    rule("+unsuccessful", 4.0, "without success", unless="you_decide candidate"),
    rule("-offer", 3.0, "no offer", unless=_THEIR_OWN),
    rule("-offer you", 4.0, "no offer for you", unless=_THEIR_OWN),
    rule("-invite", 4.0, "no invitation", unless=_THEIR_OWN),
    rule("-fit", 3.0, "no match", unless=_THEIR_OWN),
    rule("-fit application", 3.5, "the application does not match", unless=_THEIR_OWN),
    rule("-fit skills", 3.5, "the background does not match", unless=_THEIR_OWN),
    rule("-fit you", 3.5, "you do not match", unless=_THEIR_OWN),
    rule("+refuse application", 4.0, "the application is refused", unless=_THEIR_OWN),
    rule("+refuse you", 3.5, "you are refused", unless=_THEIR_OWN),
    rule("+fill role", 4.0, "the role is taken", unless="you_decide"),
    rule("+fill", 2.0, "taken", unless="you_decide"),
    rule("-fill role", 4.0, "the role stays empty"),
    rule("+choose role", 2.0, "someone has the role", unless="you will may interview invite"),
    rule("+refuse", 2.5, "refused", unless="you_decide will may"),
    rule("+cancel role", 4.0, "the role is gone", unless="you_decide waitlist schedule interview"),
    rule("+hold role", 3.5, "the role is on hold", unless="waitlist"),
    rule("hold", 2.0, "on hold", unless="waitlist interview"),
    rule("-role", 2.0, "no role"),
    rule("regret inform", 1.5, "they are sorry to tell"),
    rule("regret", 0.7, "they are sorry"),
    rule("farewell", 1.2, "a goodbye", even_open=True),
    rule("door", 0.5, "perhaps later", even_open=True),
)


def find(mail: Prepared) -> list[Finding]:
    """Every clause that speaks for a no, or for one of its usual companions."""
    return list(apply_rules(RULES, mail.said, kind=Kind.REJECTION))
