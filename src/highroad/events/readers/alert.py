"""A list of vacancies from a board."""

from highroad.events.event import Kind
from highroad.events.finding import Finding, apply_rules, rule
from highroad.events.prepared import Prepared
from highroad.events.topic import is_job_board

FROM_A_BOARD = 1.0

RULES = (rule("+alert", 2.2, "a list of jobs", even_open=True),)


def find(mail: Prepared) -> list[Finding]:
    """Every clause that speaks for a list of vacancies, the more when a board sends it."""
    found = list(apply_rules(RULES, mail.said, kind=Kind.ALERT))
    if found and is_job_board(mail.sender):
        found.append(Finding(Kind.ALERT, mail.subject, mail.subject, FROM_A_BOARD, "a board sends it", place=-1))
    return found
