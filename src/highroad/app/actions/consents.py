"""Write down what the user allowed or refused; nothing is ever taken out of the log."""

from datetime import datetime
from enum import StrEnum

from highroad.app.models import ConsentRow, OwnerRow


class Gate(StrEnum):
    """What needs the user's own yes, each time or once."""

    READ_SOURCE = "read_source"
    CONNECT = "connect"  # to log in once, so that the user knows whether it works
    SEND = "send"
    READ_BOARD = "read_board"  # one host each
    PRIVATE_IN_EXPORT = "private_in_export"
    AUTOMATIC_CHECKS = "automatic_checks"
    NOTICES = "notices"


def allow(owner: OwnerRow, gate: Gate, *, about: str, now: datetime) -> None:
    """The user said yes to this gate, for what `about` names."""
    ConsentRow.objects.create(owner=owner, gate=gate, about=about, given=True, at=now)


def refuse(owner: OwnerRow, gate: Gate, *, about: str, now: datetime) -> None:
    """The user said no, or took a yes back."""
    ConsentRow.objects.create(owner=owner, gate=gate, about=about, given=False, at=now)
