"""The no: they do not go on with this person, or they took someone else, or there is nothing left to fill."""

from highroad.events.event import Kind
from highroad.events.finding import Finding, apply_rules, rule
from highroad.events.prepared import Prepared

_THEIR_OWN = "you_decide stepped_back their_own feedback aside back_then mistaken"  # not this no, or not theirs
# others, but not in this one's place
_NOT_NOW = "you_decide stepped_back their_own refuse withdraw back_then mistaken aside later"
_STANDS = "you_decide stepped_back aside mistaken application schedule will"  # what was promised is not taken back
_WISHES = "you_decide stepped_back schedule when"  # a talk that they wished for earlier, and that moves

RULES = (
    rule("+no", 4.0, "a set way of saying no", unless="you_decide stepped_back their_own call_off back_then mistaken"),
    rule("brief plain_no", 3.5, "a plain no to what was asked", unless=_THEIR_OWN),
    rule("-advance", 3.2, "they do not move on", unless=_THEIR_OWN),
    rule("-advance application", 4.0, "they do not move on with the application", unless=_THEIR_OWN),
    rule("-advance you", 4.0, "they do not move on with you", unless=_THEIR_OWN),
    rule("-advance role", 4.0, "they do not move on with the role", unless=_THEIR_OWN),
    rule("others +advance", 4.0, "they move on with others", unless=_NOT_NOW),
    rule("others +choose", 4.0, "they chose others", unless=f"{_NOT_NOW} will"),
    rule("others +offer", 4.0, "others got the offer", unless=_NOT_NOW),
    rule("others +fill", 4.0, "another has the role", unless=_NOT_NOW),
    rule("others +invite", 4.0, "others are invited", unless=f"{_NOT_NOW} will"),
    rule("others +consider", 2.5, "others are considered", unless=f"{_NOT_NOW} will"),
    rule("others better", 3.0, "others were closer", unless=_NOT_NOW),
    rule("others fit", 2.5, "others fit better", unless=f"{_NOT_NOW} will"),
    rule("others decide", 3.0, "the decision fell for others", unless=f"{_NOT_NOW} will"),
    rule("some +advance decide", 3.0, "they move on with some", unless=f"{_NOT_NOW} will"),
    rule("some +choose decide", 3.0, "they chose some", unless=f"{_NOT_NOW} will"),
    rule("some better", 3.0, "some were closer", unless=_NOT_NOW),
    rule("-choose", 2.4, "someone is not chosen", unless=_THEIR_OWN),
    rule("-choose you", 4.0, "you are not chosen", unless=_THEIR_OWN),
    rule("-choose application", 4.0, "the application is not chosen", unless=_THEIR_OWN),
    rule("-consider", 2.2, "no longer considered", unless=_THEIR_OWN),
    rule("-consider you", 4.0, "you are no longer considered", unless=_THEIR_OWN),
    rule("-consider application", 4.0, "the application is no longer considered", unless=_THEIR_OWN),
    rule("-successful", 3.0, "without success", unless=_THEIR_OWN),
    rule("-successful application", 4.0, "the application had no success", unless=_THEIR_OWN),
    rule("-successful you", 4.0, "you had no success", unless=_THEIR_OWN),
    rule("+unsuccessful", 4.0, "without success", unless=f"{_THEIR_OWN} candidate"),
    rule("-offer", 2.2, "no offer", unless=_THEIR_OWN),
    rule("-offer you", 3.8, "no offer for you", unless=_THEIR_OWN),
    rule("-offer role", 3.8, "the role is not offered", unless=_THEIR_OWN),
    rule("-invite", 2.5, "no invitation", unless=_THEIR_OWN),
    rule("-invite you", 4.0, "you are not invited", unless=_THEIR_OWN),
    rule("-invite interview", 4.0, "no invitation to talk", unless=_THEIR_OWN),
    rule("-fit", 2.0, "no match", unless=f"{_THEIR_OWN} schedule when"),
    rule("-fit role", 3.0, "no match for the role", unless=f"{_THEIR_OWN} schedule when"),
    rule("-fit application", 3.5, "the application does not match", unless=f"{_THEIR_OWN} schedule when"),
    rule("-fit skills", 3.5, "the background does not match", unless=f"{_THEIR_OWN} schedule when"),
    rule("-fit you", 3.0, "you do not match", unless=f"{_THEIR_OWN} schedule when"),
    rule("+refuse application", 4.0, "the application is refused", unless=f"{_THEIR_OWN} will"),
    rule("+refuse you", 3.0, "you are refused", unless=f"{_THEIR_OWN} will"),
    rule("+refuse", 2.2, "refused", unless=f"{_THEIR_OWN} will"),
    rule("+taken_back promised", 4.5, "what was promised is taken back", unless=_STANDS),
    rule("-come_true promised", 4.0, "what was promised does not come true", unless=_STANDS),
    *(
        rule(f"unreal +{good}", 2.9, "they wished to, and it did not come to it", unless=_WISHES)
        for good in ("offer", "offer_letter", "invite", "choose", "advance", "welcome")
    ),
    rule("+fill role", 4.0, "the role is taken", unless=f"{_THEIR_OWN} alert will"),
    rule("-fill role", 4.0, "the role stays empty", unless="alert"),
    rule("+fill", 1.0, "taken", unless="you_decide alert will"),
    rule(
        "+cancel role",
        4.0,
        "the role is gone",
        unless="you_decide stepped_back waitlist schedule interview alert aside will",
    ),
    rule("+hold role", 3.5, "the role is on hold", unless="waitlist schedule interview"),
    rule("hold", 1.2, "on hold", unless="waitlist interview schedule application"),
    rule("+choose role", 1.2, "someone has the role", unless="you will interview invite"),
    rule("need_other", 2.0, "they need someone else", unless="pitch alert you_decide"),
    rule("need_other regret", 3.5, "they need someone else", unless="pitch alert you_decide"),
    rule("-role", 1.0, "no role"),
    rule("others", 0.8, "others are named", unless=_NOT_NOW),
    rule("turn denial", 0.9, "but not", unless=_THEIR_OWN),
    rule("turn", 0.4, "but", unless=_THEIR_OWN),
    rule("denial we you", 1.3, "they do not, for you", unless=_THEIR_OWN),
    rule("denial we application", 1.9, "they do not, for the application", unless=_THEIR_OWN),
    rule("denial we role", 1.5, "they do not, for the role", unless=_THEIR_OWN),
    rule("denial you", 0.5, "something is not so for you", unless=_THEIR_OWN),
    rule("denial application", 1.0, "something is not so for the application", unless=_THEIR_OWN),
    rule("denial role", 0.8, "something is not so for the role", unless=_THEIR_OWN),
    rule("denial regret", 1.0, "sorry, not", unless=_THEIR_OWN),
    rule("decide", 0.6, "it is decided", unless=f"{_NOT_NOW} will"),
    rule("praise", 0.4, "praise before a no"),
    rule("regret application", 1.2, "they are sorry about the application"),
    rule("regret role", 1.0, "they are sorry about the role"),
    rule("regret inform", 1.5, "they are sorry to tell"),
    rule("regret", 0.7, "they are sorry"),
    rule("farewell", 1.2, "a goodbye", even_open=True),
    rule("door", 0.5, "perhaps later", even_open=True),
)


def find(mail: Prepared) -> list[Finding]:
    """Every clause that speaks for a no, or for one of its usual companions."""
    return list(apply_rules(RULES, (one for one in mail.said if not one.clause.pending), kind=Kind.REJECTION))
