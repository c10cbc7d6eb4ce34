"""READ THIS FIRST: the whole story. mail -> events -> applications -> rejections -> plans."""

from collections.abc import Iterable
from datetime import datetime

from highroad.applications.correction import Correction
from highroad.applications.group import group
from highroad.events.threads import recognise_all
from highroad.mail.message import Message
from highroad.recovery.plan import Plan
from highroad.rejections.find import find
from highroad.rejections.rejection import Rejection
from highroad.steps import STEPS


def recover(
    messages: Iterable[Message], *, mine: frozenset[str], corrections: tuple[Correction, ...], now: datetime
) -> list[Plan]:
    """A plan for every no the user has confirmed; `mine` are the user's own addresses."""
    events = recognise_all(messages, mine=mine)
    applications = group(events, corrections)
    rejections = find(applications, corrections)
    return [plan(rejection, now=now) for rejection in rejections if rejection.confirmed]


def plan(rejection: Rejection, *, now: datetime) -> Plan:
    """What each of the six steps offers after this no, in their order."""
    tasks = tuple(task for step in STEPS for task in step.suggest(rejection, now=now))
    return Plan(rejection, tasks)
