"""Which applications ended in a no, and which of these the user said yes to."""

from collections.abc import Iterable

from highroad.applications.application import Application
from highroad.applications.as_said import confirmed_nos
from highroad.applications.correction import Correction
from highroad.events.event import Event, Kind
from highroad.rejections.rejection import Rejection

REOPENS = frozenset({Kind.INTERVIEW, Kind.ASSESSMENT, Kind.OFFER})


def find(applications: Iterable[Application], corrections: Iterable[Correction]) -> list[Rejection]:
    """Every no, in the order of the applications; confirmed only where the user said so, in whatever words."""
    confirmed = confirmed_nos(corrections)
    return [
        Rejection(
            id=copies[0].id,
            application=application,
            event=copies[0],
            confirmed=any(copy.id in confirmed for copy in copies),
        )
        for application in applications
        for copies in noes(application)
    ]


def noes(application: Application) -> list[list[Event]]:
    """The rejections in order, the copies of one together: another no needs another chance in between."""
    found: list[list[Event]] = [[]]
    for event in application.events:
        if event.kind is Kind.REJECTION:
            found[-1].append(event)
        elif event.kind in REOPENS and found[-1]:
            found.append([])
    return [copies for copies in found if copies]
