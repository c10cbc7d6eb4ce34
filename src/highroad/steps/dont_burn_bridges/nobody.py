"""Why there is nobody to answer: the user must see in a moment that nothing is asked of them."""

from enum import StrEnum

from highroad.applications.people import INTERVIEWERS
from highroad.rejections.rejection import Rejection


class Nobody(StrEnum):
    """Where a no came from that nobody can be answered for."""

    TYPED = "typed"
    HEADLESS = "headless"
    OFFICE = "office"
    SIGNED = "signed"  # with a name, from an address that nobody reads
    MACHINE = "machine"


def why_nobody(rejection: Rejection) -> Nobody:
    """As far as the mail tells."""
    event = rejection.event
    if event.message_key is None:
        return Nobody.TYPED
    if not event.sender_domain:
        return Nobody.HEADLESS
    if event.answers_at:
        return Nobody.OFFICE
    return Nobody.SIGNED if signed_by(rejection) else Nobody.MACHINE


def signed_by(rejection: Rejection) -> str:
    """The name under the no; empty where there is none, or only that of somebody met."""
    named = rejection.event.reading.people
    return next((one.name for one in named if one.name and one.part not in INTERVIEWERS), "")
