"""What a calendar entry speaks for, by what the mail that brings it is headed."""

from highroad.events.event import Kind
from highroad.events.finding import Finding
from highroad.events.prepared import Prepared

ANYTHING = 2.5  # a webinar has an entry too
TALK = 4.0  # headed as an interview


def entry(mail: Prepared, kind: Kind, *, why: str) -> Finding:
    """The finding of a mail with an entry; one headed as a talk settles what a bare one only hints at."""
    heading = next((one.sentence for one in mail.said if one.place < 0 and "+interview" in one.names), "")
    shown = heading or mail.subject or (mail.appointment.title if mail.appointment else "")
    if not heading:
        return Finding(kind, shown, shown, ANYTHING, why, place=-1)
    return Finding(kind, shown, shown, TALK, why, place=len(mail.sentences))
