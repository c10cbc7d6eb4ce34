"""A no: the application it ended and the event that brought it."""

from dataclasses import dataclass
from datetime import datetime

from highroad.applications.application import Application
from highroad.events.event import Event


@dataclass(frozen=True, slots=True)
class Rejection:
    """One no. `confirmed` is the user's own yes; only that starts a recovery."""

    id: str  # the id of the event that brought it
    application: Application
    event: Event
    confirmed: bool

    @property
    def at(self) -> datetime | None:
        """When it came, if the mail or the user says."""
        return self.event.at
